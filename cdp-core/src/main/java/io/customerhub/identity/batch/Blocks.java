package io.customerhub.identity.batch;

import io.customerhub.identity.BlockingKey;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.KeyKind;
import java.util.List;

/**
 * An inverted index from keys to records. A key that too many records hold is narrowed by what else
 * they say; what is still too large is cut into overlapping runs, so that the work per record is
 * bounded whatever the data.
 */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
final class Blocks {

  /** Most records of a block. */
  static final int CAP = 30;

  /** A key that more records hold does not suffice alone: the pair has to share another one. */
  private static final int ALONE = 12;

  private static final int RUN = CAP / 2;

  /** Record to the blocks it is in, and block to its records, ascending. */
  private final int[] blocksFrom;

  private final int[] blocks;
  private final int[] membersFrom;
  private final int[] members;
  private final byte[] kinds;
  private final int narrowed;
  private final int cut;
  private final int unlinkable;

  private Blocks(Index index, int records) {
    narrowed = index.narrowed;
    cut = index.cut;
    KeyEntries entries = index.kept;
    int count = index.blocks;
    membersFrom = new int[count + 1];
    blocksFrom = new int[records + 1];
    kinds = new byte[count];
    for (int i = 0; i < entries.size(); i++) {
      membersFrom[(int) entries.hash(i) + 1]++;
      blocksFrom[entries.record(i) + 1]++;
      kinds[(int) entries.hash(i)] = (byte) entries.kind(i);
    }
    int alone = 0;
    for (int i = 0; i < records; i++) {
      alone += index.keyed[i] ? 0 : 1;
      blocksFrom[i + 1] += blocksFrom[i];
    }
    unlinkable = alone;
    for (int i = 0; i < count; i++) {
      membersFrom[i + 1] += membersFrom[i];
    }
    members = new int[entries.size()];
    blocks = new int[entries.size()];
    fill(entries, membersFrom.clone(), blocksFrom.clone());
  }

  private void fill(KeyEntries entries, int[] memberAt, int[] blockAt) {
    for (int i = 0; i < entries.size(); i++) {
      int block = (int) entries.hash(i);
      members[memberAt[block]++] = entries.record(i);
      blocks[blockAt[entries.record(i)]++] = block;
    }
  }

  static Blocks of(Corpus corpus, IdentityResolver resolver) {
    return new Blocks(new Index(corpus, resolver), corpus.size());
  }

  /** Finds the records before this one that share a block with it. */
  void candidates(int record, Candidates into) {
    into.start(record);
    for (int b = blocksFrom[record]; b < blocksFrom[record + 1]; b++) {
      int block = blocks[b];
      int bit = 1 << kinds[block];
      int worth = membersFrom[block + 1] - membersFrom[block] > ALONE ? 1 : 2;
      for (int at = membersFrom[block]; members[at] != record; at++) {
        into.add(members[at], bit, worth);
      }
    }
  }

  /** Returns how many keys were narrowed because too many records held them. */
  int narrowed() {
    return narrowed;
  }

  /** Returns how many narrowed keys were still held by too many. */
  int cut() {
    return cut;
  }

  /** Returns how many records have no key at all. */
  int unlinkable() {
    return unlinkable;
  }

  int size() {
    return kinds.length;
  }

  /** Counts keys, narrows them and numbers the blocks that remain. */
  private static final class Index {

    private final KeyEntries kept = new KeyEntries();
    private final boolean[] keyed;
    private int blocks;
    private int narrowed;
    private int cut;

    Index(Corpus corpus, IdentityResolver resolver) {
      keyed = new boolean[corpus.size()];
      KeyEntries all = new KeyEntries();
      KeyEntries narrow = new KeyEntries();
      int[] narrowFrom = new int[corpus.size() + 1];
      for (int i = 0; i < corpus.size(); i++) {
        List<BlockingKey> keys = resolver.broadKeys(corpus.record(i)).stream().distinct().toList();
        for (BlockingKey key : keys) {
          boolean own = key.kind() != KeyKind.NARROW;
          keyed[i] |= own;
          (own ? all : narrow).add(key.hash(), i, key.kind().ordinal());
        }
        narrowFrom[i + 1] = narrow.size();
      }
      KeyEntries wide = keepSmall(all);
      KeyEntries narrower = new KeyEntries();
      for (int i = 0; i < wide.size(); i++) {
        int record = wide.record(i);
        for (int n = narrowFrom[record]; n < narrowFrom[record + 1]; n++) {
          long hash = (wide.hash(i) ^ Long.rotateLeft(narrow.hash(n), 17)) * 0x9E3779B97F4A7C15L;
          narrower.add(hash, record, wide.kind(i));
        }
      }
      narrowed = cut;
      cut = 0;
      cutIntoRuns(keepSmall(narrower));
    }

    /** Keeps the entries of keys that 2 to {@value #CAP} records hold; returns those of more. */
    private KeyEntries keepSmall(KeyEntries entries) {
      KeyTable table = new KeyTable(entries.size());
      int[] numbers = new int[entries.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = table.count(entries.hash(i));
      }
      int[] blockOf = new int[table.size()];
      for (int number = 1; number < blockOf.length; number++) {
        int holders = table.count(number);
        blockOf[number] = holders > 1 && holders <= CAP ? blocks++ : -1;
        cut += holders > CAP ? 1 : 0;
      }
      KeyEntries wide = new KeyEntries();
      for (int i = 0; i < numbers.length; i++) {
        if (blockOf[numbers[i]] >= 0) {
          kept.add(blockOf[numbers[i]], entries.record(i), entries.kind(i));
        } else if (table.count(numbers[i]) > CAP) {
          wide.add(entries.hash(i), entries.record(i), entries.kind(i));
        }
      }
      return wide;
    }

    /** Each record meets those at most a run away, in the canonical order. */
    private void cutIntoRuns(KeyEntries wide) {
      KeyTable table = new KeyTable(wide.size());
      int[] numbers = new int[wide.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = table.count(wide.hash(i));
      }
      int[] first = new int[table.size()];
      for (int number = 1; number < first.length; number++) {
        first[number] = blocks;
        blocks += table.count(number) / RUN + 1;
      }
      int[] seen = new int[table.size()];
      for (int i = 0; i < numbers.length; i++) {
        int number = numbers[i];
        int run = seen[number]++ / RUN;
        kept.add(first[number] + run, wide.record(i), wide.kind(i));
        if (run > 0) {
          kept.add(first[number] + run - 1, wide.record(i), wide.kind(i));
        }
      }
    }
  }
}

package io.customerhub.identity.batch;

import io.customerhub.identity.IdentityResolver;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes keys and brings together who shares them, bucket by bucket. If there are too many keys to
 * hold all of them at once, they are made anew for each pass over some of the buckets.
 */
final class BlockBuilding {

  private static final int RUN = Blocks.CAP / 2;

  /** About as many keys of a bucket as fit into a processor's cache. */
  private static final int BUCKET_KEYS = 1 << 16;

  /** More than most records have. */
  private static final int RECORD_KEYS = 40;

  private final Corpus corpus;
  private final IdentityResolver resolver;
  private final BlockList blocks = new BlockList();
  private final BatchProgress progress;
  private final int bits;
  private final int passes;
  private int unlinkable;

  /**
   * Prepares.
   *
   * @param keysAtOnce about how many keys are held at once
   */
  BlockBuilding(Corpus corpus, IdentityResolver resolver, long keysAtOnce, BatchProgress progress) {
    this.corpus = corpus;
    this.resolver = resolver;
    long keys = (long) corpus.size() * RECORD_KEYS;
    this.progress = progress;
    this.passes = (int) Math.max(1, (keys + keysAtOnce - 1) / keysAtOnce);
    long buckets = Math.max(2L * passes, keys / BUCKET_KEYS);
    this.bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(2, buckets) - 1);
  }

  BlockList run() {
    Steps steps = new Steps(progress, BatchProgress.Phase.KEYS, (long) corpus.size() * passes);
    int buckets = 1 << bits;
    for (int pass = 0; pass < passes; pass++) {
      int first = (int) ((long) buckets * pass / passes);
      int end = (int) ((long) buckets * (pass + 1) / passes);
      addPass(new Buckets(bits, first, end), steps);
    }
    return blocks;
  }

  /** Returns how many records there are. */
  int records() {
    return corpus.size();
  }

  /** Returns how many records have no key at all. */
  int unlinkable() {
    return unlinkable;
  }

  private void addPass(Buckets buckets, Steps steps) {
    int chunks = (corpus.size() + KeyChunk.RECORDS - 1) / KeyChunk.RECORDS;
    List<KeyChunk> parts =
        IntStream.range(0, chunks)
            .parallel()
            .mapToObj(chunk -> chunk(chunk, buckets, steps))
            .toList();
    unlinkable = parts.stream().mapToInt(KeyChunk::unlinkable).sum();
    IntStream.range(0, buckets.count())
        .parallel()
        .mapToObj(bucket -> blocksOf(parts, bucket))
        .toList()
        .forEach(blocks::addAll);
  }

  private KeyChunk chunk(int number, Buckets buckets, Steps steps) {
    KeyChunk chunk = new KeyChunk(corpus, resolver, number, buckets);
    steps.add(chunk.records());
    return chunk;
  }

  private static BlockList blocksOf(List<KeyChunk> parts, int bucket) {
    KeyEntries entries = new KeyEntries(BUCKET_KEYS);
    parts.forEach(part -> part.addTo(entries, bucket));
    KeyTable table = new KeyTable();
    table.group(entries);
    BlockList found = new BlockList();
    Narrowing narrowing = new Narrowing(parts, found);
    for (int key = 1; key <= table.size(); key++) {
      int from = table.from(key);
      int end = table.from(key + 1);
      int kind = KeyEntries.kind(table.key(key));
      if (end - from > Blocks.CAP) {
        narrowing.narrow(kind, table.records(), from, end);
      } else if (end - from > 1) {
        found.add(kind, table.records(), from, end);
      }
    }
    return found;
  }

  /** Divides the records of a key that too many hold by what else they say. */
  private static final class Narrowing {

    private final List<KeyChunk> parts;
    private final BlockList found;
    private final KeyEntries entries = new KeyEntries(256);
    private final KeyTable table = new KeyTable();

    Narrowing(List<KeyChunk> parts, BlockList found) {
      this.parts = parts;
      this.found = found;
    }

    void narrow(int kind, int[] records, int from, int end) {
      found.countNarrowed();
      entries.clear();
      for (int i = from; i < end; i++) {
        parts.get(records[i] / KeyChunk.RECORDS).addNarrow(records[i], entries);
      }
      table.group(entries);
      if (table.size() == 0) {
        // They say nothing else: whoever holds the key can be anybody.
        found.countCut();
      }
      for (int key = 1; key <= table.size(); key++) {
        add(kind, table.from(key), table.from(key + 1));
      }
    }

    private void add(int kind, int from, int end) {
      if (end - from > Blocks.CAP) {
        found.countCut();
        // Each record meets those at most a run away, in the canonical order.
        for (int run = from; run < end; run += RUN) {
          found.add(kind, table.records(), run, Math.min(end, run + 2 * RUN));
        }
      } else if (end - from > 1) {
        found.add(kind, table.records(), from, end);
      }
    }
  }
}

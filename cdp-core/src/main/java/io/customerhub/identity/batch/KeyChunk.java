package io.customerhub.identity.batch;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.KeyKind;
import java.util.Arrays;

/** The keys of some records that follow each other, those of one bucket together. */
@SuppressWarnings("EnumOrdinal") // keys live no longer than the process
final class KeyChunk {

  /** How many records there are in a chunk. */
  static final int RECORDS = 1 << 13;

  private static final int EXPECTED = 32;

  private final Buckets buckets;
  private final int first;
  private KeyEntries keys;
  private final int[] bucketsFrom;

  /** The keys that narrow others, record by record. */
  private final int[] narrowFrom;

  private long[] narrow;
  private int narrows;
  private boolean keyed;
  private int unlinkable;

  /** Makes the keys of a chunk that fall into the buckets. */
  KeyChunk(Corpus corpus, IdentityResolver resolver, int number, Buckets buckets) {
    this.buckets = buckets;
    this.first = number * RECORDS;
    int count = Math.min(corpus.size() - first, RECORDS);
    keys = new KeyEntries(count * EXPECTED);
    narrowFrom = new int[count + 1];
    narrow = new long[4 * count];
    bucketsFrom = new int[buckets.count() + 1];
    for (int i = 0; i < count; i++) {
      int record = first + i;
      keyed = false;
      resolver.broadKeys(corpus.record(record), (kind, hash) -> add(kind, hash, record));
      narrowFrom[i + 1] = narrows;
      unlinkable += keyed ? 0 : 1;
    }
    keys = sorted();
  }

  private void add(KeyKind kind, long hash, int record) {
    if (kind == KeyKind.NARROW) {
      narrow = narrows < narrow.length ? narrow : Arrays.copyOf(narrow, 2 * narrows + 1);
      narrow[narrows++] = hash;
      return;
    }
    keyed = true;
    if (buckets.holds(hash)) {
      keys.add(KeyEntries.withKind(hash, kind.ordinal()), record);
      bucketsFrom[buckets.index(hash) + 1]++;
    }
  }

  /** By bucket, and as they came within each. */
  private KeyEntries sorted() {
    for (int i = 0; i < buckets.count(); i++) {
      bucketsFrom[i + 1] += bucketsFrom[i];
    }
    int[] at = bucketsFrom.clone();
    KeyEntries sorted = KeyEntries.ofSize(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      sorted.set(at[buckets.index(keys.hash(i))]++, keys.hash(i), keys.record(i));
    }
    return sorted;
  }

  /** Adds the keys of a bucket. */
  void addTo(KeyEntries entries, int bucket) {
    entries.addAll(keys, bucketsFrom[bucket], bucketsFrom[bucket + 1]);
  }

  /** Adds the keys that narrow others of a record of this chunk. */
  void addNarrow(int record, KeyEntries entries) {
    for (int at = narrowFrom[record - first]; at < narrowFrom[record - first + 1]; at++) {
      entries.add(narrow[at], record);
    }
  }

  /** Returns how many records there are in this chunk. */
  int records() {
    return narrowFrom.length - 1;
  }

  /** Returns how many records have no key at all. */
  int unlinkable() {
    return unlinkable;
  }
}

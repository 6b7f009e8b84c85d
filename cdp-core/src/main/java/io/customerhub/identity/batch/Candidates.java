package io.customerhub.identity.batch;

import java.util.Arrays;

/** The records to compare one record with, each once. Reused; of one thread. */
final class Candidates {

  private final int[] seenBy;
  private final int[] slot;
  private int[] records = new int[256];
  private int[] kinds = new int[256];
  private byte[] keys = new byte[256];
  private int size;
  private int current;

  Candidates(int records) {
    seenBy = new int[records];
    slot = new int[records];
  }

  void start(int record) {
    // Plus one, since a table starts with zeros.
    current = record + 1;
    size = 0;
  }

  /**
   * Adds a record that shares a key.
   *
   * @param worth how much the key is worth; two in sum make a candidate
   */
  void add(int record, int kindBit, int worth) {
    if (seenBy[record] == current) {
      kinds[slot[record]] |= kindBit;
      keys[slot[record]] = (byte) Math.min(2, keys[slot[record]] + worth);
      return;
    }
    if (size == records.length) {
      records = Arrays.copyOf(records, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
      keys = Arrays.copyOf(keys, size * 2);
    }
    seenBy[record] = current;
    slot[record] = size;
    records[size] = record;
    kinds[size] = kindBit;
    keys[size] = (byte) worth;
    size++;
  }

  int size() {
    return size;
  }

  /** Returns whether the record shares enough to be compared. */
  boolean isWorth(int i) {
    return keys[i] >= 2;
  }

  int record(int i) {
    return records[i];
  }

  /** Returns a bit for each kind of key that the two share. */
  int kinds(int i) {
    return kinds[i];
  }
}

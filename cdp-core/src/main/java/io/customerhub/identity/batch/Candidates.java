package io.customerhub.identity.batch;

import java.util.Arrays;

/** The records to compare one record with, each once. Reused; of one thread. */
final class Candidates {

  private final int[] seenBy;
  private final int[] slot;
  private int[] records = new int[256];
  private int[] kinds = new int[256];
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

  void add(int record, int kindBit) {
    if (seenBy[record] == current) {
      kinds[slot[record]] |= kindBit;
      return;
    }
    if (size == records.length) {
      records = Arrays.copyOf(records, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
    }
    seenBy[record] = current;
    slot[record] = size;
    records[size] = record;
    kinds[size] = kindBit;
    size++;
  }

  int size() {
    return size;
  }

  int record(int i) {
    return records[i];
  }

  /** Returns a bit for each kind of key that the two share. */
  int kinds(int i) {
    return kinds[i];
  }
}

package io.customerhub.identity.batch;

import java.util.Arrays;

/** Keys of records as three growing columns. */
final class KeyEntries {

  private long[] hashes = new long[1024];
  private int[] records = new int[1024];
  private byte[] kinds = new byte[1024];
  private int size;

  void add(long hash, int record, int kind) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      records = Arrays.copyOf(records, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
    }
    hashes[size] = hash;
    records[size] = record;
    kinds[size] = (byte) kind;
    size++;
  }

  int size() {
    return size;
  }

  long hash(int i) {
    return hashes[i];
  }

  int record(int i) {
    return records[i];
  }

  int kind(int i) {
    return kinds[i];
  }
}

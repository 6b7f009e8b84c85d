package io.customerhub.identity.batch;

import java.util.Arrays;

/**
 * Keys of records as two growing columns. The kind of a key stands in the lowest bits of its hash.
 * Not thread-safe.
 */
final class KeyEntries {

  private static final int KIND_BITS = 5;

  private long[] hashes;
  private int[] records;
  private int size;

  KeyEntries(int expected) {
    hashes = new long[expected];
    records = new int[expected];
  }

  /** Returns entries to be set. */
  static KeyEntries ofSize(int size) {
    KeyEntries entries = new KeyEntries(size);
    entries.size = size;
    return entries;
  }

  static long withKind(long hash, int kind) {
    return (hash & (-1L << KIND_BITS)) | kind;
  }

  static int kind(long hash) {
    return (int) hash & ((1 << KIND_BITS) - 1);
  }

  void clear() {
    size = 0;
  }

  void add(long hash, int record) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size + size / 2 + 8);
      records = Arrays.copyOf(records, hashes.length);
    }
    hashes[size] = hash;
    records[size++] = record;
  }

  void set(int i, long hash, int record) {
    hashes[i] = hash;
    records[i] = record;
  }

  /** Adds a part of others. */
  void addAll(KeyEntries others, int from, int to) {
    int more = to - from;
    if (size + more > hashes.length) {
      hashes = Arrays.copyOf(hashes, size + more + size / 2);
      records = Arrays.copyOf(records, hashes.length);
    }
    System.arraycopy(others.hashes, from, hashes, size, more);
    System.arraycopy(others.records, from, records, size, more);
    size += more;
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
}

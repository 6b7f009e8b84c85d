package io.customerhub.identity.batch;

import java.util.Arrays;

/** Numbers the distinct keys and counts how many records hold each. */
final class KeyTable {

  private final long[] hashes;
  private final int[] numbers;
  private int[] counts = new int[1024];
  private int size;

  KeyTable(int entries) {
    int capacity = Integer.highestOneBit(Math.max(8, entries)) * 4;
    hashes = new long[capacity];
    numbers = new int[capacity];
  }

  /** Counts a key and returns its number. */
  int count(long hash) {
    int at = (int) (hash >>> 20) & (hashes.length - 1);
    while (numbers[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & (hashes.length - 1);
    }
    if (numbers[at] == 0) {
      hashes[at] = hash;
      numbers[at] = ++size;
      counts = size < counts.length ? counts : Arrays.copyOf(counts, size * 2);
    }
    counts[numbers[at]]++;
    return numbers[at];
  }

  int size() {
    return size + 1;
  }

  int count(int number) {
    return counts[number];
  }
}

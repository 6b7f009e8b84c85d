package io.customerhub.identity.batch;

import java.util.Arrays;

/**
 * Brings together the records of each key: counts them in an open-addressing table and then sorts
 * them by counting, so that those of one key follow each other in their old order, each once.
 * Reused; of one thread.
 */
final class KeyTable {

  private long[] hashes = new long[64];

  /** The number of the key in each slot of the table; 0 is none. */
  private int[] numbers = new int[64];

  private long[] keys = new long[64];
  private int[] last = new int[64];

  /** By number, how many records hold the key, then where they end. */
  private int[] ends = new int[64];

  private int[] numberOf = new int[64];
  private int[] records = new int[64];
  private int mask;
  private int size;

  /** Groups entries whose records come in ascending order. */
  void group(KeyEntries entries) {
    clear(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      int number = number(entries.hash(i));
      boolean again = last[number] == entries.record(i) + 1;
      last[number] = entries.record(i) + 1;
      ends[number] += again ? 0 : 1;
      numberOf[i] = again ? 0 : number;
    }
    for (int number = 1; number <= size; number++) {
      ends[number] += ends[number - 1];
    }
    ends[size + 1] = ends[size];
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (numberOf[i] != 0) {
        records[--ends[numberOf[i]]] = entries.record(i);
      }
    }
  }

  /** Returns how many keys there are. */
  int size() {
    return size;
  }

  /** Returns a key by its number from 1. */
  long key(int number) {
    return keys[number];
  }

  /** Returns where the records of a key start; they end where those of the next one do. */
  int from(int number) {
    return ends[number];
  }

  /** Returns all records, those of one key after each other. */
  int[] records() {
    return records;
  }

  private void clear(int entries) {
    int capacity = Integer.highestOneBit(Math.max(32, entries)) * 4;
    mask = capacity - 1;
    if (capacity > numbers.length) {
      hashes = new long[capacity];
      numbers = new int[capacity];
    } else {
      Arrays.fill(numbers, 0, capacity, 0);
    }
    if (entries + 2 > ends.length) {
      keys = new long[entries + 2];
      last = new int[entries + 2];
      ends = new int[entries + 2];
      numberOf = new int[entries + 2];
      records = new int[entries + 2];
    } else {
      Arrays.fill(last, 0, entries + 2, 0);
      Arrays.fill(ends, 0, entries + 2, 0);
    }
    size = 0;
  }

  private int number(long hash) {
    int at = (int) (hash >>> 20) & mask;
    while (numbers[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & mask;
    }
    if (numbers[at] == 0) {
      hashes[at] = hash;
      numbers[at] = ++size;
      keys[size] = hash;
    }
    return numbers[at];
  }
}

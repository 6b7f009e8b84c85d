package io.customerhub.identity.batch;

import java.util.Arrays;

/**
 * The records to compare one record with, each once: a small open-addressing table, since a table
 * of all records would not stay in the cache. Reused; of one thread.
 */
final class Candidates {

  private static final int START = 256;

  private int[] records = new int[START];
  private int[] kinds = new int[START];
  private byte[] keys = new byte[START];

  /** The number of each record in it plus one; no larger than half full. */
  private int[] slots = new int[4 * START];

  private int size;

  void start() {
    if (size * 8 > slots.length) {
      Arrays.fill(slots, 0);
    } else {
      for (int i = 0; i < size; i++) {
        // A slot that another record was pushed on from is emptied with that record.
        clear(records[i]);
      }
    }
    size = 0;
  }

  private void clear(int record) {
    int slot = first(record);
    while (slots[slot] != 0) {
      slots[slot] = 0;
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  /**
   * Adds a record that shares a key.
   *
   * @param worth how much the key is worth; two in sum make a candidate
   */
  void add(int record, int kindBit, int worth) {
    int slot = first(record);
    while (slots[slot] != 0) {
      int i = slots[slot] - 1;
      if (records[i] == record) {
        kinds[i] |= kindBit;
        keys[i] = (byte) Math.min(2, keys[i] + worth);
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size + 1;
    append(record, kindBit, worth);
  }

  private void append(int record, int kindBit, int worth) {
    if (size == records.length) {
      records = Arrays.copyOf(records, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
      keys = Arrays.copyOf(keys, size * 2);
    }
    records[size] = record;
    kinds[size] = kindBit;
    keys[size] = (byte) worth;
    size++;
    if (2 * size > slots.length) {
      grow();
    }
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int i = 0; i < size; i++) {
      int slot = first(records[i]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
  }

  private int first(int record) {
    return (record * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
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

package io.customerhub.identity.batch;

import java.util.Arrays;

/** Counts numbers; a small open-addressing table, since there are few patterns and many pairs. */
final class LongCounter {

  /** Receives a number and how often it was counted. */
  @FunctionalInterface
  interface Visitor {
    void visit(long key, long count);
  }

  private long[] keys = new long[64];
  private long[] counts = new long[64];
  private long[] sorted = {};
  private int size;
  private long total;

  void add(long key, long count) {
    if (size * 2 > keys.length) {
      grow();
    }
    int at = slot(key);
    if (counts[at] == 0) {
      keys[at] = key;
      size++;
    }
    counts[at] += count;
    total += count;
  }

  void addAll(LongCounter other) {
    other.forEach(this::add);
  }

  /** Returns how many different numbers were counted. */
  int size() {
    return size;
  }

  long total() {
    return total;
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] > 0) {
        visitor.visit(keys[i], counts[i]);
      }
    }
  }

  /** In the order of the keys: sums of floating-point numbers must not depend on the table. */
  void forEachSorted(Visitor visitor) {
    long[] order = sorted();
    for (long key : order) {
      visitor.visit(key, counts[slot(key)]);
    }
  }

  private long[] sorted() {
    if (sorted.length != size) {
      long[] order = new long[size];
      int[] at = {0};
      forEach((key, count) -> order[at[0]++] = key);
      Arrays.sort(order);
      sorted = order;
    }
    return sorted;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 40) & (keys.length - 1);
    while (counts[at] != 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}

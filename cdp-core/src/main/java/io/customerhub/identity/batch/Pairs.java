package io.customerhub.identity.batch;

import java.util.Arrays;

/** Compared pairs of records as three growing columns. */
final class Pairs {

  private int[] left = new int[256];
  private int[] right = new int[256];
  private long[] vectors = new long[256];
  private int size;

  /** Adds a pair; those of one right record that come after each other are kept by the left one. */
  void add(int a, int b, long vector) {
    if (size == left.length) {
      left = Arrays.copyOf(left, size * 2);
      right = Arrays.copyOf(right, size * 2);
      vectors = Arrays.copyOf(vectors, size * 2);
    }
    int at = size++;
    // So that it does not matter in which order the keys were looked up.
    for (; at > 0 && right[at - 1] == b && left[at - 1] > a; at--) {
      left[at] = left[at - 1];
      right[at] = b;
      vectors[at] = vectors[at - 1];
    }
    left[at] = a;
    right[at] = b;
    vectors[at] = vector;
  }

  void addAll(Pairs other) {
    for (int i = 0; i < other.size; i++) {
      add(other.left[i], other.right[i], other.vectors[i]);
    }
  }

  int size() {
    return size;
  }

  int left(int i) {
    return left[i];
  }

  int right(int i) {
    return right[i];
  }

  long vector(int i) {
    return vectors[i];
  }
}

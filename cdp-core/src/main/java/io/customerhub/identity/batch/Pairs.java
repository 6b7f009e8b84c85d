package io.customerhub.identity.batch;

import java.util.Arrays;

/** Compared pairs of records as three growing columns. */
final class Pairs {

  private int[] left = new int[256];
  private int[] right = new int[256];
  private long[] vectors = new long[256];
  private int size;

  void add(int a, int b, long vector) {
    if (size == left.length) {
      left = Arrays.copyOf(left, size * 2);
      right = Arrays.copyOf(right, size * 2);
      vectors = Arrays.copyOf(vectors, size * 2);
    }
    left[size] = a;
    right[size] = b;
    vectors[size++] = vector;
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

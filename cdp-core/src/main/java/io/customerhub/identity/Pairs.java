package io.customerhub.identity;

import java.util.Arrays;

/**
 * Compared pairs of records, which are numbers from 0 on, as three growing columns. Not
 * thread-safe.
 */
public final class Pairs {

  private int[] left = new int[256];
  private int[] right = new int[256];
  private long[] vectors = new long[256];
  private int size;

  /** Creates an empty list. */
  public Pairs() {}

  /**
   * Adds a pair; those of one right record that come after each other are kept by the left one.
   *
   * @param vector the {@link ComparisonVector#bits() bits} of its vector
   */
  public void add(int a, int b, long vector) {
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

  /** Adds all pairs of another list behind those of this one. */
  public void addAll(Pairs other) {
    for (int i = 0; i < other.size; i++) {
      add(other.left[i], other.right[i], other.vectors[i]);
    }
  }

  /** Returns how many pairs there are. */
  public int size() {
    return size;
  }

  /** Returns the smaller record of a pair. */
  public int left(int i) {
    return left[i];
  }

  /** Returns the larger record of a pair. */
  public int right(int i) {
    return right[i];
  }

  /** Returns the bits of the vector of a pair. */
  public long vector(int i) {
    return vectors[i];
  }
}

package io.customerhub.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compared pairs of records, which are numbers from 0 on, as three growing columns. Beyond a number
 * of pairs they are kept in temporary files. Not thread-safe.
 */
public final class Pairs {

  /** How many pairs are held in memory by default; 128 MiB. */
  public static final int IN_MEMORY = 1 << 23;

  private static final int FIRST = 256;

  private final int inMemory;
  private int[] left = new int[FIRST];
  private int[] right = new int[FIRST];
  private long[] vectors = new long[FIRST];
  private @Nullable PairFiles files;
  private int size;

  /** Creates an empty list that holds {@value #IN_MEMORY} pairs in memory. */
  public Pairs() {
    this(IN_MEMORY);
  }

  /**
   * Creates an empty list.
   *
   * @param inMemory how many pairs to hold in memory, of 16 bytes each
   */
  public Pairs(int inMemory) {
    this.inMemory = inMemory;
  }

  /**
   * Adds a pair; those of one right record that come after each other are kept by the left one.
   *
   * @param vector the {@link ComparisonVector#bits() bits} of its vector
   * @throws java.io.UncheckedIOException if a temporary file cannot be written
   */
  public void add(int a, int b, long vector) {
    makeRoom(1);
    int at = size++;
    // So that it does not matter in which order the keys were looked up.
    for (; at > 0 && right(at - 1) == b && left(at - 1) > a; at--) {
      set(at, left(at - 1), b, vector(at - 1));
    }
    set(at, a, b, vector);
  }

  /**
   * Adds all pairs of another list behind those of this one.
   *
   * @throws java.io.UncheckedIOException if a temporary file cannot be written
   */
  public void addAll(Pairs other) {
    makeRoom(other.size);
    for (int i = 0; i < other.size; i++) {
      add(other.left(i), other.right(i), other.vector(i));
    }
  }

  private void makeRoom(int more) {
    int needed = Math.addExact(size, more);
    int held = Math.min(needed, inMemory);
    if (held > left.length) {
      // Half as much again: doubling would take three times the room while it copies.
      int length = Math.min(inMemory, Math.max(held, left.length + left.length / 2));
      left = Arrays.copyOf(left, length);
      right = Arrays.copyOf(right, length);
      vectors = Arrays.copyOf(vectors, length);
    }
    if (needed > inMemory && files == null) {
      files = new PairFiles();
    }
  }

  private void set(int i, int a, int b, long vector) {
    if (i < inMemory) {
      left[i] = a;
      right[i] = b;
      vectors[i] = vector;
    } else if (files != null) {
      files.set(i - inMemory, a, b, vector);
    }
  }

  /** Returns how many pairs there are. */
  public int size() {
    return size;
  }

  /** Returns the smaller record of a pair. */
  public int left(int i) {
    return files == null || i < inMemory ? left[i] : files.left(i - inMemory);
  }

  /** Returns the larger record of a pair. */
  public int right(int i) {
    return files == null || i < inMemory ? right[i] : files.right(i - inMemory);
  }

  /** Returns the bits of the vector of a pair. */
  public long vector(int i) {
    return files == null || i < inMemory ? vectors[i] : files.vector(i - inMemory);
  }
}

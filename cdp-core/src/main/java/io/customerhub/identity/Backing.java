package io.customerhub.identity;

/**
 * Tells whether so many records of one group match records of another, one by one, that what the
 * rest of them say does not matter. Of somebody with ten records and more, most pairs say too
 * little, or something else: on average these may speak against what a few say clearly. As
 * thread-safe as what it asks.
 */
final class Backing {

  /**
   * How many of the larger group have to match each of the smaller one at most, on average. Two
   * families can be alike in many records, a single record is not alike to another person's twice.
   */
  static final int MOST_NEEDED = 4;

  /** A pair above it is more likely of one person than not. */
  private static final double LIKELY = 0;

  /** Most records of a group that are looked at. */
  private static final int MOST_RECORDS = 30;

  private final PairWeights weights;

  Backing(PairWeights weights) {
    this.weights = weights;
  }

  /** Returns whether enough pairs match, and none contradicts. */
  boolean suffices(int[] a, int[] b) {
    int[] smaller = a.length <= b.length ? a : b;
    int[] larger = smaller == a ? b : a;
    int least = Math.min(MOST_NEEDED, smaller.length + 1);
    if (larger.length < least || weights.vetoes().families()) {
      return false;
    }
    int rows = Math.min(MOST_RECORDS, smaller.length);
    int columns = Math.min(MOST_RECORDS, larger.length);
    int matches = 0;
    for (int row = 0; row < rows; row++) {
      int one = spread(smaller, row, rows);
      for (int column = 0; column < columns; column++) {
        int other = spread(larger, column, columns);
        long vector = weights.vector(one, other);
        if (weights.vetoes().contradict(vector)) {
          return false;
        }
        matches += isMatch(one, other, vector) ? 1 : 0;
      }
    }
    return matches >= least * rows;
  }

  private boolean isMatch(int one, int other, long vector) {
    return weights.bits(one, other, vector) > LIKELY && !weights.vetoes().forbid(vector);
  }

  /** Evenly chosen where there are too many. */
  private static int spread(int[] records, int at, int of) {
    return records[(int) ((long) at * records.length / of)];
  }
}

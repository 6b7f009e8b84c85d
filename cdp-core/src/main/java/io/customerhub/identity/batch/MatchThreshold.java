package io.customerhub.identity.batch;

import io.customerhub.identity.PairWeights;
import io.customerhub.identity.Pairs;

/**
 * Finds from how many bits on two records match: where they are more likely of one person than not,
 * unless too many of the matches would then be wrong. Data without duplicates has hardly any pair
 * that is clear, and many that are not. Among very many records some are alike by chance in more
 * than the weights know of: beyond ten thousand, each tenfold asks for a bit more.
 */
final class MatchThreshold {

  /** More is never asked for. */
  static final double MOST_BITS = Scores.MATCH_BITS;

  /** The least share of right ones that is expected among all matches. */
  private static final double LEAST_RIGHT = 0.86;

  /** With more records more is asked for in any case. */
  private static final double MANY_RECORDS = 10_000;

  private static final int STEPS_PER_BIT = 4;
  private static final int STEPS = (int) (MOST_BITS * STEPS_PER_BIT);

  /** By steps from 0 on; what weighs more than is ever asked for is in the last. */
  private final long[] matches = new long[STEPS + 1];

  private final double[] right = new double[STEPS + 1];

  private MatchThreshold() {}

  /**
   * Returns the threshold, in bits.
   *
   * @param pairs those that are candidates
   * @param records how many there are
   */
  static double of(Pairs pairs, PairWeights weights, int records) {
    MatchThreshold threshold = new MatchThreshold();
    for (int pair = 0; pair < pairs.size(); pair++) {
      long vector = pairs.vector(pair);
      if (!weights.vetoes().forbid(vector)) {
        threshold.count(weights.bits(pairs.left(pair), pairs.right(pair), vector));
      }
    }
    return Math.max(threshold.bits(), least(records));
  }

  private static double least(int records) {
    double tenfolds = Math.log10(Math.max(MANY_RECORDS, records) / MANY_RECORDS);
    return Math.min(MOST_BITS, tenfolds);
  }

  private void count(double bits) {
    if (bits >= 0) {
      int step = (int) Math.min(STEPS, bits * STEPS_PER_BIT);
      matches[step]++;
      right[step] += Prior.probability(bits);
    }
  }

  private double bits() {
    long all = 0;
    double expected = 0;
    int lowest = STEPS;
    for (int step = STEPS; step >= 0; step--) {
      all += matches[step];
      expected += right[step];
      if (expected >= LEAST_RIGHT * all) {
        lowest = step;
      }
    }
    return (double) lowest / STEPS_PER_BIT;
  }
}

package io.customerhub.identity.batch;

import io.customerhub.identity.PairWeights;
import io.customerhub.identity.Pairs;

/**
 * Finds from how many bits on two records match: where they are more likely of one person than not,
 * unless too many of the matches would then be wrong. Data without duplicates has hardly any pair
 * that is clear, and many that are not.
 */
final class MatchThreshold {

  /** More is never asked for. */
  static final double MOST_BITS = Scores.MATCH_BITS;

  /** The least share of right ones that is expected among all matches. */
  private static final double LEAST_RIGHT = 0.86;

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
   */
  static double of(Pairs pairs, PairWeights weights) {
    MatchThreshold threshold = new MatchThreshold();
    for (int pair = 0; pair < pairs.size(); pair++) {
      long vector = pairs.vector(pair);
      if (!weights.vetoes().forbid(vector)) {
        threshold.count(weights.bits(pairs.left(pair), pairs.right(pair), vector));
      }
    }
    return threshold.bits();
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

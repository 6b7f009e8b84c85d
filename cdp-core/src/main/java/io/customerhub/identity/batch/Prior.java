package io.customerhub.identity.batch;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.Vetoes;

/**
 * How likely two records at random are of one person: as likely as the candidates say that follow
 * from it, found as a fixed point.
 */
final class Prior {

  private static final int ROUNDS = 10;

  /** How many other records of its person a record has, at most and at least. */
  private static final double MOST_OTHERS = 16;

  private static final double LEAST_OTHERS = 1.0 / 16;

  private final Patterns patterns;
  private final Vetoes vetoes;
  private final double possible;
  private final double most;
  private final double least;

  Prior(Patterns patterns, Vetoes vetoes, int records) {
    this.patterns = patterns;
    this.vetoes = vetoes;
    this.possible = Math.max(1, records * (records - 1.0) / 2);
    // Very many records of each person are a reason for doubt, and so is no pair at all.
    this.most = Math.min(1.0 / 16, MOST_OTHERS / Math.max(1, records - 1));
    this.least = Math.min(1.0 / 16, LEAST_OTHERS / Math.max(1, records - 1));
  }

  /** Returns the most that is believed. */
  double most() {
    return most;
  }

  /** Returns the model with the prior that its own matches confirm. */
  MatchModel fixed(MatchModel model) {
    double share = most / 4;
    for (int round = 0; round < ROUNDS; round++) {
      double expected = expected(model.withPrior(logOdds(share)));
      share = Math.max(least, Math.min(most, expected * patterns.stride() / possible));
    }
    return model.withPrior(logOdds(share));
  }

  private double expected(MatchModel model) {
    double[] sum = {0};
    patterns
        .all()
        .forEachSorted(
            (vector, count) -> sum[0] += vetoes.forbid(vector) ? 0 : count * ofOne(vector, model));
    return sum[0];
  }

  /**
   * Returns how likely two records are of one person by a model alone.
   *
   * @param levels at which they agree, as they are counted: weighed without echoes
   */
  static double ofOne(long levels, MatchModel model) {
    return probability(model.bits(ComparisonVector.withoutEchoes(levels)));
  }

  static double logOdds(double probability) {
    return Math.log(probability / (1 - probability)) / Math.log(2);
  }

  static double probability(double bits) {
    return 1 / (1 + Math.pow(2, -bits));
  }
}

package io.customerhub.identity;

import java.util.Arrays;

/** What each level weighs, with the probabilities that make the weight. Immutable. */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
final class LevelWeights {

  private static final int LEVELS = Level.values().length;

  private final double[] m;
  private final double[] u;
  private final double[] bits;

  /** Made once: the edges of a large graph hold millions of them. */
  private final Evidence[] evidence;

  private LevelWeights(double[] m, double[] u, double[] bits, Evidence[] evidence) {
    this.m = m;
    this.u = u;
    this.bits = bits;
    this.evidence = evidence;
  }

  static LevelWeights defaults() {
    LevelWeights weights =
        new LevelWeights(
            new double[LEVELS], new double[LEVELS], new double[LEVELS], new Evidence[LEVELS]);
    for (Level level : Level.values()) {
      weights.bits[level.ordinal()] = level.bits();
      weights.evidence[level.ordinal()] = level.evidence();
    }
    for (Comparisons.Comparison comparison : Comparisons.all()) {
      double sum = comparison.levels().stream().mapToDouble(LevelWeights::defaultU).sum();
      for (Level level : comparison.levels()) {
        weights.m[level.ordinal()] = Comparisons.defaultM(level);
        weights.u[level.ordinal()] = defaultU(level) / sum;
      }
    }
    return weights;
  }

  private static double defaultU(Level level) {
    return Comparisons.defaultM(level) / Math.pow(2, level.bits());
  }

  LevelWeights with(Level level, double newBits, double newM, double newU) {
    LevelWeights copy = new LevelWeights(m.clone(), u.clone(), bits.clone(), evidence.clone());
    copy.bits[level.ordinal()] = newBits;
    copy.evidence[level.ordinal()] =
        new Evidence(level.evidence().comparison(), level.evidence().level(), newBits);
    copy.m[level.ordinal()] = newM;
    copy.u[level.ordinal()] = newU;
    return copy;
  }

  double m(Level level) {
    return m[level.ordinal()];
  }

  double u(Level level) {
    return u[level.ordinal()];
  }

  double bits(Level level) {
    return bits[level.ordinal()];
  }

  Evidence evidence(Level level) {
    return evidence[level.ordinal()];
  }

  /** Returns the prior and the weights of all levels of a vector, which holds no echoes. */
  double bits(long vector) {
    double sum = bits[0];
    for (long rest = vector; rest != 0; rest &= rest - 1) {
      sum += bits[Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LevelWeights weights
        && Arrays.equals(m, weights.m)
        && Arrays.equals(u, weights.u)
        && Arrays.equals(bits, weights.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }
}

package io.customerhub.identity.batch;

import io.customerhub.identity.Evidence;
import io.customerhub.identity.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What each level of agreement weighs. Immutable and thread-safe; holds no personal data.
 *
 * <p>The weight of a level is the logarithm to base 2 of m over u: m is how often two records of
 * one person come out at the level, u how often two records of different people do.
 */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
public final class MatchModel {

  private static final int LEVELS = Level.values().length;

  private final double[] m;
  private final double[] u;
  private final double[] bits;
  private final String origin;

  MatchModel(double[] m, double[] u, double[] bits, String origin) {
    this.m = m.clone();
    this.u = u.clone();
    this.bits = bits.clone();
    this.origin = origin;
  }

  /** Returns the model with the default weights. */
  public static MatchModel defaults() {
    double[] m = new double[LEVELS];
    double[] u = new double[LEVELS];
    double[] bits = new double[LEVELS];
    for (Level level : Level.values()) {
      bits[level.ordinal()] = level.bits();
    }
    for (Comparisons.Comparison comparison : Comparisons.all()) {
      double sum = comparison.levels().stream().mapToDouble(MatchModel::defaultU).sum();
      for (Level level : comparison.levels()) {
        m[level.ordinal()] = Comparisons.defaultM(level);
        u[level.ordinal()] = defaultU(level) / sum;
      }
    }
    return new MatchModel(m, u, bits, "defaults");
  }

  private static double defaultU(Level level) {
    return Comparisons.defaultM(level) / Math.pow(2, level.bits());
  }

  /** Returns a copy with another prior. */
  MatchModel withPrior(double priorBits) {
    double[] changed = bits.clone();
    changed[Level.PRIOR.ordinal()] = priorBits;
    return new MatchModel(m, u, changed, origin);
  }

  MatchModel withOrigin(String other) {
    return new MatchModel(m, u, bits, other);
  }

  /** Returns where the weights come from: defaults, or an estimate and from how much. */
  public String origin() {
    return origin;
  }

  /** Returns the weight of a level, in bits; of {@link Level#PRIOR} the prior log-odds. */
  public double bits(Level level) {
    return bits[level.ordinal()];
  }

  /** Returns the m-probability of a level; 0 if its weight is not made of probabilities. */
  public double m(Level level) {
    return m[level.ordinal()];
  }

  /** Returns the u-probability of a level; 0 if its weight is not made of probabilities. */
  public double u(Level level) {
    return u[level.ordinal()];
  }

  /** Returns the prior and the weights of the levels of a vector, without term frequencies. */
  double bits(long vector) {
    double sum = bits[0];
    for (long rest = vector; rest != 0; rest &= rest - 1) {
      sum += bits[Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  /** Returns a line for each level whose weight is at least half a bit off its default. */
  public List<String> changes() {
    List<String> changes = new ArrayList<>();
    for (Level level : Level.values()) {
      if (Math.abs(bits(level) - level.bits()) >= 0.5) {
        Evidence evidence = level.evidence();
        changes.add(
            String.format(
                Locale.ROOT,
                "%s, %s: %.1f instead of %.1f bits",
                evidence.comparison(),
                evidence.level(),
                bits(level),
                level.bits()));
      }
    }
    return changes;
  }

  /** Returns the origin and the prior. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "MatchModel[%s, prior %.1f bits]", origin, bits[0]);
  }
}

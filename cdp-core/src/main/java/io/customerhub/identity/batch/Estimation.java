package io.customerhub.identity.batch;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Comparisons;
import io.customerhub.identity.KeyKind;
import io.customerhub.identity.Level;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.Vetoes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Estimates the weights: u from random pairs, m by expectation-maximisation over the candidate
 * pairs, one session for each kind of key, in which the fields of the key do not count. Pulled to
 * the defaults by pseudo-counts, and {@link MonotoneWeights monotone}.
 */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
final class Estimation {

  private static final int LEVELS = Level.values().length;
  private static final int ROUNDS = 20;

  /** How many pairs of one person, and of different people, the defaults count for. */
  private static final double PULL_M = 100;

  private static final double PULL_U = 200;
  private static final double LEAST_U = 1e-6;
  private static final double LEAST_M = 1e-4;

  /** With fewer expected matches there is nothing to learn from. */
  private static final double LEAST_MATCHES = 20;

  /**
   * Fewer records that differ are nothing to learn from, however many copies there are: not even
   * how often different people agree, since all pairs seem to.
   */
  private static final int LEAST_RECORDS = 25;

  /** Among few records one name alone is no reason to join two of them. */
  private static final double FEW_PRIOR = -11;

  private static final long ONE_ADDRESS = ComparisonVector.bit(Level.EMAIL_EXACT);

  private final Patterns patterns;
  private final Vetoes vetoes;
  private final Prior prior;
  private final MatchModel defaults = MatchModel.defaults();
  private final int different;
  private final int records;
  private final double[] exactU;
  private final double[] shares = new double[Patterns.KINDS];
  private final long[] masks = new long[Patterns.KINDS];

  /**
   * Prepares an estimation.
   *
   * @param different how many records are left if those that say the same count once
   * @param exactU for each level its u as counted per person; 0 where it was not counted
   */
  Estimation(Patterns patterns, int records, int different, double[] exactU) {
    this.patterns = patterns;
    this.vetoes = patterns.vetoes();
    this.different = different;
    this.records = records;
    this.prior = new Prior(patterns, vetoes, records);
    this.exactU = exactU.clone();
    for (KeyKind kind : KeyKind.values()) {
      shares[kind.ordinal()] = 0.2;
      masks[kind.ordinal()] = Comparisons.without(kind.fields());
    }
  }

  MatchModel run() {
    return SharedAddresses.weighed(estimate(), patterns, vetoes)
        .withThresholds(Scores.MATCH_BITS, Scores.POSSIBLE_BITS);
  }

  private MatchModel estimate() {
    if (different < LEAST_RECORDS) {
      String why = String.format(Locale.ROOT, "defaults: only %d different records", different);
      double bits = Math.min(FEW_PRIOR, prior.fixed(defaults).bits(Level.PRIOR));
      return defaults.withPrior(bits).withOrigin(why, false);
    }
    MatchModel model = prior.fixed(withWeights(new double[LEVELS], defaults));
    double matches = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] of = new double[LEVELS];
      matches = expect(model, of);
      if (matches < LEAST_MATCHES) {
        return few(matches);
      }
      model = prior.fixed(withWeights(of, model));
    }
    return model.withOrigin(
        String.format(
            Locale.ROOT,
            "estimated from %d sampled pairs, about %.0f of them matches",
            patterns.all().total(),
            matches),
        /* isEstimated= */ true);
  }

  private MatchModel few(double matches) {
    return defaults(
        String.format(Locale.ROOT, "defaults, u counted: only %.0f likely matches", matches));
  }

  private MatchModel defaults(String why) {
    return prior.fixed(withWeights(new double[LEVELS], defaults)).withOrigin(why, false);
  }

  /** Adds the expected matches at each level; returns how many matches are expected at most. */
  private double expect(MatchModel model, double[] of) {
    double most = 0;
    for (int kind = 0; kind < Patterns.KINDS; kind++) {
      LongCounter session = patterns.session(kind);
      if (session.total() > 0) {
        double matches = expect(model, session, kind, of);
        shares[kind] = Math.min(0.99, Math.max(1e-4, matches / session.total()));
        most = Math.max(most, matches);
      }
    }
    return most;
  }

  private double expect(MatchModel model, LongCounter session, int kind, double[] of) {
    double base = Prior.logOdds(shares[kind]) - model.bits(Level.PRIOR);
    double[] matches = {0};
    session.forEachSorted(
        (vector, count) -> {
          long seen = vector & masks[kind];
          double bits = base + model.bits(ComparisonVector.withoutEchoes(seen));
          double expected = vetoes.forbid(vector) ? 0 : count * Prior.probability(bits);
          matches[0] += expected;
          addLevels(seen, expected, of);
        });
    return matches[0];
  }

  private static void addLevels(long vector, double weight, double[] to) {
    for (long rest = vector; rest != 0; rest &= rest - 1) {
      to[Long.numberOfTrailingZeros(rest)] += weight;
    }
  }

  private MatchModel withWeights(double[] matches, MatchModel model) {
    double[] chance = chance(model);
    double[] m = new double[LEVELS];
    double[] u = new double[LEVELS];
    double[] bits = new double[LEVELS];
    Set<Level> weighed = EnumSet.noneOf(Level.class);
    for (Comparisons.Comparison comparison : Comparisons.all()) {
      share(comparison, matches, PULL_M, m, false);
      share(comparison, chance, PULL_U, u, true);
      if (isSeen(comparison, chance)) {
        MonotoneWeights.weigh(comparison, m, u, bits);
        weighed.addAll(comparison.levels());
      }
    }
    MatchModel made = defaults.withPrior(model.bits(Level.PRIOR));
    for (Comparisons.Comparison comparison : Comparisons.all()) {
      for (Level level : comparison.levels()) {
        int at = level.ordinal();
        double weight = weighed.contains(level) ? bits[at] : level.bits();
        made = made.withWeight(level, weight, m[at], u[at]);
      }
    }
    return made;
  }

  private static boolean isSeen(Comparisons.Comparison comparison, double[] chance) {
    return comparison.levels().stream().anyMatch(level -> chance[level.ordinal()] > 0);
  }

  /** Random pairs at each level, less those that are likely of one person. */
  private double[] chance(MatchModel model) {
    double[] matches = {0};
    patterns
        .random()
        .forEachSorted((vector, count) -> matches[0] += count * Prior.ofOne(vector, model));
    // What nearly all records say would otherwise pass for a sign of one person.
    double trust = Math.min(1, prior.most() * patterns.random().total() / Math.max(1, matches[0]));
    double[] chance = new double[LEVELS];
    patterns
        .random()
        .forEachSorted(
            (vector, count) ->
                addLevels(vector, count * (1 - likelyOne(vector, trust, model)), chance));
    atLeastAmongCandidates(model, chance);
    return chance;
  }

  /**
   * Pairs at random hardly ever agree where one in a hundred thousand does. Among the candidates
   * are most of those that nearly agree: so many, at least, do by chance.
   */
  private void atLeastAmongCandidates(MatchModel model, double[] chance) {
    double[] seen = new double[LEVELS];
    patterns
        .all()
        .forEachSorted(
            (vector, count) -> addLevels(vector, count * ofDifferent(vector, model), seen));
    double possible = records * (records - 1.0) / 2;
    double scale = patterns.stride() * patterns.random().total() / Math.max(1, possible);
    Comparisons.all().stream()
        .filter(comparison -> isSeen(comparison, chance))
        .flatMap(comparison -> comparison.levels().stream().map(Level::ordinal))
        .forEach(level -> chance[level] = Math.max(chance[level], seen[level] * scale));
  }

  private double ofDifferent(long vector, MatchModel model) {
    return vetoes.forbid(vector) ? 1 : 1 - Prior.ofOne(vector, model);
  }

  /**
   * Two people do not come to one address by chance. Where records say little else, what many pairs
   * have in common would otherwise pass for common, the more so the more of them are one person's.
   */
  private double likelyOne(long vector, double trust, MatchModel model) {
    boolean oneAddress = (vector & ONE_ADDRESS) != 0 && !vetoes.forbid(vector);
    return oneAddress ? 1 : trust * Prior.ofOne(vector, model);
  }

  private void share(
      Comparisons.Comparison comparison, double[] counts, double pull, double[] to, boolean isU) {
    double total = pull;
    for (Level level : comparison.levels()) {
      total += counts[level.ordinal()];
    }
    for (Level level : comparison.levels()) {
      int at = level.ordinal();
      double byDefault = isU ? defaults.u(level) : defaults.m(level);
      double share = (counts[at] + pull * byDefault) / total;
      boolean countedExactly = isU && exactU[at] > 0;
      to[at] = Math.max(isU ? LEAST_U : LEAST_M, countedExactly ? exactU[at] : share);
    }
  }
}

package io.customerhub.lookalike;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What sets members apart from others: for each feature the weight of evidence in bits, {@code
 * log2((m + 1/2) / (M + 1) / ((o + 1/2) / (O + 1)))} where m of M members and o of O others have
 * it. Immutable and thread-safe.
 *
 * <p>The weight of evidence is that of I. J. Good, "Weight of evidence: a brief survey", Bayesian
 * Statistics 2, 1985. Adding it up is naive Bayes: features count as if independent, which those of
 * one event are not. So scores put people in order; they are no probabilities. Only what somebody
 * has counts, not what is missing: of most anonymous people little is known.
 */
public final class LookalikeModel {

  /** Most bits that one feature gives or takes, so that no single one decides. */
  public static final int MOST_BITS = 4;

  private static final int SHOWN = 20;

  private final long members;
  private final long others;
  private final boolean narrowed;
  private final Map<Feature, WeighedFeature> weights = new HashMap<>();

  LookalikeModel(long members, long others, boolean narrowed, Collection<WeighedFeature> features) {
    this.members = members;
    this.others = others;
    this.narrowed = narrowed;
    features.forEach(one -> weights.put(one.feature(), one));
  }

  /** Returns how many members it was made of. */
  public long members() {
    return members;
  }

  /** Returns how many others it was made of. */
  public long others() {
    return others;
  }

  /** Returns whether there were more names than {@link FeatureCounts#MOST_NAMES}. */
  public boolean isNarrowed() {
    return narrowed;
  }

  /** Returns all features that say something, the one that speaks most for a member first. */
  public List<WeighedFeature> features() {
    return weights.values().stream().sorted(WeighedFeature.STRONGEST_FIRST).toList();
  }

  /** Returns what a person's features say, the one that speaks most for a member first. */
  public List<WeighedFeature> weigh(Set<Feature> features) {
    return features.stream()
        .map(weights::get)
        .filter(Objects::nonNull)
        .sorted(WeighedFeature.STRONGEST_FIRST)
        .toList();
  }

  /** Returns the sum of bits; equal for equal features. */
  public double score(Set<Feature> features) {
    return weigh(features).stream().mapToDouble(WeighedFeature::bits).sum();
  }

  /** Returns the strongest features, a line each with bits and counts; texts are masked. */
  public String text() {
    List<WeighedFeature> all = features();
    StringBuilder text = new StringBuilder();
    text.append(members).append(" members, ").append(others).append(" others, ");
    text.append(all.size()).append(" features\n");
    all.stream().limit(SHOWN).forEach(one -> line(text, one));
    return text.toString();
  }

  private static void line(StringBuilder text, WeighedFeature one) {
    text.append(one).append(" (").append(one.members()).append(" members, ");
    text.append(one.others()).append(" others)\n");
  }

  /** Returns counts only. */
  @Override
  public String toString() {
    return "LookalikeModel["
        + members
        + " members, "
        + others
        + " others, "
        + weights.size()
        + " features]";
  }
}

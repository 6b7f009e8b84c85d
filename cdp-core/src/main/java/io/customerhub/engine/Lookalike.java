package io.customerhub.engine;

import io.customerhub.lookalike.WeighedFeature;
import io.customerhub.profile.ProfileId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Somebody outside a segment who is like its members.
 *
 * @param profile the canonical id
 * @param isAnonymous whether only cookies and devices are known of the person
 * @param score the sum of bits of all features; always above 0
 * @param features what speaks for it, the strongest first, at most {@value #MOST_FEATURES}
 */
public record Lookalike(
    ProfileId profile, boolean isAnonymous, double score, List<WeighedFeature> features) {

  /** Most features that are told of a person. */
  public static final int MOST_FEATURES = 10;

  /** Of equal scores the older profile first, so that the order is always the same. */
  static final Comparator<Lookalike> BEST_FIRST =
      Comparator.comparingDouble(Lookalike::score).reversed().thenComparing(Lookalike::profile);

  /** Copies the features. */
  public Lookalike {
    Objects.requireNonNull(profile, "profile");
    features = List.copyOf(features);
  }

  /** Returns id, score and features; texts are masked. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %.2f bits %s", profile, score, features);
  }
}

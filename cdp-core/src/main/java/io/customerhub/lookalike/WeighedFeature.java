package io.customerhub.lookalike;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * A feature and what it says.
 *
 * @param feature the feature
 * @param bits the weight of evidence: above 0 if members have it more often than others, below 0 if
 *     less often; -{@value LookalikeModel#MOST_BITS} to {@value LookalikeModel#MOST_BITS}
 * @param members how many members have it
 * @param others how many others have it
 */
public record WeighedFeature(Feature feature, double bits, long members, long others) {

  /** The one that speaks most for a member first. */
  static final Comparator<WeighedFeature> STRONGEST_FIRST =
      Comparator.comparingDouble(WeighedFeature::bits)
          .reversed()
          .thenComparing(WeighedFeature::feature);

  /** Checks that the feature is present. */
  public WeighedFeature {
    Objects.requireNonNull(feature, "feature");
  }

  /** Returns bits and feature; texts are masked. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%+.2f %s", bits, feature);
  }
}

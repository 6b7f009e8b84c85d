package io.customerhub.identity.batch;

import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.Waterfall;
import java.util.List;
import java.util.Objects;

/**
 * Why two records are together or apart. Holds no personal data but the records' ids.
 *
 * @param a a record's id
 * @param b the other's
 * @param grade what the pair is on its own
 * @param waterfall the prior, each level, each rare or common value; they add up to {@link #bits()}
 * @param keys the kinds of keys that the two share
 * @param verdict what became of the pair, in words
 */
public record PairExplanation(
    String a, String b, Grade grade, Waterfall waterfall, List<String> keys, String verdict) {

  /** Checks and copies the parts. */
  public PairExplanation {
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(waterfall, "waterfall");
    keys = List.copyOf(keys);
  }

  /** Returns the sum of the waterfall's bars. */
  public double bits() {
    return waterfall.bits();
  }

  /** Returns the probability that the two are of one person, by these weights. */
  public double probability() {
    return waterfall.probability();
  }
}

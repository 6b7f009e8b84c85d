package io.customerhub.identity;

import java.util.List;
import java.util.Objects;

/**
 * The outcome of comparing two records.
 *
 * @param grade what to do with the pair
 * @param evidence the comparisons made, each with its weight, the prior first; they add up to
 *     {@link #bits()}
 */
public record Match(Grade grade, List<Evidence> evidence) {

  /** What to do with a pair of records. */
  public enum Grade {
    /** Of one person: join them. */
    MATCH,
    /** May be of one person: show the pair to somebody who can tell. */
    POSSIBLE,
    /** Nothing says that they are of one person. */
    NO
  }

  /** Checks and copies the parts. */
  public Match {
    Objects.requireNonNull(grade, "grade");
    evidence = List.copyOf(evidence);
  }

  /**
   * Returns whether the two live together as a family does: surname and home are one, given names
   * are not. Related, whatever the grade.
   */
  public boolean isHousehold() {
    return evidence.stream().anyMatch(e -> e.comparison().equals(Weighing.HOUSEHOLD));
  }

  /** Returns the sum of the weights, in bits: 1 doubles the odds that it is one person. */
  public double bits() {
    return evidence.stream().mapToDouble(Evidence::bits).sum();
  }
}

package io.customerhub.identity;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The outcome of comparing two records.
 *
 * @param grade what to do with the pair
 * @param evidence the comparisons made, each with its weight, the prior first; they add up to
 *     {@link #bits()}
 */
public record Match(Grade grade, List<Evidence> evidence) {

  private static final Set<String> WHO = Set.of("birth_date", "email", "id", "device");

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

  /**
   * Returns what an edge between the two says: similar if they match, related if they are a
   * household and nothing else says that they are one person, possible otherwise. Twins are
   * possible: who lives together and was born on one day may be one person under two names.
   *
   * @throws IllegalStateException if the grade is {@link Grade#NO}
   */
  public LinkKind linkKind() {
    if (grade == Grade.NO) {
      throw new IllegalStateException("nothing links the two: " + grade);
    }
    if (grade == Grade.MATCH) {
      return LinkKind.SIMILAR;
    }
    return isHousehold() && evidence.stream().noneMatch(Match::saysWho)
        ? LinkKind.HOUSEHOLD
        : LinkKind.POSSIBLE;
  }

  private static boolean saysWho(Evidence evidence) {
    return evidence.bits() > 0 && WHO.contains(evidence.comparison());
  }

  /** Returns the sum of the weights, in bits: 1 doubles the odds that it is one person. */
  public double bits() {
    return evidence.stream().mapToDouble(Evidence::bits).sum();
  }
}

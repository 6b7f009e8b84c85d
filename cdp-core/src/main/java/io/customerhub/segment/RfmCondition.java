package io.customerhub.segment;

import java.util.Objects;

/**
 * Holds if one of a person's RFM scores, 1 to 5, compares as asked. Somebody who bought nothing has
 * none, nor has anybody before scores were first computed.
 *
 * @param part which score
 * @param test a comparison with numbers, the negation of one, or whether there is a score
 */
public record RfmCondition(Part part, ValueTest test) implements Condition {

  /** What is scored; 5 is the best of each. */
  public enum Part {
    /** How recently somebody bought. */
    RECENCY,
    /** How often. */
    FREQUENCY,
    /** For how much. */
    MONETARY
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the test is none of numbers
   */
  public RfmCondition {
    Objects.requireNonNull(part, "part");
    if (!test.equals(ValueTest.EXISTS) && !test.equals(ValueTest.MISSING)) {
      Literals.numberTest(test);
    }
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }
}

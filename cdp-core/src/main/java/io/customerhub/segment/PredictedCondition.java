package io.customerhub.segment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds if a number that is foretold of a person compares as asked. Somebody who bought nothing has
 * none, nor has anybody before a model was fitted.
 *
 * <p>Whole days count, of the zone of the segments, up to the one before: so what somebody bought
 * today counts from midnight on, and the number moves at midnight and at no other instant, but for
 * facts about earlier days that come late, merges, splits, and another model.
 *
 * @param measure what is foretold
 * @param ahead how far to look ahead, at least a day; null where that does not matter
 * @param test a comparison with numbers, the negation of one, or whether there is a number
 */
public record PredictedCondition(Measure measure, @Nullable Span ahead, ValueTest test)
    implements Condition {

  /** What is foretold. */
  public enum Measure {
    /** How many days with a purchase are to be expected. */
    PURCHASES("predicted purchases"),
    /** How much money is to be expected of them. */
    VALUE("predicted value"),
    /** The probability that the person still buys at all, 0 to 1. */
    ALIVE("probability alive");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    /** Returns how it is written in text. */
    String words() {
      return words;
    }

    /** Returns whether it looks ahead. */
    boolean looksAhead() {
      return this != ALIVE;
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the test is none of numbers, or the span is missing, below
   *     a day, or one too many
   */
  public PredictedCondition {
    Objects.requireNonNull(measure, "measure");
    if ((ahead != null) != measure.looksAhead()) {
      throw new IllegalArgumentException(
          measure.words() + (ahead == null ? " needs a span" : " has no span"));
    }
    if (ahead != null && ahead.unit().compareTo(Span.Unit.DAY) < 0) {
      throw new IllegalArgumentException("expected days or longer to look ahead, found: " + ahead);
    }
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

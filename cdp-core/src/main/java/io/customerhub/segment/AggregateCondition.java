package io.customerhub.segment;

import java.time.Instant;

/**
 * Holds if a function of one property, over the events of a name or records of a kind that pass all
 * tests and lie in the window, compares as asked. Those without the property do not take part, nor
 * do values that are not numbers where a function needs numbers.
 *
 * @param function what is computed
 * @param property the property's name, 1 to 256 characters; empty if the function has none
 * @param of what takes part
 * @param test a comparison with numbers, or the negation of one; any test for the first, last and
 *     most frequent value
 * @param window when it has to have happened
 */
public record AggregateCondition(
    Aggregate function, String property, Selection of, ValueTest test, Window window)
    implements Condition {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the property's name is blank or too long, or the test is
   *     not of numbers where the function is
   */
  public AggregateCondition {
    property = new Calculation(function, property, of, window).property();
    if (function.isNumber()) {
      Literals.numberTest(test);
    }
    TestTree.check(test);
  }

  /** Returns what is computed, without the comparison. */
  public Calculation calculation() {
    return new Calculation(function, property, of, window);
  }

  /** Returns a copy that looks at the span up to now. */
  public AggregateCondition inLast(Span span) {
    return in(new Window.Last(span));
  }

  /** Returns a copy that looks at {@code from <= time < to}, as far as it is past. */
  public AggregateCondition during(Instant from, Instant to) {
    return in(new Window.Between(from, to));
  }

  /** Returns a copy that looks at a window. */
  public AggregateCondition in(Window newWindow) {
    return new AggregateCondition(function, property, of, test, newWindow);
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }
}

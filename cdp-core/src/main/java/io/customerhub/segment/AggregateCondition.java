package io.customerhub.segment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Holds if a function of one property, over the events of a name that pass all tests and lie in the
 * window, compares as asked. Events without the property do not take part, nor do values that are
 * not numbers unless different values are counted.
 *
 * @param function what is computed
 * @param property the property's name, 1 to 256 characters
 * @param event the event's name, 1 to 256 characters
 * @param where tests of the event's properties; an event takes part if all hold
 * @param test a comparison with numbers, or the negation of one
 * @param window when the events have to have happened
 */
public record AggregateCondition(
    Aggregate function,
    String property,
    String event,
    List<PropertyTest> where,
    ValueTest test,
    Window window)
    implements Condition {

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if a name is blank or too long, the test is no comparison with
   *     numbers, or there are more tests than {@value SegmentLimits#NODES}
   */
  public AggregateCondition {
    Objects.requireNonNull(function, "function");
    property = Literals.name("property", property);
    event = Literals.name("event", event);
    where = List.copyOf(where);
    TreeSize.checkNodes(where.size() + 1);
    if (!Literals.comparesNumbers(test)) {
      throw new IllegalArgumentException("expected a comparison with a number, found: " + test);
    }
    Objects.requireNonNull(window, "window");
  }

  /** Returns a copy that looks at the span up to now. */
  public AggregateCondition inLast(Span span) {
    return with(new Window.Last(span));
  }

  /** Returns a copy that looks at {@code from <= time < to}, as far as it is past. */
  public AggregateCondition during(Instant from, Instant to) {
    return with(new Window.Between(from, to));
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }

  private AggregateCondition with(Window newWindow) {
    return new AggregateCondition(function, property, event, where, test, newWindow);
  }
}

package io.customerhub.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Holds if the number of events of a name that pass all tests and lie in the window is in a range.
 * Starts as "at least once, at any time before now" from {@link Conditions#event}.
 *
 * @param event the event's name, 1 to 256 characters
 * @param where tests of the event's properties; an event counts if all hold
 * @param count how many events are needed
 * @param window when they have to have happened
 */
public record EventCondition(String event, List<PropertyTest> where, Count count, Window window)
    implements Condition {

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if the name is blank or too long, or there are more tests than
   *     {@value SegmentLimits#NODES}
   */
  public EventCondition {
    event = Literals.name("event", event);
    where = List.copyOf(where);
    TreeSize.checkNodes(where.size() + 1);
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(window, "window");
  }

  /** Returns a copy that counts only events that pass these tests, too. */
  public EventCondition where(PropertyTest... tests) {
    List<PropertyTest> both = new ArrayList<>(where);
    both.addAll(List.of(tests));
    return new EventCondition(event, both, count, window);
  }

  /** Returns a copy that needs at least so many events; 0 always holds. */
  public EventCondition atLeast(int times) {
    return with(Count.atLeast(times));
  }

  /** Returns a copy that allows at most so many events, and so none. */
  public EventCondition atMost(int times) {
    return with(Count.atMost(times));
  }

  /** Returns a copy that needs exactly so many events. */
  public EventCondition exactly(int times) {
    return with(Count.exactly(times));
  }

  /** Returns a copy that needs from {@code min} to {@code max} events, both included. */
  public EventCondition between(int min, int max) {
    return with(new Count(min, max));
  }

  /** Returns a copy that needs that there is no such event; it holds for people without events. */
  public EventCondition none() {
    return with(Count.NONE);
  }

  /** Returns a copy that looks at the span up to now. */
  public EventCondition inLast(Span span) {
    return with(new Window.Last(span));
  }

  /** Returns a copy that looks at {@code from <= time < to}, as far as it is past. */
  public EventCondition during(Instant from, Instant to) {
    return with(new Window.Between(from, to));
  }

  /**
   * Starts a comparison of the sum of a number property; 0 if no event has it.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject sum(String property) {
    return aggregate(Aggregate.SUM, property);
  }

  /**
   * Starts a comparison of the average of a number property; holds for nobody without one.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject avg(String property) {
    return aggregate(Aggregate.AVG, property);
  }

  /**
   * Starts a comparison of the smallest value of a number property; holds for nobody without one.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject min(String property) {
    return aggregate(Aggregate.MIN, property);
  }

  /**
   * Starts a comparison of the largest value of a number property; holds for nobody without one.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject max(String property) {
    return aggregate(Aggregate.MAX, property);
  }

  /**
   * Starts a comparison of how many different values a property has; 0 if no event has it.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject distinctCount(String property) {
    return aggregate(Aggregate.DISTINCT_COUNT, property);
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }

  private AggregateSubject aggregate(Aggregate function, String property) {
    if (!count.equals(Count.AT_LEAST_ONCE)) {
      throw new IllegalStateException(
          "either a number of times (" + count + ") or " + function.key() + ", not both");
    }
    return new AggregateSubject(this, function, property);
  }

  private EventCondition with(Count newCount) {
    return new EventCondition(event, where, newCount, window);
  }

  private EventCondition with(Window newWindow) {
    return new EventCondition(event, where, count, newWindow);
  }
}

package io.customerhub.segment;

import java.time.Instant;
import java.util.Objects;

/**
 * Holds if the number of events of a name, or records of a kind, that pass all tests and lie in the
 * window is in a range. Starts as "at least once, at any time before now" from {@link
 * Conditions#event} and {@link Conditions#has}.
 *
 * @param of what is counted
 * @param count how many are needed
 * @param window when they have to have happened
 */
public record OccurrenceCondition(Selection of, Count count, Window window) implements Condition {

  /** Checks that the parts are present. */
  public OccurrenceCondition {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(window, "window");
  }

  /** Returns a copy that counts only what passes these tests, too. */
  public OccurrenceCondition where(PropertyTest... tests) {
    return new OccurrenceCondition(of.where(tests), count, window);
  }

  /** Returns a copy that needs at least so many; 0 always holds. */
  public OccurrenceCondition atLeast(int times) {
    return with(Count.atLeast(times));
  }

  /** Returns a copy that allows at most so many, and so none. */
  public OccurrenceCondition atMost(int times) {
    return with(Count.atMost(times));
  }

  /** Returns a copy that needs exactly so many. */
  public OccurrenceCondition exactly(int times) {
    return with(Count.exactly(times));
  }

  /** Returns a copy that needs from {@code min} to {@code max}, both included. */
  public OccurrenceCondition between(int min, int max) {
    return with(new Count(min, max));
  }

  /** Returns a copy that needs that there is none; it holds for people without any fact. */
  public OccurrenceCondition none() {
    return with(Count.NONE);
  }

  /** Returns a copy that looks at the span up to now. */
  public OccurrenceCondition inLast(Span span) {
    return in(new Window.Last(span));
  }

  /** Returns a copy that looks at {@code from <= time < to}, as far as it is past. */
  public OccurrenceCondition during(Instant from, Instant to) {
    return in(new Window.Between(from, to));
  }

  /** Returns a copy that looks at a window. */
  public OccurrenceCondition in(Window newWindow) {
    return new OccurrenceCondition(of, count, newWindow);
  }

  /**
   * Starts a comparison of how many there are, as of a number like any other.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject times() {
    return numbers(Aggregate.COUNT, "");
  }

  /**
   * Starts a comparison of the sum of a number property; 0 if nothing has it.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject sum(String property) {
    return numbers(Aggregate.SUM, property);
  }

  /**
   * Starts a comparison of the average of a number property; holds for nobody without one.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject avg(String property) {
    return numbers(Aggregate.AVG, property);
  }

  /**
   * Starts a comparison of the smallest value of a number property; holds for nobody without one.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject min(String property) {
    return numbers(Aggregate.MIN, property);
  }

  /**
   * Starts a comparison of the largest value of a number property; holds for nobody without one.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject max(String property) {
    return numbers(Aggregate.MAX, property);
  }

  /**
   * Starts a comparison of how many different values a property has; 0 if nothing has it.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject distinctCount(String property) {
    return numbers(Aggregate.DISTINCT_COUNT, property);
  }

  /**
   * Starts a comparison of on how many days of the segment's zone it happened.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public AggregateSubject distinctDays() {
    return numbers(Aggregate.DISTINCT_DAYS, "");
  }

  /**
   * Starts a test of the earliest value of a property.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public Subject<AggregateCondition> first(String property) {
    return values(Aggregate.FIRST, property);
  }

  /**
   * Starts a test of the latest value of a property.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public Subject<AggregateCondition> last(String property) {
    return values(Aggregate.LAST, property);
  }

  /**
   * Starts a test of the value that a property has most often; of several, the one seen last.
   *
   * @throws IllegalStateException if a number of times was already asked for
   */
  public Subject<AggregateCondition> mostFrequent(String property) {
    return values(Aggregate.MOST_FREQUENT, property);
  }

  /** Needs that the first one ever lies in the window. */
  public PatternCondition.FirstTime firstTime() {
    return new PatternCondition.FirstTime(of, window);
  }

  /** Needs that there is one, and that the last one is more than a span ago. */
  public PatternCondition.Recency lastMoreThan(Span ago) {
    return new PatternCondition.Recency(of, PatternCondition.Side.MORE_THAN, ago);
  }

  /** Needs that there is one, and that the last one is no more than a span ago. */
  public PatternCondition.Recency lastLessThan(Span ago) {
    return new PatternCondition.Recency(of, PatternCondition.Side.LESS_THAN, ago);
  }

  /** Needs one in at least {@code needed} of the last periods of one unit. */
  public PatternCondition.Regular regularly(int needed, int periods, Span.Unit unit) {
    return new PatternCondition.Regular(of, needed, periods, unit);
  }

  /** Needs none in the span up to now, and so many in the span before that. */
  public PatternCondition.Stopped stopped(Span quiet, int times, Span before) {
    return new PatternCondition.Stopped(of, quiet, times, before);
  }

  /** Needs one in the window, more than a span after the one before it. */
  public PatternCondition.Resumed resumedAfter(Span gap) {
    return new PatternCondition.Resumed(of, gap, window);
  }

  /** Needs one in each of so many periods of the calendar in a row, up to now. */
  public PatternCondition.Streak streak(int periods, Period period) {
    return new PatternCondition.Streak(of, periods, period);
  }

  /** Compares how long it takes from one to the next in the window. */
  public PatternCondition.Gap interval(
      PatternCondition.Interval interval, ValueTest.Op op, Span span) {
    return new PatternCondition.Gap(interval, of, op, span, window);
  }

  /** Returns the count without the comparison. */
  Calculation counted() {
    return new Calculation(Aggregate.COUNT, "", of, window);
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }

  private AggregateSubject numbers(Aggregate function, String property) {
    return new AggregateSubject(values(function, property));
  }

  private Subject<AggregateCondition> values(Aggregate function, String property) {
    if (!count.equals(Count.AT_LEAST_ONCE)) {
      throw new IllegalStateException(
          "either a number of times (" + count + ") or " + function.key() + ", not both");
    }
    return new Subject<>(
        test -> new AggregateCondition(function, property, of, test, window), Folding.EXACT);
  }

  private OccurrenceCondition with(Count newCount) {
    return new OccurrenceCondition(of, newCount, window);
  }
}

package io.customerhub.segment;

import java.util.Objects;

/**
 * How a value is computed of a person's events of a name, or records of a kind: what a {@linkplain
 * AggregateCondition condition} would compare, without the comparison. Made by the methods here,
 * {@link SegmentText#parseCalculation} or {@link SegmentJson#readCalculation}:
 *
 * <pre>{@code
 * Calculation.count(event("Order Completed").inLast(days(90)))
 * Calculation.sum("revenue", event("Order Completed").where(property("status").eq("paid")))
 * }</pre>
 *
 * @param function what is computed
 * @param property the property's name, 1 to 256 characters; empty if the function has none
 * @param of what takes part
 * @param window when it has to have happened
 */
public record Calculation(Aggregate function, String property, Selection of, Window window) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the property's name is blank or too long, or there is one
   *     where the function has none
   */
  public Calculation {
    Objects.requireNonNull(function, "function");
    if (function.hasProperty()) {
      property = Literals.name("property", property);
    } else if (!property.isEmpty()) {
      throw new IllegalArgumentException(function.words() + " is of no property: " + property);
    }
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(window, "window");
  }

  /** How many. */
  public static Calculation count(OccurrenceCondition of) {
    return of(Aggregate.COUNT, "", of);
  }

  /** The sum of a number property; 0 if nothing has it. */
  public static Calculation sum(String property, OccurrenceCondition of) {
    return of(Aggregate.SUM, property, of);
  }

  /** The average of a number property; missing if nothing has it. */
  public static Calculation avg(String property, OccurrenceCondition of) {
    return of(Aggregate.AVG, property, of);
  }

  /** The smallest value of a number property; missing if nothing has it. */
  public static Calculation min(String property, OccurrenceCondition of) {
    return of(Aggregate.MIN, property, of);
  }

  /** The largest value of a number property; missing if nothing has it. */
  public static Calculation max(String property, OccurrenceCondition of) {
    return of(Aggregate.MAX, property, of);
  }

  /** The earliest value of a property; missing if nothing has it. */
  public static Calculation first(String property, OccurrenceCondition of) {
    return of(Aggregate.FIRST, property, of);
  }

  /** The latest value of a property; missing if nothing has it. */
  public static Calculation last(String property, OccurrenceCondition of) {
    return of(Aggregate.LAST, property, of);
  }

  /** The value that a property has most often, of several the one seen last; missing if none. */
  public static Calculation mostFrequent(String property, OccurrenceCondition of) {
    return of(Aggregate.MOST_FREQUENT, property, of);
  }

  /** How many different values a property has; 0 if nothing has it. */
  public static Calculation distinctCount(String property, OccurrenceCondition of) {
    return of(Aggregate.DISTINCT_COUNT, property, of);
  }

  /** On how many days it happened. */
  public static Calculation distinctDays(OccurrenceCondition of) {
    return of(Aggregate.DISTINCT_DAYS, "", of);
  }

  private static Calculation of(Aggregate function, String property, OccurrenceCondition of) {
    if (!of.count().equals(Count.AT_LEAST_ONCE)) {
      throw new IllegalArgumentException(
          "a calculation takes all of them, not a number of times: " + of.count());
    }
    return new Calculation(function, property, of.of(), of.window());
  }

  /** Returns whether a test is one that a condition of this calculation could have. */
  boolean takes(ValueTest test) {
    return !function.isNumber() || Literals.comparesNumbers(test);
  }

  /** Returns the text form, such as {@code count of "Order Completed" in last 90 days}. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }
}

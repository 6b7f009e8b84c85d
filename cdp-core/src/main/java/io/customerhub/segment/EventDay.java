package io.customerhub.segment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one day say in sum. Holds personal data, which {@link #toString()} does not
 * show.
 *
 * @param events how many there are
 * @param numbers how many of them have a number as the property that is summed up
 * @param sum of these numbers, exact
 * @param min the smallest of them; null if there is none
 * @param max the largest of them; null if there is none
 */
record EventDay(
    int events, int numbers, BigDecimal sum, @Nullable BigDecimal min, @Nullable BigDecimal max) {

  static EventDay of(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? new EventDay(1, 1, number, number, number)
        : new EventDay(1, 0, BigDecimal.ZERO, null, null);
  }

  EventDay and(EventDay other) {
    return new EventDay(
        events + other.events,
        numbers + other.numbers,
        sum.add(other.sum),
        min == null || (other.min != null && other.min.compareTo(min) < 0) ? other.min : min,
        max == null || (other.max != null && other.max.compareTo(max) > 0) ? other.max : max);
  }

  /** Returns what no sum of some of the numbers is below. */
  BigDecimal least() {
    if (min == null || min.signum() >= 0) {
      return BigDecimal.ZERO;
    }
    return max != null && max.signum() <= 0 ? sum : min.multiply(BigDecimal.valueOf(numbers));
  }

  /** Returns what no sum of some of the numbers is above. */
  BigDecimal most() {
    if (max == null || max.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    return min != null && min.signum() >= 0 ? sum : max.multiply(BigDecimal.valueOf(numbers));
  }

  @Override
  public String toString() {
    return "EventDay[" + events + " events]";
  }
}

package io.customerhub.profile;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What some events said of one property. Holds personal data; {@link #toString()} does not show it.
 *
 * @param numbers how many of the values were numbers
 * @param sum of the numbers, exact
 * @param min the smallest number; null if there is none
 * @param max the largest number; null if there is none
 * @param first the earliest value, of any type, with when and where it was said
 * @param last the latest value, of any type, with when and where it was said
 */
public record PropertySummary(
    long numbers,
    BigDecimal sum,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    Claim first,
    Claim last) {

  /** Checks that the parts are present. */
  public PropertySummary {
    Objects.requireNonNull(sum, "sum");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
  }

  /** Returns the summary of one value. */
  public static PropertySummary of(Claim value) {
    return value.value() instanceof BigDecimal number
        ? new PropertySummary(1, number, number, number, value, value)
        : new PropertySummary(0, BigDecimal.ZERO, null, null, value, value);
  }

  /** Returns the summary of both; commutative and associative. */
  public PropertySummary and(PropertySummary other) {
    return new PropertySummary(
        numbers + other.numbers,
        sum.add(other.sum),
        min == null || (other.min != null && other.min.compareTo(min) < 0) ? other.min : min,
        max == null || (other.max != null && other.max.compareTo(max) > 0) ? other.max : max,
        Claim.LATEST.compare(first, other.first) <= 0 ? first : other.first,
        Claim.LATEST.compare(last, other.last) >= 0 ? last : other.last);
  }

  /** Returns how many numbers there were; no value. */
  @Override
  public String toString() {
    return "PropertySummary[" + numbers + " numbers]";
  }
}

package io.customerhub.lookalike;

import java.math.BigDecimal;

/** Names ranges that double: what is rare in itself is common in its range. */
final class Ranges {

  /** Digits before the point beyond which ranges end; a number may claim to have millions. */
  private static final int MOST_DIGITS = 18;

  private Ranges() {}

  static String of(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count: " + count + ", expected 0 or more");
    }
    long low = Long.highestOneBit(count);
    return count < 2 ? Long.toString(count) : low + " to " + (low - 1 + low);
  }

  static String of(BigDecimal number) {
    return number.signum() < 0 ? "minus " + size(number.negate()) : size(number);
  }

  private static String size(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    if (number.compareTo(BigDecimal.ONE) < 0) {
      return "above 0, below 1";
    }
    if ((long) number.precision() - number.scale() > MOST_DIGITS) {
      return "10^" + MOST_DIGITS + " or more";
    }
    long low = Long.highestOneBit(number.longValue());
    return low + " to below " + 2 * low;
  }
}

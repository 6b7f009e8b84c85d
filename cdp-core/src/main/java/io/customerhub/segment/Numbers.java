package io.customerhub.segment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a test of numbers passes, or all others.
 *
 * @param low the first of them; null if there is none
 * @param lowIn whether the first is one
 * @param high the last of them; null if there is none
 * @param highIn whether the last is one
 * @param inverted whether it is all others
 */
record Numbers(
    @Nullable BigDecimal low,
    boolean lowIn,
    @Nullable BigDecimal high,
    boolean highIn,
    boolean inverted) {

  /** Returns those that pass a test, which compares with numbers. */
  static Numbers of(ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      Numbers all = of(not.test());
      return new Numbers(all.low, all.lowIn, all.high, all.highIn, !all.inverted);
    }
    if (test instanceof ValueTest.Between between) {
      return new Numbers(
          (BigDecimal) between.low(), true, (BigDecimal) between.high(), true, false);
    }
    ValueTest.Compare compare = (ValueTest.Compare) test;
    BigDecimal value = (BigDecimal) compare.value();
    return switch (compare.op()) {
      case EQ -> only(value);
      case LT -> new Numbers(null, false, value, false, false);
      case LTE -> new Numbers(null, false, value, true, false);
      case GT -> new Numbers(value, false, null, false, false);
      case GTE -> new Numbers(value, true, null, false, false);
    };
  }

  /** Returns those of a range of counts. */
  static Numbers of(Count count) {
    BigDecimal most = count.max() == Count.UNBOUNDED ? null : BigDecimal.valueOf(count.max());
    return new Numbers(BigDecimal.valueOf(count.min()), true, most, true, false);
  }

  static Numbers only(BigDecimal value) {
    return new Numbers(value, true, value, true, false);
  }

  boolean includes(BigDecimal value) {
    return inverted != (!isBelow(value) && !isAbove(value));
  }

  /** Returns whether all numbers from one to another are in, or all of them are out. */
  boolean isSteady(BigDecimal from, BigDecimal to) {
    boolean allIn = !isBelow(from) && !isAbove(to);
    return allIn || isBelow(to) || isAbove(from);
  }

  private boolean isBelow(BigDecimal value) {
    int order = low == null ? 1 : value.compareTo(low);
    return order < 0 || (order == 0 && !lowIn);
  }

  private boolean isAbove(BigDecimal value) {
    int order = high == null ? -1 : value.compareTo(high);
    return order > 0 || (order == 0 && !highIn);
  }
}

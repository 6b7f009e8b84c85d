package io.customerhub.segment;

import io.customerhub.profile.EventSummary;
import io.customerhub.profile.PropertySummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers computed of facts. Not thread-safe. */
final class NumberMeasure extends Measure {

  private final Aggregate function;
  private final String property;
  private final Days days;
  private final Map<Object, Integer> distinct;
  private BigDecimal sum = BigDecimal.ZERO;
  private int number;

  NumberMeasure(Calculation calculation, Days days) {
    this.function = calculation.function();
    this.property = calculation.property();
    this.days = days;
    boolean sorted = function == Aggregate.MIN || function == Aggregate.MAX;
    this.distinct = sorted ? new TreeMap<>() : new HashMap<>();
  }

  @Override
  void begin(EventSummary removed) {
    PropertySummary values = removed.properties().get(property);
    if (function == Aggregate.COUNT) {
      number = (int) removed.activity().events();
    } else if (values != null && isSummedUp()) {
      number = (int) values.numbers();
      sum = values.sum();
      Stream.of(values.min(), values.max())
          .filter(Objects::nonNull)
          .forEach(value -> distinct.put(Comparison.key(value), 1));
    }
  }

  /** Which values there were, and on which days, a summary does not tell. */
  private boolean isSummedUp() {
    return function != Aggregate.DISTINCT_COUNT && function != Aggregate.DISTINCT_DAYS;
  }

  @Override
  void add(Fact fact) {
    change(fact, 1);
  }

  @Override
  void remove(Fact fact) {
    change(fact, -1);
  }

  @Override
  int values() {
    return number;
  }

  @Override
  @Nullable Object value() {
    return switch (function) {
      case COUNT -> BigDecimal.valueOf(number);
      case SUM -> Comparison.key(sum);
      case AVG ->
          number == 0
              ? null
              : Comparison.key(sum.divide(BigDecimal.valueOf(number), MathContext.DECIMAL128));
      case MIN -> number == 0 ? null : sorted().firstKey();
      case MAX -> number == 0 ? null : sorted().lastKey();
      default -> BigDecimal.valueOf(distinct.size());
    };
  }

  @Override
  boolean passes(ValueTest test, Instant now) {
    // An average is compared as a fraction, since it may have no end of decimals.
    if (function == Aggregate.AVG && number > 0) {
      return passes(test, sum, number);
    }
    Object value = value();
    return value == null ? test instanceof ValueTest.Not : passes(test, (BigDecimal) value, 1);
  }

  private void change(Fact fact, int by) {
    if (function == Aggregate.COUNT) {
      number += by;
      return;
    }
    Object value =
        function == Aggregate.DISTINCT_DAYS ? days.of(fact.time()) : fact.fields().get(property);
    if (value == null || !takesPart(value)) {
      return;
    }
    number += by;
    if (function == Aggregate.SUM || function == Aggregate.AVG) {
      BigDecimal amount = (BigDecimal) value;
      sum = by > 0 ? sum.add(amount) : sum.subtract(amount);
    } else {
      distinct.merge(Comparison.key(value), by, NumberMeasure::sumOrNone);
    }
  }

  private boolean takesPart(Object value) {
    boolean ofAnyType = function == Aggregate.DISTINCT_COUNT || function == Aggregate.DISTINCT_DAYS;
    return ofAnyType || value instanceof BigDecimal;
  }

  private SortedMap<Object, Integer> sorted() {
    return (SortedMap<Object, Integer>) distinct;
  }

  private static @Nullable Integer sumOrNone(int a, int b) {
    return a + b == 0 ? null : a + b;
  }

  /** Tests a fraction, by what its numerator would have to be. */
  private static boolean passes(ValueTest test, BigDecimal numerator, int denominator) {
    if (test instanceof ValueTest.Not not) {
      return !passes(not.test(), numerator, denominator);
    }
    if (test instanceof ValueTest.Compare compare) {
      return Comparison.satisfies(
          compare.op(), numerator.compareTo(times(compare.value(), denominator)));
    }
    ValueTest.Between between = (ValueTest.Between) test;
    return numerator.compareTo(times(between.low(), denominator)) >= 0
        && numerator.compareTo(times(between.high(), denominator)) <= 0;
  }

  private static BigDecimal times(Object literal, int factor) {
    return ((BigDecimal) literal).multiply(BigDecimal.valueOf(factor));
  }
}

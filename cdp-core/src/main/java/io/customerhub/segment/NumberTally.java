package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Numbers computed of facts. Not thread-safe. */
final class NumberTally extends Tally {

  private final Aggregate function;
  private final String property;
  private final ValueTest test;
  private final Days days;
  private final Map<Object, Integer> distinct;
  private BigDecimal sum = BigDecimal.ZERO;
  private int number;

  NumberTally(AggregateCondition condition, Days days) {
    this.function = condition.function();
    this.property = condition.property();
    this.test = condition.test();
    this.days = days;
    boolean sorted = function == Aggregate.MIN || function == Aggregate.MAX;
    this.distinct = sorted ? new TreeMap<>() : new HashMap<>();
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
  boolean holds(Instant now) {
    return switch (function) {
      case SUM -> passes(test, sum, 1);
      // Compared as a fraction, since an average may have no end of decimals.
      case AVG -> number == 0 ? negated() : passes(test, sum, number);
      case MIN -> number == 0 ? negated() : passes(test, (BigDecimal) sorted().firstKey(), 1);
      case MAX -> number == 0 ? negated() : passes(test, (BigDecimal) sorted().lastKey(), 1);
      default -> passes(test, BigDecimal.valueOf(distinct.size()), 1);
    };
  }

  private void change(Fact fact, int by) {
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
      distinct.merge(Comparison.key(value), by, NumberTally::sumOrNone);
    }
  }

  private boolean takesPart(Object value) {
    boolean ofAnyType = function == Aggregate.DISTINCT_COUNT || function == Aggregate.DISTINCT_DAYS;
    return ofAnyType || value instanceof BigDecimal;
  }

  private SortedMap<Object, Integer> sorted() {
    return (SortedMap<Object, Integer>) distinct;
  }

  /** A missing value passes nothing but a negation. */
  private boolean negated() {
    return test instanceof ValueTest.Not;
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

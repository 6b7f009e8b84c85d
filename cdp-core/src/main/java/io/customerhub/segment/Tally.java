package io.customerhub.segment;

import io.customerhub.event.Event;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of the events in a window, kept as they come and go. Not thread-safe. */
abstract class Tally {

  abstract void add(Event event);

  abstract void remove(Event event);

  abstract boolean holds();

  /** Returns how many values take part. */
  abstract int values();

  static Tally of(Count count, int inside) {
    return new Counting(count, inside);
  }

  static Tally of(AggregateCondition condition) {
    return new Aggregating(condition);
  }

  private static final class Counting extends Tally {

    private final Count count;
    private int number;

    Counting(Count count, int number) {
      this.count = count;
      this.number = number;
    }

    @Override
    void add(Event event) {
      number++;
    }

    @Override
    void remove(Event event) {
      number--;
    }

    @Override
    boolean holds() {
      return count.includes(number);
    }

    @Override
    int values() {
      return number;
    }
  }

  private static final class Aggregating extends Tally {

    private final Aggregate function;
    private final String property;
    private final ValueTest test;
    private final Map<Object, Integer> distinct;
    private BigDecimal sum = BigDecimal.ZERO;
    private int number;

    Aggregating(AggregateCondition condition) {
      this.function = condition.function();
      this.property = condition.property();
      this.test = condition.test();
      this.distinct = function == Aggregate.DISTINCT_COUNT ? new HashMap<>() : new TreeMap<>();
    }

    @Override
    void add(Event event) {
      change(event, 1);
    }

    @Override
    void remove(Event event) {
      change(event, -1);
    }

    @Override
    int values() {
      return number;
    }

    @Override
    boolean holds() {
      return switch (function) {
        case SUM -> passes(test, sum, 1);
        case DISTINCT_COUNT -> passes(test, BigDecimal.valueOf(distinct.size()), 1);
        // Compared as a fraction, since an average may have no end of decimals.
        case AVG -> number == 0 ? negated() : passes(test, sum, number);
        case MIN -> number == 0 ? negated() : passes(test, (BigDecimal) sorted().firstKey(), 1);
        case MAX -> number == 0 ? negated() : passes(test, (BigDecimal) sorted().lastKey(), 1);
      };
    }

    private void change(Event event, int by) {
      Object value = event.properties().get(property);
      if (value == null || !takesPart(value)) {
        return;
      }
      number += by;
      if (function == Aggregate.SUM || function == Aggregate.AVG) {
        BigDecimal amount = (BigDecimal) value;
        sum = by > 0 ? sum.add(amount) : sum.subtract(amount);
      } else {
        distinct.merge(Comparison.key(value), by, Aggregating::sumOrNone);
      }
    }

    private boolean takesPart(Object value) {
      return function == Aggregate.DISTINCT_COUNT || value instanceof BigDecimal;
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
}

package io.customerhub.segment;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a property has in facts, in order. Not thread-safe. */
final class ValueMeasure extends Measure {

  private final Aggregate function;
  private final String property;
  private final Judge judge;
  private final Deque<Object> values = new ArrayDeque<>();
  private final Map<Object, Seen> seen = new HashMap<>();
  private long added;

  ValueMeasure(Calculation calculation, Judge judge) {
    this.function = calculation.function();
    this.property = calculation.property();
    this.judge = judge;
  }

  @Override
  void add(Fact fact) {
    Object value = fact.fields().get(property);
    if (value != null) {
      values.addLast(value);
      added++;
      seen.merge(Comparison.key(value), new Seen(value, 1, added), Seen::and);
    }
  }

  @Override
  void remove(Fact fact) {
    if (fact.fields().get(property) != null) {
      seen.computeIfPresent(Comparison.key(values.removeFirst()), (key, all) -> all.fewer());
    }
  }

  @Override
  int values() {
    return values.size();
  }

  @Override
  boolean passes(ValueTest test, Instant now) {
    return judge.passes(test, value(), now);
  }

  @Override
  @Nullable Instant changes(ValueTest test, Instant now) {
    return judge.changes(test, value(), now);
  }

  @Override
  @Nullable Object value() {
    return switch (function) {
      case FIRST -> values.peekFirst();
      case LAST -> values.peekLast();
      default -> mostFrequent();
    };
  }

  private @Nullable Object mostFrequent() {
    Seen most = null;
    for (Seen one : seen.values()) {
      if (most == null || one.isBefore(most)) {
        most = one;
      }
    }
    return most == null ? null : most.value();
  }

  /** How often a value is there, and where it was seen last. */
  private record Seen(Object value, int times, long last) {

    Seen and(Seen later) {
      return new Seen(value, times + later.times, later.last);
    }

    @Nullable Seen fewer() {
      return times == 1 ? null : new Seen(value, times - 1, last);
    }

    boolean isBefore(Seen other) {
      return times > other.times || (times == other.times && last > other.last);
    }
  }
}

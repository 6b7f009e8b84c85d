package io.customerhub.segment;

import io.customerhub.profile.EventSummary;
import io.customerhub.profile.PropertySummary;
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
  private final Deque<Fact> facts = new ArrayDeque<>();
  private final Map<Object, Seen> seen = new HashMap<>();
  private @Nullable PropertySummary removed;
  private long added;

  ValueMeasure(Calculation calculation, Judge judge) {
    this.function = calculation.function();
    this.property = calculation.property();
    this.judge = judge;
  }

  @Override
  void begin(EventSummary all) {
    removed = all.properties().get(property);
  }

  @Override
  void add(Fact fact) {
    Object value = fact.fields().get(property);
    if (value != null) {
      facts.addLast(fact);
      added++;
      seen.merge(Comparison.key(value), new Seen(value, 1, added), Seen::and);
    }
  }

  @Override
  void remove(Fact fact) {
    Object value = fact.fields().get(property);
    if (value != null) {
      facts.removeFirst();
      seen.computeIfPresent(Comparison.key(value), (key, all) -> all.fewer());
    }
  }

  @Override
  int values() {
    return facts.size();
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
      case FIRST -> first();
      case LAST -> last();
      default -> mostFrequent();
    };
  }

  /** An event that came late may be older than all that are not kept any more. */
  private @Nullable Object first() {
    Fact first = facts.peekFirst();
    if (removed != null && (first == null || !first.time().isBefore(removed.first().time()))) {
      return removed.first().value();
    }
    return first == null ? null : first.fields().get(property);
  }

  private @Nullable Object last() {
    Fact last = facts.peekLast();
    if (removed != null && (last == null || last.time().isBefore(removed.last().time()))) {
      return removed.last().value();
    }
    return last == null ? null : last.fields().get(property);
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

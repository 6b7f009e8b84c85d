package io.customerhub.segment;

import io.customerhub.event.Event;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The meaning of conditions written down a second time, as plainly as can be: every event is looked
 * at, windows are what {@link java.time.ZonedDateTime#minus} says, and there is no next change.
 */
record Oracle(Map<String, Object> traits, List<Event> events, Set<String> segments, ZoneId zone)
    implements Facts {

  @Override
  public Optional<Object> trait(String name) {
    return Optional.ofNullable(traits.get(name));
  }

  @Override
  public List<Event> events(String name, Instant from, Instant to) {
    return events.stream()
        .filter(e -> e.name().equals(name))
        .filter(e -> !e.time().isBefore(from) && e.time().isBefore(to))
        .toList();
  }

  @Override
  public boolean inSegment(String segment) {
    return segments.contains(segment);
  }

  boolean holds(Condition c, Instant now) {
    if (c instanceof Condition.All all) {
      return all.parts().stream().allMatch(part -> holds(part, now));
    }
    if (c instanceof Condition.Any any) {
      return any.parts().stream().anyMatch(part -> holds(part, now));
    }
    if (c instanceof Condition.Not not) {
      return !holds(not.part(), now);
    }
    if (c instanceof Condition.AtLeast some) {
      return some.parts().stream().filter(part -> holds(part, now)).count() >= some.needed();
    }
    if (c instanceof TraitCondition trait) {
      return passes(trait.test(), traits.get(trait.trait()));
    }
    if (c instanceof SegmentCondition segment) {
      return segments.contains(segment.segment());
    }
    if (c instanceof EventCondition e) {
      long n = seen(e.event(), e.where(), e.window(), now).size();
      return n >= e.count().min() && n <= e.count().max();
    }
    AggregateCondition a = (AggregateCondition) c;
    return passes(a.test(), aggregate(a, now));
  }

  private Object aggregate(AggregateCondition a, Instant now) {
    List<Object> values =
        seen(a.event(), a.where(), a.window(), now).stream()
            .map(e -> e.properties().get(a.property()))
            .filter(Objects::nonNull)
            .toList();
    List<BigDecimal> numbers =
        values.stream().filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast).toList();
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (a.function()) {
      case SUM -> sum;
      case DISTINCT_COUNT -> BigDecimal.valueOf(values.stream().distinct().count());
      case AVG ->
          numbers.isEmpty()
              ? null
              : sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
      case MIN -> numbers.stream().min(BigDecimal::compareTo).orElse(null);
      case MAX -> numbers.stream().max(BigDecimal::compareTo).orElse(null);
    };
  }

  private List<Event> seen(String name, List<PropertyTest> where, Window window, Instant now) {
    return events.stream()
        .filter(e -> e.name().equals(name) && inside(window, e.time(), now))
        .filter(
            e -> where.stream().allMatch(w -> passes(w.test(), e.properties().get(w.property()))))
        .toList();
  }

  private boolean inside(Window window, Instant time, Instant now) {
    if (window instanceof Window.Last last) {
      Span span = last.span();
      Instant start = now.atZone(zone).minus(span.amount(), span.unit().chrono()).toInstant();
      return !time.isBefore(start) && time.isBefore(now);
    }
    return window instanceof Window.Between b
        ? !time.isBefore(b.from()) && time.isBefore(b.to()) && time.isBefore(now)
        : time.isBefore(now);
  }

  private static boolean passes(ValueTest test, Object value) {
    if (test instanceof ValueTest.Not not) {
      return !passes(not.test(), value);
    }
    if (value == null || test instanceof ValueTest.Exists) {
      return value != null;
    }
    if (test instanceof ValueTest.Compare c) {
      return passes(c, value);
    }
    if (test instanceof ValueTest.Between b) {
      return b.low().getClass() == value.getClass()
          && order(value, b.low()) >= 0
          && order(value, b.high()) <= 0;
    }
    if (test instanceof ValueTest.In in) {
      return in.values().stream()
          .anyMatch(
              v -> passes(new ValueTest.Compare(ValueTest.Op.EQ, v, in.ignoringCase()), value));
    }
    ValueTest.Text text = (ValueTest.Text) test;
    return value instanceof String given && finds(text, given);
  }

  private static boolean finds(ValueTest.Text test, String value) {
    String in = test.ignoringCase() ? value.toLowerCase(java.util.Locale.ROOT) : value;
    String part =
        test.ignoringCase() ? test.value().toLowerCase(java.util.Locale.ROOT) : test.value();
    return switch (test.part()) {
      case CONTAINS -> in.contains(part);
      case STARTS_WITH -> in.startsWith(part);
      case ENDS_WITH -> in.endsWith(part);
    };
  }

  private static boolean passes(ValueTest.Compare c, Object value) {
    if (c.value().getClass() != value.getClass()) {
      return false;
    }
    int order =
        c.ignoringCase()
            ? order(
                value.toString().toLowerCase(java.util.Locale.ROOT),
                c.value().toString().toLowerCase(java.util.Locale.ROOT))
            : order(value, c.value());
    return switch (c.op()) {
      case EQ -> order == 0;
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int order(Object a, Object b) {
    return ((Comparable) a).compareTo(b);
  }
}

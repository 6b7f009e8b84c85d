package io.customerhub.segment;

import io.customerhub.event.Event;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * The meaning of conditions written down a second time, as plainly as can be: every fact is looked
 * at, windows are what {@link java.time.ZonedDateTime#minus} says, and there is no next change.
 */
record Oracle(
    Map<String, Object> traits,
    List<Event> events,
    Map<String, List<Fact>> records,
    Set<String> segments,
    PersonOracle person,
    ZoneId zone)
    implements Facts {

  Oracle(Map<String, Object> traits, List<Event> events, Set<String> segments, ZoneId zone) {
    this(traits, events, Map.of(), segments, PersonOracle.NOBODY, zone);
  }

  @Override
  public Optional<Object> trait(String name) {
    return Optional.ofNullable(traits.get(name));
  }

  @Override
  public Optional<Calculation> computed(String name) {
    return Optional.ofNullable(person.computed().get(name));
  }

  @Override
  public List<Event> events(String name, Instant from, Instant to) {
    return events.stream()
        .filter(e -> e.name().equals(name))
        .filter(e -> !e.time().isBefore(from) && e.time().isBefore(to))
        .toList();
  }

  @Override
  public List<Fact> records(String kind) {
    return records.getOrDefault(kind, List.of());
  }

  @Override
  public String key() {
    return person.key();
  }

  @Override
  public Set<String> namespaces() {
    return person.namespaces();
  }

  @Override
  public Optional<Instant> lastMerge() {
    return Optional.ofNullable(person.lastMerge());
  }

  @Override
  public NavigableMap<Instant, Object> history(String trait) {
    return person.history().getOrDefault(trait, new TreeMap<>());
  }

  @Override
  public Optional<Forecast> forecast() {
    return Optional.ofNullable(person.bought())
        .map(
            bought ->
                (measure, asOf, days) ->
                    asOf.isBefore(bought)
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(person.foretold(measure, asOf, days)));
  }

  private boolean holds(PredictedCondition c, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Object value = null;
    if (person.bought() != null && person.bought().isBefore(today)) {
      LocalDate until =
          c.ahead() == null ? today : today.plus(c.ahead().amount(), c.ahead().unit().chrono());
      int days = (int) ChronoUnit.DAYS.between(today, until);
      value = BigDecimal.valueOf(person.foretold(c.measure(), today.minusDays(1), days));
    }
    return new TestOracle(traits, zone).passes(c.test(), value, now);
  }

  @Override
  public NavigableMap<Instant, Boolean> membership(String segment) {
    return person.turns().getOrDefault(segment, new TreeMap<>());
  }

  @Override
  public Optional<Boolean> consent(String purpose, String channel) {
    return Optional.ofNullable(person.consents().get(List.of(purpose, channel)));
  }

  @Override
  public Optional<Integer> rfm(RfmCondition.Part part) {
    return Optional.ofNullable(person.scores().get(part));
  }

  @Override
  public boolean inSegment(String segment) {
    return segments.contains(segment);
  }

  /** Returns the traits of an instant: what is computed hides what was told. */
  Map<String, Object> traits(Instant now) {
    Map<String, Object> shown = new HashMap<>(traits);
    shown.keySet().removeAll(person.computed().keySet());
    for (Map.Entry<String, Calculation> computed : person.computed().entrySet()) {
      Oracle known = new Oracle(shown, events, records, segments, PersonOracle.NOBODY, zone);
      Object value = known.value(computed.getValue(), now);
      if (value != null) {
        shown.put(computed.getKey(), value);
      }
    }
    return shown;
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
      return passes(trait.test(), traits(now).get(trait.trait()), now);
    }
    if (c instanceof SegmentCondition segment) {
      return segments.contains(segment.segment());
    }
    if (c instanceof OccurrenceCondition e) {
      long n = seen(e.of(), e.window(), now).size();
      return n >= e.count().min() && n <= e.count().max();
    }
    if (c instanceof PatternCondition pattern) {
      return new PatternOracle(this, now).holds(pattern);
    }
    if (c instanceof PersonCondition one) {
      return person.holds(one, this, now);
    }
    if (c instanceof SequenceCondition sequence) {
      return new SequenceOracle(this, sequence, now).holds();
    }
    if (c instanceof PredictedCondition predicted) {
      return holds(predicted, now);
    }
    if (c instanceof RfmCondition rfm) {
      Integer score = person.scores().get(rfm.part());
      return passes(rfm.test(), score == null ? null : BigDecimal.valueOf(score), now);
    }
    if (c instanceof ConsentCondition consent) {
      Boolean decided = person.consents().get(List.of(consent.purpose(), consent.channel()));
      return switch (consent.status()) {
        case GRANTED -> decided == Boolean.TRUE;
        case DENIED -> decided == Boolean.FALSE;
        case UNKNOWN -> decided == null;
      };
    }
    AggregateCondition a = (AggregateCondition) c;
    return passes(a.test(), value(a.calculation(), now), now);
  }

  private boolean passes(ValueTest test, Object value, Instant now) {
    return new TestOracle(traits(now), zone).passes(test, value, now);
  }

  Object value(Calculation a, Instant now) {
    List<Fact> facts = seen(a.of(), a.window(), now);
    List<Object> values =
        facts.stream().map(f -> f.fields().get(a.property())).filter(Objects::nonNull).toList();
    List<BigDecimal> numbers =
        values.stream().filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast).toList();
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (a.function()) {
      case COUNT -> BigDecimal.valueOf(facts.size());
      case SUM -> sum;
      case DISTINCT_COUNT -> BigDecimal.valueOf(values.stream().distinct().count());
      case DISTINCT_DAYS ->
          BigDecimal.valueOf(facts.stream().map(f -> day(f.time())).distinct().count());
      case AVG ->
          numbers.isEmpty()
              ? null
              : sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
      case MIN -> numbers.stream().min(BigDecimal::compareTo).orElse(null);
      case MAX -> numbers.stream().max(BigDecimal::compareTo).orElse(null);
      case FIRST -> values.isEmpty() ? null : values.get(0);
      case LAST -> values.isEmpty() ? null : values.get(values.size() - 1);
      case MOST_FREQUENT -> mostFrequent(values);
    };
  }

  private static Object mostFrequent(List<Object> values) {
    List<Object> latestFirst = new ArrayList<>(values);
    Collections.reverse(latestFirst);
    Object best = null;
    for (Object value : latestFirst) {
      if (best == null
          || Collections.frequency(values, value) > Collections.frequency(values, best)) {
        best = value;
      }
    }
    return best;
  }

  List<Fact> seen(Selection of, Window window, Instant now) {
    return all(of, now).stream().filter(f -> inside(window, f.time(), now)).toList();
  }

  /** What passes the tests and lies before now, in order. */
  List<Fact> all(Selection of, Instant now) {
    List<Fact> facts =
        of.type() == Selection.Type.RECORD
            ? records(of.name())
            : events.stream()
                .filter(e -> e.name().equals(of.name()))
                .map(e -> new Fact(e.time(), e.properties()))
                .toList();
    return facts.stream()
        .filter(f -> f.time().isBefore(now))
        .filter(
            f ->
                of.where().stream()
                    .allMatch(w -> passes(w.test(), f.fields().get(w.property()), now)))
        .toList();
  }

  boolean inside(Window window, Instant time, Instant now) {
    if (window instanceof Window.Last last) {
      Span span = last.span();
      Instant start = now.atZone(zone).minus(span.amount(), span.unit().chrono()).toInstant();
      return !time.isBefore(start) && time.isBefore(now);
    }
    if (window instanceof Window.Calendar c) {
      LocalDate today = day(now);
      LocalDate other =
          c.turn() == Window.Turn.THIS
              ? today
              : switch (c.period()) {
                case DAY -> today.minusDays(1);
                case WEEK -> today.minusWeeks(1);
                case MONTH -> today.minusMonths(1);
                case QUARTER -> today.minusMonths(3);
                case YEAR -> today.minusYears(1);
              };
      return name(c.period(), day(time)).equals(name(c.period(), other));
    }
    if (window instanceof Window.Since s) {
      List<Fact> anchors = all(s.anchor(), now);
      return !anchors.isEmpty()
          && time.isAfter(
              anchors.get(s.pick() == Window.Pick.FIRST ? 0 : anchors.size() - 1).time());
    }
    return !(window instanceof Window.Between b)
        || (!time.isBefore(b.from()) && time.isBefore(b.to()));
  }

  LocalDate day(Instant time) {
    return time.atZone(zone).toLocalDate();
  }

  /** What a period is called, other than all others of its length. */
  static String name(Period period, LocalDate day) {
    return switch (period) {
      case DAY -> day.toString();
      case WEEK ->
          day.get(WeekFields.ISO.weekBasedYear())
              + "-"
              + day.get(WeekFields.ISO.weekOfWeekBasedYear());
      case MONTH -> day.getYear() + "-" + day.getMonth();
      case QUARTER -> day.getYear() + "-" + day.get(IsoFields.QUARTER_OF_YEAR);
      case YEAR -> "" + day.getYear();
    };
  }
}

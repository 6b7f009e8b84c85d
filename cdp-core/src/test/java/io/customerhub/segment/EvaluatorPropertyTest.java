package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Random conditions, histories and instants against the {@link Oracle}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluatorPropertyTest {

  private static final int CASES = Integer.getInteger("customerhub.segment.cases", 1_500);

  /** How many later instants are looked at in each case. */
  private static final int LOOKS = 60;

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneOffset.UTC,
          ZoneId.of("Asia/Ho_Chi_Minh"),
          ZoneId.of("Europe/London"),
          ZoneId.of("America/New_York"));

  @Test
  void results_agree_with_the_oracle_and_nothing_flips_before_the_next_change() {
    int withNext = 0;
    int holding = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Condition condition = new RandomTrees(random).tree(random.nextInt(4));
      Oracle facts = facts(random);
      Instant now = instant(random);
      Evaluation seen = Evaluator.evaluate(condition, facts, now, facts.zone());

      assertThat(seen.result())
          .as(about(seed, condition, now))
          .isEqualTo(facts.holds(condition, now));
      checkNext(seed, condition, facts, now, seen);
      withNext += seen.nextChange().isPresent() ? 1 : 0;
      holding += seen.result() ? 1 : 0;
    }
    assertThat(withNext).as("cases with a next change").isGreaterThan(CASES / 12);
    assertThat(holding).as("cases that hold").isBetween(CASES / 4, CASES * 3 / 4);
  }

  @Test
  void a_compiled_condition_says_the_same_as_the_evaluator_at_now_and_later() {
    int changing = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Condition condition = new RandomTrees(random).tree(random.nextInt(5));
      Oracle facts = facts(random);
      CompiledCondition compiled = CompiledCondition.of(condition, facts.zone());
      for (Instant now : List.of(instant(random), instant(random), instant(random))) {
        Evaluation seen = Evaluator.evaluate(condition, facts, now, facts.zone());

        assertThat(compiled.judge(facts, now))
            .as(about(seed, condition, now))
            .isEqualTo(new Outcome(seen.result(), seen.due()));
        assertThat(compiled.holds(facts, now))
            .as(about(seed, condition, now))
            .isEqualTo(seen.result());
        changing += seen.nextChange().isPresent() ? 1 : 0;
      }
    }
    assertThat(changing).as("cases with a next change").isGreaterThan(CASES / 4);
  }

  private static void checkNext(
      long seed, Condition condition, Oracle facts, Instant now, Evaluation seen) {
    Instant next = seen.nextChange().orElse(Instant.MAX);
    assertThat(next).as(about(seed, condition, now)).isAfter(now);
    List<Instant> between =
        new ArrayList<>(critical(condition, facts).subSet(now, false, next, false));
    Collections.shuffle(between, new Random(seed));
    for (Instant critical : between.subList(0, Math.min(LOOKS, between.size()))) {
      assertThat(facts.holds(condition, critical))
          .as("%s: flips at %s, before %s", about(seed, condition, now), critical, next)
          .isEqualTo(seen.result());
    }
    // Anniversaries never end, so the search for one that matters may.
    boolean exact =
        Tree.children(condition).isEmpty()
            && !(condition + " " + facts.person().computed()).contains("anniversary")
            // Looked ahead is for 64 days only.
            && !(condition instanceof PredictedCondition)
            && !(condition instanceof PersonCondition.Held held
                && facts.computed(held.trait()).isPresent());
    if (seen.nextChange().isPresent() && exact) {
      assertThat(facts.holds(condition, next))
          .as("%s: exact at %s", about(seed, condition, now), next)
          .isNotEqualTo(seen.result());
    }
  }

  /** All instants at which something enters or leaves some window, and the ones beside them. */
  static NavigableSet<Instant> critical(Condition condition, Oracle facts) {
    NavigableSet<Instant> critical = new TreeSet<>();
    Matcher fixed =
        Pattern.compile("segment \"[^ ]*\" at \"([^\"]+)\"").matcher(condition.toString());
    while (fixed.find()) {
      add(critical, Instant.parse(fixed.group(1)));
    }
    Set<Span> spans = spans(condition + " " + facts.person().computed());
    for (Instant time : times(facts)) {
      add(critical, time);
      for (Span span : spans) {
        add(
            critical,
            time.atZone(facts.zone()).plus(span.amount(), span.unit().chrono()).toInstant());
        add(
            critical,
            time.atZone(facts.zone()).minus(span.amount(), span.unit().chrono()).toInstant());
      }
    }
    for (LocalDate day = LocalDate.of(2026, 1, 31);
        day.getMonthValue() < 9;
        day = day.plusDays(1)) {
      add(critical, day.atStartOfDay(facts.zone()).toInstant());
    }
    return critical;
  }

  private static void add(Set<Instant> critical, Instant at) {
    for (int by = -1; by <= 1; by++) {
      critical.add(at.plus(by, ChronoUnit.MICROS));
    }
  }

  /** The times of events and records, and all dates in values. */
  private static Set<Instant> times(Oracle facts) {
    Set<Instant> times = new TreeSet<>();
    TestOracle dates = new TestOracle(facts.traits(), facts.zone());
    collect(facts.traits(), dates, times);
    for (Event event : facts.events()) {
      times.add(event.time());
      collect(event.properties(), dates, times);
    }
    facts.person().history().values().forEach(shown -> times.addAll(shown.keySet()));
    facts.person().turns().values().forEach(turns -> times.addAll(turns.keySet()));
    facts.lastMerge().ifPresent(times::add);
    for (List<Fact> records : facts.records().values()) {
      for (Fact fact : records) {
        times.add(fact.time());
        collect(fact.fields(), dates, times);
      }
    }
    return times;
  }

  private static void collect(Object value, TestOracle dates, Set<Instant> times) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(one -> collect(one, dates, times));
    } else if (value instanceof List<?> list) {
      list.forEach(one -> collect(one, dates, times));
    } else if (dates.date(value) instanceof Instant instant) {
      times.add(instant);
    } else if (dates.date(value) instanceof LocalDate day) {
      times.add(day.atStartOfDay(dates.zone()).toInstant());
    }
  }

  /** All spans in a tree: records print as what they are made of. */
  private static Set<Span> spans(String text) {
    Set<Span> spans = new HashSet<>();
    Matcher found = Pattern.compile("(\\d+) (second|hour|day|week|month)s?\\b").matcher(text);
    while (found.find()) {
      Span.Unit unit = Span.Unit.valueOf(found.group(2).toUpperCase(Locale.ROOT));
      spans.add(new Span(Long.parseLong(found.group(1)), unit));
    }
    return spans;
  }

  private static Oracle facts(Random random) {
    RandomTests values = new RandomTests(random);
    List<Event> events = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      EventBuilder event =
          Event.track(values.one(RandomTrees.EVENTS)).messageId("m" + i).at(instant(random));
      values.map(2).forEach(event::property);
      events.add(event.build());
    }
    events.sort(Comparator.comparing(Event::time).thenComparing(Event::messageId));
    Map<String, List<Fact>> records = new HashMap<>();
    RandomTrees.KINDS.forEach(kind -> records.put(kind, records(random, values)));
    Map<String, Object> traits =
        Event.identify().traits(values.map(3)).build(Instant.EPOCH, "m").traits();
    Set<String> segments = random.nextBoolean() ? Set.of("vip") : Set.of();
    PersonOracle person = person(random, values, traits);
    return new Oracle(traits, events, records, segments, person, values.one(ZONES));
  }

  private static PersonOracle person(
      Random random, RandomTests values, Map<String, Object> traits) {
    Map<String, NavigableMap<Instant, Object>> history = new HashMap<>();
    traits.forEach((name, value) -> history.put(name, history(random, values, value)));
    Set<String> namespaces =
        random.nextBoolean() ? Set.of("anonymous_id") : Set.of("anonymous_id", "email");
    return new PersonOracle(
        "key" + random.nextInt(100),
        namespaces,
        random.nextBoolean() ? instant(random) : null,
        history,
        random.nextBoolean() ? Map.of("vip", turns(random)) : Map.of(),
        random.nextBoolean()
            ? Map.of(List.of("news", ""), random.nextBoolean(), List.of("a \"b\"", "sms"), true)
            : Map.of(),
        computed(random, values),
        random.nextBoolean() ? Map.of(RfmCondition.Part.RECENCY, 1 + random.nextInt(5)) : Map.of(),
        random.nextBoolean() ? LocalDate.of(2026, 2, 1).plusDays(random.nextInt(90)) : null);
  }

  private static NavigableMap<Instant, Boolean> turns(Random random) {
    NavigableMap<Instant, Boolean> turns = new TreeMap<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      turns.put(instant(random), false);
    }
    boolean inside = random.nextBoolean();
    for (Instant at : turns.keySet()) {
      turns.put(at, inside);
      inside = !inside;
    }
    return turns;
  }

  /** Each may look at those before it only, else they would go round in a circle. */
  private static Map<String, Calculation> computed(Random random, RandomTests values) {
    List<String> names = new ArrayList<>(RandomTests.NAMES);
    Collections.shuffle(names, random);
    Map<String, Calculation> computed = new LinkedHashMap<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      Calculation calculation = new RandomTrees(random).calculation();
      List<String> later = names.subList(i, 2);
      if (Dependencies.of(calculation).traits().stream().noneMatch(later::contains)) {
        computed.put(names.get(i), calculation);
      }
    }
    return computed;
  }

  /** Ends with the value that is shown now. */
  private static NavigableMap<Instant, Object> history(
      Random random, RandomTests values, Object last) {
    NavigableMap<Instant, Object> history = new TreeMap<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      Object value = random.nextBoolean() ? last : Values.canonical("value", values.value(1));
      history.put(instant(random), value);
    }
    history.put(history.lastKey(), last);
    return history;
  }

  private static List<Fact> records(Random random, RandomTests values) {
    List<Fact> records = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      records.add(new Fact(instant(random), Values.canonicalMap("fields", values.map(2))));
    }
    records.sort(Comparator.comparing(Fact::time));
    return records;
  }

  /**
   * Few enough different ones that events coincide with each other and with now; none near the end
   * of a month or in the night of a clock change, where the oracle's windows move back.
   */
  private static Instant instant(Random random) {
    return LocalDateTime.of(2026, 2 + random.nextInt(3), 1 + random.nextInt(26), 6, 0)
        .plusHours(random.nextInt(3))
        .toInstant(ZoneOffset.UTC)
        .plus(random.nextInt(2), ChronoUnit.MICROS);
  }

  private static String about(long seed, Condition condition, Instant now) {
    return "seed " + seed + " at " + now + ": " + condition;
  }
}

package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Random conditions, histories and instants against the {@link Oracle}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluatorPropertyTest {

  private static final int CASES = 4_000;
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
    assertThat(withNext).as("cases with a next change").isGreaterThan(CASES / 8);
    assertThat(holding).as("cases that hold").isBetween(CASES / 4, CASES * 3 / 4);
  }

  private static void checkNext(
      long seed, Condition condition, Oracle facts, Instant now, Evaluation seen) {
    Instant next = seen.nextChange().orElse(Instant.MAX);
    assertThat(next).as(about(seed, condition, now)).isAfter(now);
    for (Instant critical : critical(condition, facts)) {
      if (critical.isAfter(now) && critical.isBefore(next)) {
        assertThat(facts.holds(condition, critical))
            .as("%s: flips at %s, before %s", about(seed, condition, now), critical, next)
            .isEqualTo(seen.result());
      }
    }
    if (seen.nextChange().isPresent() && Tree.children(condition).isEmpty()) {
      assertThat(facts.holds(condition, next))
          .as("%s: exact at %s", about(seed, condition, now), next)
          .isNotEqualTo(seen.result());
    }
  }

  /** All instants at which an event enters or leaves some window, and the ones beside them. */
  private static Set<Instant> critical(Condition condition, Oracle facts) {
    Set<Instant> critical = new TreeSet<>();
    List<Span> spans = spans(condition);
    for (Event event : facts.events()) {
      add(critical, event.time());
      for (Span span : spans) {
        add(
            critical,
            event
                .time()
                .atZone(facts.zone())
                .plus(span.amount(), span.unit().chrono())
                .toInstant());
      }
    }
    return critical;
  }

  private static void add(Set<Instant> critical, Instant at) {
    for (int by = -1; by <= 1; by++) {
      critical.add(at.plus(by, ChronoUnit.MICROS));
    }
  }

  private static List<Span> spans(Condition condition) {
    List<Span> spans = new ArrayList<>();
    Deque<Condition> open = new ArrayDeque<>(List.of(condition));
    while (!open.isEmpty()) {
      Condition next = open.pop();
      Tree.children(next).forEach(open::push);
      Window window =
          next instanceof EventCondition e
              ? e.window()
              : next instanceof AggregateCondition a ? a.window() : Window.ALL_TIME;
      if (window instanceof Window.Last last) {
        spans.add(last.span());
      }
    }
    return spans;
  }

  private static Oracle facts(Random random) {
    RandomTrees values = new RandomTrees(random);
    List<Event> events = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      EventBuilder event =
          Event.track(values.one(RandomTrees.EVENTS)).messageId("m" + i).at(instant(random));
      map(values, random).forEach(event::property);
      events.add(event.build());
    }
    events.sort(Comparator.comparing(Event::time));
    Map<String, Object> traits =
        Event.identify().traits(map(values, random)).build(Instant.EPOCH, "m").traits();
    Set<String> segments = random.nextBoolean() ? Set.of("vip") : Set.of();
    return new Oracle(traits, events, segments, values.one(ZONES));
  }

  private static Map<String, Object> map(RandomTrees values, Random random) {
    Map<String, Object> map = new HashMap<>();
    while (random.nextInt(4) > 0) {
      map.put(values.one(RandomTrees.NAMES), values.one(RandomTrees.VALUES));
    }
    return map;
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

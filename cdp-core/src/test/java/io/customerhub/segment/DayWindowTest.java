package io.customerhub.segment;

import static io.customerhub.segment.Conditions.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Events in sum by day say the same as those events one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DayWindowTest {

  private static final int CASES = 3_000;

  private static final Instant START = Instant.parse("2026-02-20T00:00:00Z");

  private static final List<ZoneId> ZONES =
      Stream.of("UTC", "Asia/Ho_Chi_Minh", "Europe/London", "America/New_York")
          .map(ZoneId::of)
          .toList();

  private int summed;

  @Test
  void conditions_hold_and_flip_at_the_same_instants() {
    int flipping = 0;
    int holding = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Oracle facts = facts(random);
      Condition condition = condition(random);
      Instant now = START.plus(Duration.ofMinutes(random.nextInt(70 * 1_440)));
      Evaluation expected = Evaluator.evaluate(condition, facts, now, facts.zone());

      Facts sums = sums(facts);
      String about = "seed " + seed + " at " + now + " " + facts.zone() + ": " + condition;
      assertThat(Evaluator.evaluate(condition, sums, now, facts.zone()))
          .as(about)
          .isEqualTo(expected);
      CompiledCondition compiled = CompiledCondition.of(condition, facts.zone());
      assertThat(compiled.judge(sums, now)).as(about).isEqualTo(Outcome.of(expected));
      assertThat(compiled.holds(sums, now)).as(about).isEqualTo(expected.result());
      flipping += expected.nextChange().isPresent() ? 1 : 0;
      holding += expected.result() ? 1 : 0;
    }
    assertThat(flipping).isGreaterThan(CASES / 4);
    assertThat(holding).isBetween(CASES / 5, CASES * 4 / 5);
    assertThat(summed).as("looks at sums").isGreaterThan(CASES);
  }

  @Test
  void computed_values_are_the_same_for_as_long() {
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Oracle facts = facts(random);
      OccurrenceCondition of = window(random, selected(random));
      Calculation calculation =
          random.nextBoolean() ? Calculation.count(of) : Calculation.sum("amount", of);
      Instant now = START.plus(Duration.ofMinutes(random.nextInt(70 * 1_440)));

      assertThat(Evaluator.calculate(calculation, sums(facts), now, facts.zone()))
          .as("seed " + seed + " at " + now + ": " + calculation)
          .isEqualTo(Evaluator.calculate(calculation, facts, now, facts.zone()));
    }
    assertThat(summed).as("looks at sums").isEqualTo(CASES);
  }

  @Test
  void sums_of_parts_are_the_sum_of_all_whatever_the_order() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Event> events = facts(random).events();
      Selection of = selected(random).of();
      int cut = random.nextInt(events.size() + 1);
      EventDays first = EventDays.none(of, "amount").and(events.subList(0, cut));
      EventDays rest = EventDays.none(of, "amount").and(events.subList(cut, events.size()));
      EventDays all = EventDays.none(of, "amount").and(events);

      assertThat(days(first.and(rest))).as("seed " + seed).isEqualTo(days(all));
      assertThat(days(rest.and(first))).as("seed " + seed).isEqualTo(days(all));
      assertThat(days(first.and(events.subList(cut, events.size())))).isEqualTo(days(all));
    }
  }

  @Test
  void what_a_text_form_shows_is_no_value_of_the_person() {
    Event event = Event.track("Order").property("amount", 123_456).build(START, "m");
    EventDays days = EventDays.none(Selection.event("Order"), "amount").and(List.of(event));

    assertThat(days + " " + days(days)).isEqualTo("EventDays[1 days] {20504=EventDay[1 events]}");
  }

  private static Map<Long, EventDay> days(EventDays all) {
    Map<Long, EventDay> days = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      days.put(all.day(i), all.sum(i));
    }
    assertThat(days).as("each day once").hasSize(all.size());
    return days;
  }

  private static Condition condition(Random random) {
    OccurrenceCondition of = window(random, selected(random));
    int least = random.nextInt(60);
    return switch (random.nextInt(5)) {
      case 0 -> of.atLeast(least);
      case 1 -> of.between(least, least + random.nextInt(20));
      case 2 -> of.times().ne(least);
      case 3 -> of.sum("amount").between(least - 40, least);
      default -> random.nextBoolean() ? of.sum("amount").gt(least) : of.sum("amount").eq(least % 5);
    };
  }

  private static OccurrenceCondition selected(Random random) {
    OccurrenceCondition of = Conditions.event("Order");
    return random.nextBoolean() ? of.where(property("kind").ne("a")) : of;
  }

  private static OccurrenceCondition window(Random random, OccurrenceCondition of) {
    Span.Unit unit =
        List.of(Span.Unit.HOUR, Span.Unit.DAY, Span.Unit.WEEK, Span.Unit.MONTH)
            .get(random.nextInt(4));
    int most = unit == Span.Unit.HOUR ? 500 : unit == Span.Unit.DAY ? 40 : 6;
    return random.nextInt(5) == 0 ? of : of.inLast(new Span(1 + random.nextInt(most), unit));
  }

  /** Many at the very same time, some with amounts below zero, some in the future. */
  private static Oracle facts(Random random) {
    List<Event> events = new ArrayList<>();
    boolean below = random.nextBoolean();
    int span = 1 + random.nextInt(60);
    for (int i = random.nextInt(80); i > 0; i--) {
      EventBuilder event =
          Event.track(random.nextInt(5) == 0 ? "Page" : "Order")
              .messageId("m" + i)
              .at(START.plus(Duration.ofHours(6L * random.nextInt(4 * span))))
              .property("kind", random.nextBoolean() ? "a" : "b");
      if (random.nextInt(6) > 0) {
        event.property("amount", new BigDecimal(random.nextInt(60) - (below ? 30 : 0)));
      }
      events.add(event.build());
    }
    events.sort(Comparator.comparing(Event::time).thenComparing(Event::messageId));
    return new Oracle(Map.of(), events, Set.of(), ZONES.get(random.nextInt(4)));
  }

  private Facts sums(Oracle facts) {
    return (Facts)
        Proxy.newProxyInstance(
            Facts.class.getClassLoader(),
            new Class<?>[] {Facts.class},
            (proxy, method, args) -> {
              if (!method.getName().equals("days")) {
                return method.invoke(facts, args);
              }
              summed++;
              EventDays none = EventDays.none((Selection) args[0], (String) args[1]);
              return Optional.of(none.and(facts.events()));
            });
  }
}

package io.customerhub.segment;

import static io.customerhub.segment.Conditions.days;
import static io.customerhub.segment.Conditions.event;
import static io.customerhub.segment.Conditions.hours;
import static io.customerhub.segment.Conditions.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Rhythm and order, each where two readings would differ. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PatternTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private final List<Event> events = new ArrayList<>();

  @Test
  void an_abandoned_cart_is_one_when_the_time_to_order_is_over_and_not_before() {
    happened("Checkout", "2026-03-10T11:00:00Z");
    SequenceCondition abandoned =
        sequence("Checkout").thenNot("Order").within(hours(2)).inLast(days(7));

    Evaluation open = at(abandoned, NOW);
    assertThat(open.result()).isFalse();
    assertThat(open.nextChange()).contains(Instant.parse("2026-03-10T13:00:00.000001Z"));
    assertThat(at(abandoned, Instant.parse("2026-03-10T13:00:00.000001Z")).result()).isTrue();

    happened("Order", "2026-03-10T13:00:00Z");
    assertThat(at(abandoned, Instant.parse("2026-03-11T00:00:00Z")).result()).isFalse();
  }

  @Test
  void an_order_of_another_cart_does_not_count() {
    happened("Checkout", "2026-03-10T08:00:00Z", Map.of("cart", "a"));
    happened("Checkout", "2026-03-10T08:30:00Z", Map.of("cart", "b"));
    happened("Order", "2026-03-10T09:00:00Z", Map.of("cart", "b"));
    SequenceCondition any = sequence("Checkout").thenNot("Order").within(hours(2));

    assertThat(at(any, NOW).result()).isFalse();
    assertThat(at(any.withSame("cart"), NOW).result()).isTrue();
    assertThat(at(any.withSame("cart"), NOW).reason().detail())
        .isEqualTo("1 times, needed at least 1 time");
  }

  @Test
  void what_is_in_between_matters_only_if_it_is_strict() {
    happened("A", "2026-03-10T08:00:00Z");
    happened("B", "2026-03-10T09:00:00Z");
    happened("A", "2026-03-10T09:30:00Z");
    happened("C", "2026-03-10T10:00:00Z");
    SequenceCondition loose = sequence("A").then("C").times(Count.exactly(2));

    assertThat(at(loose, NOW).result()).isTrue();
    assertThat(at(sequence("A").thenNot("B").then("C").times(Count.exactly(1)), NOW).result())
        .isTrue();
    assertThat(at(sequence("B").then("C").strictly(), NOW).result()).isTrue();
    assertThat(at(sequence("A").then("B").then("C").strictly(), NOW).result()).isFalse();
  }

  @Test
  void things_at_the_same_time_do_not_follow_each_other() {
    happened("A", "2026-03-10T08:00:00Z");
    happened("B", "2026-03-10T08:00:00Z");

    assertThat(at(sequence("A").then("B"), NOW).result()).isFalse();
    assertThat(at(sequence("B").then("A"), NOW).result()).isFalse();
  }

  @Test
  void a_streak_goes_on_until_a_whole_day_was_missed() {
    happened("Run", "2026-03-08T08:00:00Z");
    happened("Run", "2026-03-09T08:00:00Z");
    Condition streak = event("Run").streak(2, Period.DAY);

    assertThat(at(streak, NOW).result()).isTrue();
    assertThat(at(streak, NOW).nextChange()).contains(Instant.parse("2026-03-11T00:00:00Z"));
    assertThat(at(streak, Instant.parse("2026-03-11T00:00:00Z")).result()).isFalse();
    assertThat(at(streak, Instant.parse("2026-03-11T00:00:00Z")).nextChange()).isEmpty();
  }

  @Test
  void the_first_time_is_the_first_ever_and_not_the_first_in_the_window() {
    happened("Visit", "2026-01-01T00:00:00Z");
    happened("Visit", "2026-03-09T00:00:00Z");

    assertThat(at(event("Visit").inLast(days(30)).firstTime(), NOW).result()).isFalse();
    assertThat(at(event("Visit").inLast(days(90)).firstTime(), NOW).result()).isTrue();
    assertThat(at(event("Visit").inLast(days(30)).resumedAfter(days(60)), NOW).result()).isTrue();
    assertThat(at(event("Visit").inLast(days(30)).resumedAfter(days(67)), NOW).result()).isFalse();
  }

  @Test
  void somebody_who_never_came_did_not_stop() {
    Condition stopped = event("Visit").stopped(days(30), 2, days(90));

    assertThat(at(stopped, NOW).result()).isFalse();
    happened("Visit", "2026-01-01T00:00:00Z");
    happened("Visit", "2026-01-02T00:00:00Z");
    assertThat(at(stopped, NOW).result()).isTrue();
    assertThat(at(stopped, NOW).nextChange())
        .contains(Instant.parse("2026-05-01T00:00:00.000001Z"));
    assertThat(at(event("Visit").lastMoreThan(days(30)), NOW).result()).isTrue();
    assertThat(at(event("Other").lastMoreThan(days(30)), NOW).result()).isFalse();
    assertThat(at(event("Visit").lastLessThan(days(30)), NOW).result()).isFalse();
    assertThat(at(event("Other").lastLessThan(days(30)), NOW).result()).isFalse();
  }

  @Test
  void a_long_history_is_looked_through_in_time_that_grows_with_it() {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int i = 0; i < 20_000; i++) {
      happened(i % 3 == 0 ? "A" : "B", start.plusSeconds(i).toString());
    }
    SequenceCondition all = sequence("A").then("B").thenNot("C").times(Count.atLeast(6_667));

    assertThat(at(all, NOW).result()).isTrue();
  }

  private void happened(String name, String time) {
    happened(name, time, Map.of());
  }

  private void happened(String name, String time, Map<String, Object> properties) {
    Event event =
        Event.track(name).properties(properties).build(Instant.parse(time), "m" + events.size());
    events.add(event);
  }

  private Evaluation at(Condition condition, Instant now) {
    Oracle facts = new Oracle(Map.of(), events, Set.of(), ZoneOffset.UTC);
    return Evaluator.evaluate(condition, facts, now, ZoneOffset.UTC);
  }
}

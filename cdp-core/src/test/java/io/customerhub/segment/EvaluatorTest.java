package io.customerhub.segment;

import static io.customerhub.segment.Conditions.all;
import static io.customerhub.segment.Conditions.any;
import static io.customerhub.segment.Conditions.days;
import static io.customerhub.segment.Conditions.event;
import static io.customerhub.segment.Conditions.in;
import static io.customerhub.segment.Conditions.none;
import static io.customerhub.segment.Conditions.not;
import static io.customerhub.segment.Conditions.property;
import static io.customerhub.segment.Conditions.trait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluatorTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  void an_event_is_in_the_window_from_after_its_time_until_the_span_has_passed() {
    Oracle facts = visits("2026-03-10T12:00:00Z");
    Condition visited = event("Visit").inLast(days(1));

    assertThat(at(visited, facts, "2026-03-10T12:00:00Z").result()).isFalse();
    assertThat(at(visited, facts, "2026-03-10T12:00:00Z").nextChange())
        .contains(Instant.parse("2026-03-10T12:00:00.000001Z"));
    assertThat(at(visited, facts, "2026-03-10T12:00:00.000001Z").result()).isTrue();
    assertThat(at(visited, facts, "2026-03-11T12:00:00Z").result()).isTrue();
    assertThat(at(visited, facts, "2026-03-11T12:00:00Z").nextChange())
        .contains(Instant.parse("2026-03-11T12:00:00.000001Z"));
    assertThat(at(visited, facts, "2026-03-11T12:00:00.000001Z").result()).isFalse();
  }

  @Test
  void an_instant_finer_than_a_microsecond_is_taken_as_the_microsecond_below() {
    Oracle facts = visits("2026-03-10T12:00:00Z");

    Evaluation seen = at(event("Visit"), facts, "2026-03-10T12:00:00.000000999Z");

    assertThat(seen.result()).isFalse();
    assertThat(seen.nextChange()).contains(Instant.parse("2026-03-10T12:00:00.000001Z"));
  }

  @Test
  void events_that_leave_together_do_not_pass_through_the_numbers_between() {
    Oracle facts = visits("2026-03-10T11:00:00Z", "2026-03-10T11:00:00Z", "2026-03-10T11:30:00Z");

    assertThat(at(event("Visit").exactly(2).inLast(days(1)), facts, NOW.toString()).nextChange())
        .isEmpty();
    assertThat(at(event("Visit").exactly(1).inLast(days(1)), facts, NOW.toString()).nextChange())
        .contains(Instant.parse("2026-03-11T11:00:00.000001Z"));
  }

  @Test
  void did_not_and_at_most_hold_for_a_person_without_events() {
    Oracle nobody = visits();

    assertThat(holds(event("Visit").none(), nobody)).isTrue();
    assertThat(holds(event("Visit").atMost(2), nobody)).isTrue();
    assertThat(holds(event("Visit").atLeast(0), nobody)).isTrue();
    assertThat(holds(event("Visit").sum("price").eq(0), nobody)).isTrue();
    assertThat(holds(event("Visit").avg("price").lt(5), nobody)).isFalse();
    assertThat(holds(event("Visit").avg("price").ne(5), nobody)).isTrue();
  }

  @Test
  void an_average_without_end_of_decimals_compares_exactly() {
    Oracle facts = prices(1, 1, 2);
    BigDecimal nearly = new BigDecimal("1.33333333333333333333333333333333333333333333333");

    assertThat(holds(event("Visit").avg("price").gt(nearly), facts)).isTrue();
    assertThat(holds(event("Visit").avg("price").eq(nearly), facts)).isFalse();
  }

  @Test
  void nothing_is_converted_and_the_reason_says_so_without_the_value() {
    Oracle facts = new Oracle(Map.of("age", "42"), List.of(), Set.of(), ZoneOffset.UTC);

    Reason reason = Evaluator.evaluate(trait("age").gte(18), facts, NOW, ZoneOffset.UTC).reason();

    assertThat(reason.detail()).isEqualTo("a text, compared with a number");
    assertThat(reason.toString())
        .isEqualTo("no: trait.age >= 18 (a text, compared with a number)\n");
  }

  @Test
  void text_compares_by_code_points_after_composition_and_ignores_case_only_if_asked() {
    Oracle facts =
        new Oracle(
            Map.of("city", "\u0110a\u0300 N\u0103\u0303ng", "sign", "\ud83d\ude00"),
            List.of(),
            Set.of(),
            ZoneOffset.UTC);

    assertThat(holds(trait("city").eq("\u0110\u00e0 N\u1eb5ng"), facts)).isTrue();
    assertThat(holds(trait("city").eq("\u0111\u00c0 n\u1eb4NG"), facts)).isFalse();
    assertThat(holds(trait("city").ignoringCase().eq("\u0111\u00c0 n\u1eb4NG"), facts)).isTrue();
    assertThat(holds(trait("sign").gt("\uff5e"), facts)).isTrue();
  }

  @Test
  void the_reason_has_the_shape_of_the_condition() {
    Condition condition = all(any(trait("x").exists(), in("vip")), not(event("Visit")));

    Reason reason = at(condition, visits("2026-03-01T00:00:00Z"), NOW.toString()).reason();

    assertThat(reason.toString().lines())
        .containsExactly(
            "no: 0 of 2 hold, needed 2",
            "  no: 0 of 2 hold, needed 1",
            "    no: trait.x exists (no value)",
            "    no: in segment \"vip\" (not in the segment)",
            "  no: not",
            "    yes: did \"Visit\" (1 or more events, needed at least 1 time)");
  }

  @Test
  void what_cannot_hold_with_time_alone_has_no_next_change() {
    Oracle facts = visits("2026-03-10T00:00:00Z");
    Condition leaving = event("Visit").inLast(days(1));

    assertThat(at(all(trait("x").exists(), leaving), facts, NOW.toString()).nextChange()).isEmpty();
    assertThat(at(any(trait("x").missing(), leaving), facts, NOW.toString()).nextChange())
        .isEmpty();
    assertThat(at(none(leaving), facts, NOW.toString()).nextChange())
        .contains(Instant.parse("2026-03-11T00:00:00.000001Z"));
  }

  @Test
  void trees_beyond_the_limits_cannot_be_made() {
    assertThatThrownBy(
            () -> {
              Condition deep = in("a");
              for (int i = 0; i < SegmentLimits.DEPTH; i++) {
                deep = not(deep);
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("deeper than 100");
    Condition[] many = Stream.generate(() -> in("a")).limit(10_000).toArray(Condition[]::new);
    assertThatThrownBy(() -> any(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 10000");
  }

  @Test
  void dependencies_are_all_names_and_no_others() {
    Condition condition =
        all(
            trait("city").eq("London"),
            not(event("Visit").where(property("page").eq("/"))),
            any(event("Order").sum("price").gt(5), in("vip")));

    Dependencies names = Dependencies.of(condition);

    assertThat(names.traits()).containsExactly("city");
    assertThat(names.events()).containsExactly("Order", "Visit");
    assertThat(names.segments()).containsExactly("vip");
  }

  @Test
  void a_number_of_times_and_an_aggregate_exclude_each_other() {
    assertThatThrownBy(() -> event("Visit").atLeast(2).sum("price"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static boolean holds(Condition condition, Oracle facts) {
    return at(condition, facts, NOW.toString()).result();
  }

  private static Evaluation at(Condition condition, Oracle facts, String now) {
    return Evaluator.evaluate(condition, facts, Instant.parse(now), ZoneOffset.UTC);
  }

  private static Oracle visits(String... times) {
    return history(
        Stream.of(times)
            .map(time -> Event.track("Visit").build(Instant.parse(time), "m"))
            .toList());
  }

  private static Oracle prices(int... prices) {
    return history(
        java.util.Arrays.stream(prices)
            .mapToObj(p -> Event.track("Visit").property("price", p).build(Instant.EPOCH, "m"))
            .toList());
  }

  private static Oracle history(List<Event> events) {
    return new Oracle(Map.of(), events, Set.of(), ZoneOffset.UTC);
  }
}

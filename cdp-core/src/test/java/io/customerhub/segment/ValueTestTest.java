package io.customerhub.segment;

import static io.customerhub.segment.Conditions.days;
import static io.customerhub.segment.Conditions.months;
import static io.customerhub.segment.Conditions.property;
import static io.customerhub.segment.Conditions.trait;
import static io.customerhub.segment.Conditions.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Values;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Tests of single values, each where two readings of it would differ. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ValueTestTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  void a_single_value_is_no_list_of_one() {
    assertThat(holds(trait("x").hasAny("a"), "a")).isFalse();
    assertThat(holds(trait("x").hasAny("a"), List.of("a", "b"))).isTrue();
    assertThat(holds(trait("x").hasNone("a"), "a")).isTrue();
    assertThat(reason(trait("x").hasAny("a"), "a")).isEqualTo("a text, compared with a list");
  }

  @Test
  void all_elements_of_an_empty_list_pass_but_those_of_a_missing_one_do_not() {
    Condition all = trait("x").everyElement().gt(5);

    assertThat(holds(all, List.of())).isTrue();
    assertThat(Evaluator.evaluate(all, facts(Map.of()), NOW, ZoneOffset.UTC).result()).isFalse();
    assertThat(holds(trait("x").anyElement().gt(5), List.of())).isFalse();
  }

  @Test
  void any_match_looks_for_one_element_that_passes_all_tests() {
    List<Map<String, Object>> items =
        List.of(Map.of("sku", "a", "price", 1), Map.of("sku", "b", "price", 9));
    Subject<TraitCondition> x = trait("x");

    assertThat(holds(x.anyMatch(property("sku").eq("b"), property("price").gt(5)), items)).isTrue();
    assertThat(holds(x.anyMatch(property("sku").eq("a"), property("price").gt(5)), items))
        .isFalse();
    assertThat(holds(x.allMatch(property("price").gt(0)), items)).isTrue();
    assertThat(holds(x.size().between(2, 3), items)).isTrue();
    assertThat(holds(trait("x").anyElement().is(value().missing()), items)).isFalse();
  }

  @Test
  void accents_and_strokes_are_ignored_only_if_asked() {
    assertThat(holds(trait("x").eq("Da Nang"), "\u0110\u00e0 N\u1eb5ng")).isFalse();
    assertThat(holds(trait("x").ignoringAccents().eq("Da Nang"), "\u0110\u00e0 N\u1eb5ng"))
        .isTrue();
    assertThat(holds(trait("x").ignoringAccents().eq("da nang"), "\u0110\u00e0 N\u1eb5ng"))
        .isFalse();
    assertThat(
            holds(
                trait("x").ignoringAccents().ignoringCase().like("da*"), "\u0110\u00e0 N\u1eb5ng"))
        .isTrue();
  }

  @Test
  void a_date_without_a_time_is_the_start_of_its_day_in_the_zone() {
    ZoneId saigon = ZoneId.of("Asia/Ho_Chi_Minh");
    Condition past = trait("x").inPast();
    Instant midnight = Instant.parse("2026-03-09T17:00:00Z");

    assertThat(at(past, "2026-03-10", midnight, saigon).result()).isFalse();
    assertThat(at(past, "2026-03-10", midnight, saigon).nextChange())
        .contains(midnight.plusNanos(1_000));
    assertThat(holds(trait("x").after(LocalDate.of(2026, 3, 10)), "2026-03-10T23:59:59Z"))
        .isFalse();
    assertThat(holds(trait("x").after(LocalDate.of(2026, 3, 10)), "2026-03-11")).isTrue();
    assertThat(holds(trait("x").atTimeOfDay(LocalTime.of(22, 0), LocalTime.of(6, 0)), "2026-03-10"))
        .isFalse();
    assertThat(
            holds(
                trait("x").atTimeOfDay(LocalTime.of(22, 0), LocalTime.of(6, 0)),
                "2026-03-10T01:00:00Z"))
        .isTrue();
  }

  @Test
  void a_date_goes_from_next_over_last_to_older_at_the_instants_that_are_announced() {
    Instant due = Instant.parse("2026-03-20T08:00:00Z");
    Instant before = Instant.parse("2026-03-01T00:00:00Z");

    Evaluation next = at(trait("x").inNext(days(7)), due.toString(), before, ZoneOffset.UTC);
    assertThat(next.nextChange()).contains(Instant.parse("2026-03-13T08:00:00.000001Z"));
    Evaluation last = at(trait("x").inLast(days(7)), due.toString(), before, ZoneOffset.UTC);
    assertThat(last.nextChange()).contains(Instant.parse("2026-03-20T08:00:00.000001Z"));
    Evaluation older = at(trait("x").olderThan(days(7)), due.toString(), before, ZoneOffset.UTC);
    assertThat(older.nextChange()).contains(Instant.parse("2026-03-27T08:00:00.000001Z"));
  }

  @Test
  void a_birthday_on_a_leap_day_is_on_the_28th_in_other_years() {
    Condition soon = trait("x").anniversaryInNext(days(3));

    assertThat(
            at(soon, "2000-02-29", Instant.parse("2026-02-26T00:00:00Z"), ZoneOffset.UTC).result())
        .isTrue();
    Evaluation seen = at(soon, "2000-02-29", NOW, ZoneOffset.UTC);
    assertThat(seen.result()).isFalse();
    assertThat(seen.nextChange()).contains(Instant.parse("2027-02-26T00:00:00Z"));
    assertThat(at(soon, "2026-03-11", NOW, ZoneOffset.UTC).result()).isFalse();
  }

  @Test
  void a_month_ahead_reaches_from_the_end_of_february_to_the_end_of_march() {
    Condition soon = trait("x").inNext(months(1));
    Instant end = Instant.parse("2026-03-31T10:00:00Z");

    assertThat(at(soon, end.toString(), NOW, ZoneOffset.UTC).result()).isTrue();
    assertThat(
            at(soon, end.toString(), Instant.parse("2026-02-28T09:00:00Z"), ZoneOffset.UTC)
                .nextChange())
        .contains(Instant.parse("2026-02-28T10:00:00.000001Z"));
  }

  @Test
  void a_date_is_in_the_future_until_it_is_past() {
    Condition future = trait("x").inFuture();
    Instant then = Instant.parse("2026-03-10T00:00:00Z");

    assertThat(at(future, "2026-03-10", then, ZoneOffset.UTC).result()).isTrue();
    assertThat(at(future, "2026-03-10", then, ZoneOffset.UTC).nextChange())
        .contains(then.plusNanos(1_000));
    Instant later = then.plusNanos(1_000);
    assertThat(at(future, "2026-03-10", later, ZoneOffset.UTC).result()).isFalse();
    assertThat(at(future, "2026-03-10", later, ZoneOffset.UTC).nextChange()).isEmpty();
    assertThat(holds(future, "no date")).isFalse();
  }

  @Test
  void what_is_no_date_passes_no_test_of_one() {
    for (Object value : List.of("tomorrow", "2026-13-01", "20260310", 20260310, true, List.of())) {
      assertThat(holds(trait("x").inPast(), value)).as("%s", value).isFalse();
      assertThat(holds(trait("x").onWeekday(DayOfWeek.values()), value)).as("%s", value).isFalse();
    }
    assertThat(reason(trait("x").inPast(), "tomorrow")).isEqualTo("a text, compared with a date");
    assertThat(reason(trait("x").inPast(), "2026-01-01")).isEqualTo("a date");
  }

  @Test
  void a_region_may_cross_the_180th_meridian() {
    GeoTest.Point[] fiji = {
      GeoTest.Point.of(-20, 176), GeoTest.Point.of(-20, -178),
      GeoTest.Point.of(-15, -178), GeoTest.Point.of(-15, 176)
    };

    assertThat(holds(trait("x").inRegion(fiji), Map.of("lat", -17, "lon", 179.5))).isTrue();
    assertThat(holds(trait("x").inRegion(fiji), Map.of("lat", -17, "lng", -179.5))).isTrue();
    assertThat(holds(trait("x").inRegion(fiji), Map.of("lat", -17, "lon", 0))).isFalse();
    assertThat(holds(trait("x").near(fiji[0], 50), Map.of("latitude", -20.4, "lon", 176))).isTrue();
    assertThat(holds(trait("x").near(fiji[0], 40), Map.of("latitude", -20.4, "lon", 176)))
        .isFalse();
  }

  @Test
  void a_trait_compares_with_another_and_depends_on_both() {
    Condition moved = Conditions.not(trait("billing").eqTrait("shipping"));
    Oracle same = facts(Map.of("billing", "London", "shipping", "London"));

    assertThat(Evaluator.evaluate(moved, same, NOW, ZoneOffset.UTC).result()).isFalse();
    assertThat(Dependencies.of(moved).traits()).containsExactly("billing", "shipping");
  }

  private static boolean holds(Condition condition, Object value) {
    return at(condition, value, NOW, ZoneOffset.UTC).result();
  }

  private static String reason(Condition condition, Object value) {
    return at(condition, value, NOW, ZoneOffset.UTC).reason().detail();
  }

  private static Evaluation at(Condition condition, Object value, Instant now, ZoneId zone) {
    return Evaluator.evaluate(condition, facts(Map.of("x", value)), now, zone);
  }

  private static Oracle facts(Map<String, Object> traits) {
    return new Oracle(Values.canonicalMap("traits", traits), List.of(), Set.of(), ZoneOffset.UTC);
  }
}

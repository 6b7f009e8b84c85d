package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WindowBoundsTest {

  private static final List<String> ZONES =
      List.of("UTC", "Europe/London", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe");

  @Test
  void the_start_never_moves_back_and_an_event_leaves_just_when_the_start_has_passed_it() {
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      RandomTrees trees = new RandomTrees(random);
      Window window = new Window.Last(trees.span());
      WindowBounds bounds = WindowBounds.of(window, ZoneId.of(trees.one(ZONES)));
      // Around the year 2011 Samoa skipped a day.
      Instant time =
          Instant.parse("2011-10-01T00:00:00Z").plusSeconds(1800L * random.nextInt(12_000));
      Instant leaves = bounds.leaves(time);
      String about = "seed " + seed + ": " + window + " of " + time;

      assertThat(bounds.start(leaves)).as(about).isAfter(time);
      assertThat(bounds.start(leaves.minus(1, ChronoUnit.MICROS)))
          .as(about)
          .isBeforeOrEqualTo(time);
      Instant later = leaves.plusSeconds(random.nextInt(200_000));
      assertThat(bounds.start(later)).as(about).isAfterOrEqualTo(bounds.start(leaves));
    }
  }

  @Test
  void a_day_of_the_calendar_has_23_hours_when_the_clock_goes_forward() {
    WindowBounds london =
        WindowBounds.of(new Window.Last(Conditions.days(1)), ZoneId.of("Europe/London"));

    assertThat(london.start(Instant.parse("2026-03-29T11:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-28T12:00:00Z"));
  }

  @Test
  void what_the_shorter_month_does_not_have_counts_as_its_end() {
    WindowBounds month = WindowBounds.of(new Window.Last(Conditions.months(1)), ZoneOffset.UTC);

    assertThat(month.start(Instant.parse("2026-03-28T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
    assertThat(month.start(Instant.parse("2026-03-30T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(month.leaves(Instant.parse("2026-01-31T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void an_event_leaves_one_microsecond_after_the_span() {
    WindowBounds day = WindowBounds.of(new Window.Last(Conditions.days(1)), ZoneOffset.UTC);

    assertThat(day.leaves(Instant.parse("2026-03-01T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-02T10:00:00.000001Z"));
  }
}

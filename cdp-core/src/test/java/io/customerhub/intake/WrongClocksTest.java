package io.customerhub.intake;

import static io.customerhub.intake.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.event.ReasonCode;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is made of what senders say about time when their clocks, or their messages, are late. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongClocksTest {

  private static final Duration SESSION = Duration.ofMinutes(5);

  private final EventJson intake = EventJson.source("web");

  @Test
  void a_clock_that_is_ahead_is_set_right() {
    for (Duration ahead :
        List.of(Duration.ofSeconds(2), Duration.ofHours(3), Duration.ofDays(26_000))) {
      Instant sentAt = NOW.plus(ahead);
      Parsed.Accepted accepted = sent(intake, sentAt.minus(SESSION), sentAt);

      assertThat(accepted.event().time()).as("%s", ahead).isEqualTo(NOW.minus(SESSION));
      assertThat(accepted.corrected()).isEqualTo(Map.of("timestamp", ReasonCode.CLOCK_SKEW));
      assertThat(accepted.event().context())
          .isEqualTo(Map.of("originalTimestamp", sentAt.minus(SESSION).toString()));
    }
  }

  @Test
  void a_batch_that_is_sent_again_as_it_was_happened_when_it_happened() {
    Instant happened = NOW.minus(Duration.ofDays(3));
    for (Duration waited : List.of(Duration.ZERO, Duration.ofMillis(900), Duration.ofDays(2))) {
      Parsed.Accepted accepted = sent(intake, happened, NOW.minus(waited));

      assertThat(accepted.event().time()).as("%s", waited).isEqualTo(happened);
      assertThat(accepted.corrected()).isEmpty();
      assertThat(accepted.event().context()).isEmpty();
    }
  }

  @Test
  void no_guess_at_a_clock_puts_an_event_before_or_behind_all_that_is_possible() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      Instant happened = NOW.minusMillis(random.nextInt(1_000_000_000));
      Duration skew = Duration.ofMillis(random.nextInt(2_000_000_000) - 1_000_000_000L);
      long waited = random.nextInt(1_000_000_000);
      Instant sent =
          NOW.minusMillis(waited).isBefore(happened) ? happened : NOW.minusMillis(waited);
      Parsed.Accepted accepted = sent(intake, happened.plus(skew), sent.plus(skew));

      Instant time = accepted.event().time();
      String which = i + ": " + skew;
      assertThat(time).as(which).isBeforeOrEqualTo(NOW.plusSeconds(1));
      // The correction is never more than the clock is wrong by.
      assertThat(Duration.between(happened, time).abs()).as(which).isLessThanOrEqualTo(skew.abs());
    }
  }

  @Test
  void a_clock_that_is_behind_is_set_right_where_sending_is_known_to_be_just_now() {
    Instant sentAt = NOW.minus(Duration.ofHours(2));
    Parsed.Accepted plain = sent(intake, sentAt.minus(SESSION), sentAt);
    Parsed.Accepted known = sent(intake.sentAtPerAttempt(true), sentAt.minus(SESSION), sentAt);

    assertThat(plain.event().time()).isEqualTo(sentAt.minus(SESSION));
    assertThat(known.event().time()).isEqualTo(NOW.minus(SESSION));
    assertThat(known.corrected()).containsValue(ReasonCode.CLOCK_SKEW);
  }

  @Test
  void a_clock_that_begins_in_1970_or_2000_is_set_right() {
    for (String reset : List.of("1970-01-01T00:10:00Z", "2000-01-01T00:10:00Z")) {
      Instant sentAt = Instant.parse(reset);

      assertThat(sent(intake, sentAt.minus(SESSION), sentAt).event().time())
          .isEqualTo(NOW.minus(SESSION));
    }
  }

  @Test
  void a_time_that_somebody_corrected_before_is_left_as_it_is() {
    Event event =
        only(
                intake,
                "\"timestamp\":\"2026-11-22T09:00:00Z\",\"sentAt\":\"2026-11-22T15:00:05Z\","
                    + "\"originalTimestamp\":\"2026-11-22T15:00:00Z\"")
            .event();

    assertThat(event.time()).isEqualTo("2026-11-22T09:00:00Z");
    assertThat(event.context()).isEqualTo(Map.of("originalTimestamp", "2026-11-22T15:00:00Z"));
  }

  @Test
  void a_time_of_sending_that_cannot_be_read_costs_nothing() {
    for (String sentAt : List.of("\"soon\"", "\"2026-99-01T00:00:00Z\"", "true", "1e300", "[]")) {
      Parsed.Accepted accepted =
          only(intake, "\"timestamp\":\"2026-11-22T09:00:00Z\",\"sentAt\":" + sentAt);

      assertThat(accepted.event().time()).as(sentAt).isEqualTo("2026-11-22T09:00:00Z");
      assertThat(accepted.corrected()).isEmpty();
    }
  }

  @Test
  void a_batch_says_once_when_it_was_sent_unless_a_message_says_it_itself() {
    String message =
        "{\"type\":\"track\",\"event\":\"E\",\"timestamp\":\"2026-11-22T14:00:00Z\"%s}";
    String own = message.formatted(",\"sentAt\":\"2026-11-22T13:00:00Z\"");
    List<Parsed> parsed =
        intake.parse(
            "{\"sentAt\":\"2026-11-22T15:00:00Z\",\"batch\":[%s,%s]}"
                .formatted(message.formatted(""), own),
            NOW);

    assertThat(parsed.stream().map(one -> Reading.event(one).time().toString()))
        .containsExactly("2026-11-22T11:00:00Z", "2026-11-22T13:00:00Z");
  }

  @Test
  void the_name_of_a_message_without_id_does_not_depend_on_when_it_arrives() {
    String json =
        "{\"type\":\"track\",\"event\":\"E\",\"timestamp\":\"2026-11-22T14:00:00Z\","
            + "\"sentAt\":\"2026-11-22T14:00:01Z\"}";
    Event first = Reading.event(Reading.only(intake.parse(json, NOW)));
    Event second = Reading.event(Reading.only(intake.parse(json, NOW.plusSeconds(600))));

    assertThat(second.time()).isNotEqualTo(first.time());
    assertThat(second.messageId()).isEqualTo(first.messageId());
  }

  @Test
  void a_time_that_cannot_be_right_is_told_of() {
    Parsed.Accepted json = only(intake, "\"originalTimestamp\":\"2099-01-01T00:00:00Z\"");
    assertThat(json.corrected()).isEqualTo(Map.of("originalTimestamp", ReasonCode.TIMESTAMP_RANGE));

    CsvMapping mapping = CsvMapping.source("shop").time("at").column("x", "trait.x").build();
    Parsed row =
        CsvIntake.of(mapping)
            .rows(new StringReader("at,x\n2099-01-01T00:00:00Z,1\n"), NOW)
            .findFirst()
            .orElseThrow();
    assertThat(((Parsed.Accepted) row).corrected())
        .isEqualTo(Map.of("at", ReasonCode.TIMESTAMP_RANGE));
  }

  private static Parsed.Accepted sent(EventJson by, Instant timestamp, Instant sentAt) {
    return only(by, "\"timestamp\":\"" + timestamp + "\",\"sentAt\":\"" + sentAt + "\"");
  }

  private static Parsed.Accepted only(EventJson by, String members) {
    String json = "{\"type\":\"track\",\"event\":\"E\"," + members + "}";
    return (Parsed.Accepted) Reading.only(by.parse(json, NOW));
  }
}

package io.customerhub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.Parsed.Accepted;
import io.customerhub.intake.Parsed.Rejected;
import java.time.Instant;
import java.util.List;

/** What the tests of both intakes say over and over. */
final class Reading {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private Reading() {}

  static Parsed only(List<Parsed> parsed) {
    assertThat(parsed).hasSize(1);
    return parsed.get(0);
  }

  static Event event(Parsed parsed) {
    assertThat(parsed).isInstanceOf(Accepted.class);
    return ((Accepted) parsed).event();
  }

  static Rejected rejected(Parsed parsed, ReasonCode code, String field) {
    assertThat(parsed).isInstanceOf(Rejected.class);
    Rejected rejected = (Rejected) parsed;
    assertThat(rejected.code()).as(rejected.message()).isEqualTo(code);
    assertThat(rejected.field()).isEqualTo(field);
    return rejected;
  }
}

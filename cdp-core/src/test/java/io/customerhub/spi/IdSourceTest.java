package io.customerhub.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.TestClock;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdSourceTest {

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));

  @Test
  void ids_ascend_within_a_millisecond_and_when_the_clock_steps_back() {
    IdSource ids = IdSource.seeded(clock, 1);
    ProfileId last = new ProfileId(ids.next());
    for (int i = 0; i < 20_000; i++) {
      if (i == 10_000) {
        clock.advance(Duration.ofHours(-1));
      }
      ProfileId next = new ProfileId(ids.next());
      assertThat(next).as("id %d", i).isGreaterThan(last);
      last = next;
    }
  }

  @Test
  void ids_are_of_version_seven_and_repeat_with_clock_and_seed() {
    UUID id = IdSource.seeded(clock, 1).next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    assertThat(IdSource.seeded(clock, 1).next()).isEqualTo(id);
    assertThat(IdSource.seeded(clock, 2).next()).isNotEqualTo(id);
  }
}

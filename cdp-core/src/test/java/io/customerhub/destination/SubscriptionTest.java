package io.customerhub.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.Destination;
import io.customerhub.spi.NewsKind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubscriptionTest {

  private static final Destination NOBODY = delivery -> DeliveryResult.delivered();

  @Test
  void an_erasure_is_told_whatever_was_asked_for() {
    Subscription left = to("mail").kinds(NewsKind.SEGMENT_LEFT).build();

    assertThat(left.wants(NewsKind.PROFILE_ERASED)).isTrue();
    assertThat(left.wants(NewsKind.SEGMENT_LEFT)).isTrue();
    assertThat(left.wants(NewsKind.PROFILE_CREATED)).isFalse();
    assertThat(to("mail").build().wants(NewsKind.PROFILE_CREATED)).isTrue();
  }

  @Test
  void names_are_safe_in_files_tables_and_logs() {
    for (String good : List.of("a", "crm-2", "x.y_z", "9", "a".repeat(64))) {
      assertThat(to(good).build().name()).isEqualTo(good);
    }
    for (String bad : List.of("", "A", "-a", "a b", "a/b", "a\n", "a".repeat(65))) {
      assertThatThrownBy(() -> to(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void two_of_one_name_are_refused() {
    List<Subscription> twice = List.of(to("mail").build(), to("mail").build());

    assertThatThrownBy(() -> new Outbox(twice)).hasMessage("two destinations are named mail");
  }

  @Test
  void settings_out_of_bounds_or_set_twice_are_refused() {
    assertThatThrownBy(() -> to("a").atMost(0, Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> to("a").atMost(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> to("a").threads(65)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> to("a").requiresConsent(" "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> to("a").traits("x".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> to("a").threads(1).threads(2))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofDays(8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void waits_are_random_up_to_twice_as_long_each_time_and_never_beyond_the_longest() {
    RetryPolicy policy = new RetryPolicy(100, Duration.ofSeconds(1), Duration.ofMinutes(1));
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      for (int failures = 1; failures <= 100; failures++) {
        long most = Math.min(60_000, failures > 10 ? 60_000 : 1_000L << (failures - 1));
        assertThat(policy.delay(failures, random.nextLong()).toMillis())
            .as("seed %d, failure %d", seed, failures)
            .isBetween(0L, most);
      }
    }
    double mean =
        new Random(7)
            .longs(10_000)
            .map(bits -> policy.delay(7, bits).toMillis())
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(29_000d, 31_000d);
    assertThat(policy.delay(3, Long.MIN_VALUE).isNegative()).isFalse();
  }

  private static SubscriptionBuilder to(String name) {
    return Subscription.to(name, NOBODY);
  }
}

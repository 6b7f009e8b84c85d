package io.customerhub.examples.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QualityTest {

  private static final Offset<Double> ROUNDING = within(1e-9);

  @Test
  void pairs_are_counted_after_clustering() {
    Quality quality =
        Quality.of(List.of("a", "a", "a", "b", "b", "c"), List.of("1", "1", "2", "2", "2", "3"));

    // Found: 1 + 3 pairs, true: 3 + 1, both: one of a and one of b.
    assertThat(quality.precision()).isCloseTo(2 / 4.0, ROUNDING);
    assertThat(quality.recall()).isCloseTo(2 / 4.0, ROUNDING);
    assertThat(quality.f1()).isCloseTo(0.5, ROUNDING);
    assertThat(quality.clusters()).isEqualTo(3);
    assertThat(quality.largest()).isEqualTo(3);
  }

  @Test
  void b_cubed_is_the_mean_over_records() {
    Quality quality = Quality.of(List.of("a", "a", "b"), List.of("1", "1", "1"));

    double precision = (2 / 3.0 + 2 / 3.0 + 1 / 3.0) / 3;
    assertThat(quality.b3()).isCloseTo(Quality.mean(precision, 1), ROUNDING);
  }

  @Test
  void nothing_found_where_nothing_was_to_be_found_is_perfect() {
    Quality quality = Quality.of(List.of("a", "b"), List.of("1", "2"));

    assertThat(quality.f1()).isEqualTo(1);
    assertThat(quality.b3()).isEqualTo(1);
  }

  @Test
  void nothing_found_where_something_was_to_be_found_is_nothing() {
    assertThat(Quality.of(List.of("a", "a"), List.of("1", "2")).f1()).isZero();
  }
}

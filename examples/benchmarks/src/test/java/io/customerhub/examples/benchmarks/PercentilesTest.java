package io.customerhub.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PercentilesTest {

  @Test
  void a_percentile_is_a_time_that_so_many_calls_did_not_exceed() {
    Percentiles times =
        Percentiles.of(LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray());

    assertThat(times.milliseconds(50)).isEqualTo(100);
    assertThat(times.milliseconds(99)).isEqualTo(198);
    assertThat(times.milliseconds(100)).isEqualTo(200);
  }

  @Test
  void calls_per_second_are_those_of_one_thread() {
    assertThat(Percentiles.of(new long[] {1_000_000, 3_000_000}).perSecond()).isEqualTo(500);
  }
}

package io.customerhub.examples.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.examples.benchmarks.conditions.Contender;
import io.customerhub.identity.JaroWinkler;
import io.customerhub.identity.Match;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.Normalized;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JmhBenchmarksTest {

  /** Of how many customers the condition holds. */
  private static final int HOLDING = 106;

  @ParameterizedTest
  @ValueSource(strings = {"unrelated", "equal", "typo", "record"})
  void all_comparators_answer_alike(String input) {
    JaroWinklerBenchmark benchmark = new JaroWinklerBenchmark();
    benchmark.input = input;
    benchmark.prepare();

    double reference = benchmark.commonsText();
    assertThat(benchmark.hub()).isEqualTo(reference);
    assertThat(benchmark.hubEncoded()).isEqualTo(reference);
    assertThat(benchmark.hubEncodedWithCutoff()).isEqualTo(atLeast(Pairs.of(input)));
    // The others differ in details, such as how a transposition is counted.
    assertThat(benchmark.duke()).isCloseTo(reference, within(0.08 * reference));
    assertThat(benchmark.debatty()).isCloseTo(reference, within(0.08 * reference));
    assertThat(benchmark.simmetrics()).isCloseTo(reference, within(0.08 * reference));
    assertThat(benchmark.hubEncode()).isGreaterThan(5.0 * Pairs.COUNT);
  }

  @Test
  void each_part_of_the_pipeline_does_its_work() throws IOException {
    PipelineBenchmark benchmark = new PipelineBenchmark();
    benchmark.prepare();

    assertThat(benchmark.normaliseIdentifier()).isInstanceOf(Normalized.class);
    assertThat(benchmark.prepareRecord()).isInstanceOf(MatchRecord.class);
    assertThat((Collection<?>) benchmark.blockingKeys()).isNotEmpty();
    assertThat(matches(benchmark::compareStrangers)).isLessThan(10);
    assertThat(matches(benchmark::comparePerson)).isGreaterThan(500);
    assertThat(benchmark.resolveBatch()).isBetween(4_000, 5_500);
  }

  @Test
  void all_ways_to_a_profile_lead_to_the_same() {
    ProfileCacheBenchmark benchmark = new ProfileCacheBenchmark();
    benchmark.prepare();

    for (Supplier<Object> way :
        List.<Supplier<Object>>of(
            benchmark::bareCaffeine,
            benchmark::expiringCaffeine,
            benchmark::cachedFind,
            benchmark::find)) {
      // Each goes on where the one before it ended: after a thousand all are through.
      assertThat(IntStream.range(0, 1_000).mapToObj(i -> way.get()).distinct())
          .hasSize(1_000)
          .doesNotContainNull()
          .doesNotContain(Optional.empty());
    }
    benchmark.close();
  }

  @ParameterizedTest
  @EnumSource(Contender.class)
  void all_judges_of_a_condition_answer_alike(Contender contender) {
    ConditionBenchmark benchmark = new ConditionBenchmark();
    benchmark.input = contender.name();
    benchmark.prepare();

    assertThat(benchmark.holds()).isEqualTo(HOLDING);
  }

  private static long matches(Supplier<Object> comparison) {
    return IntStream.range(0, 1_000)
        .filter(i -> ((Match) comparison.get()).grade() == Match.Grade.MATCH)
        .count();
  }

  private static double atLeast(Pairs pairs) {
    double sum = 0;
    for (int i = 0; i < Pairs.COUNT; i++) {
      double similarity = JaroWinkler.similarity(pairs.left()[i], pairs.right()[i]);
      sum += similarity >= JaroWinklerBenchmark.CUTOFF ? similarity : 0;
    }
    return sum;
  }
}

package io.customerhub.examples.benchmarks.resolvers;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.examples.benchmarks.quality.LabelledSet;
import io.customerhub.examples.benchmarks.quality.Quality;
import io.customerhub.examples.benchmarks.resolvers.Duke.Link;
import io.customerhub.examples.resolve.LabelledRow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResolversTest {

  private static final List<String> PEOPLE = List.of("a", "a", "b", "b", "c");

  @Test
  void the_best_threshold_keeps_the_links_that_help() {
    List<Link> links =
        List.of(new Link(0, 2, 0.5), new Link(0, 1, 0.9), new Link(3, 2, 0.7), new Link(1, 4, 0.6));

    assertThat(BestThreshold.of(links, PEOPLE)).isEqualTo(perfect());
  }

  @Test
  void a_threshold_cannot_tell_apart_links_that_are_equally_sure() {
    List<Link> links = List.of(new Link(0, 1, 0.9), new Link(2, 3, 0.9), new Link(1, 4, 0.9));

    // Of four pairs found - a's, b's and two with c - two are right.
    Quality quality = BestThreshold.of(links, PEOPLE);
    assertThat(quality.precision()).isEqualTo(0.5);
    assertThat(quality.recall()).isEqualTo(1);
  }

  @Test
  void no_links_are_no_pairs() {
    assertThat(BestThreshold.of(List.of(), PEOPLE).recall()).isZero();
  }

  @Test
  void both_resolvers_find_people_and_this_library_not_fewer() throws IOException {
    List<LabelledRow> rows = LabelledSet.generated(400, 11).rows();
    List<String> people = rows.stream().map(LabelledRow::person).toList();

    double duke = new Duke().resolve(rows).quality(people).f1();
    double hub = new Hub().resolve(rows).quality(people).f1();

    assertThat(duke).isGreaterThan(0.5);
    assertThat(hub).isGreaterThan(0.8).isGreaterThan(duke);
  }

  @Test
  void a_run_of_its_own_answers_with_numbers() throws IOException {
    Forked forked = new Forked("512m", Duration.ofMinutes(2), 1);

    Outcome outcome = forked.run("hub", LabelledSet.generated(200, 11));

    assertThat(outcome.reason()).isEmpty();
    assertThat(outcome.number("records")).isEqualTo(200);
    assertThat(outcome.number("f1")).isBetween(0.8, 1.0);
    assertThat(outcome.number("records_per_cpu_second")).isPositive();
    assertThat(outcome.line("mine")).startsWith("{\"set\":\"mine\",\"resolver\":\"hub\",");
  }

  @Test
  void a_run_that_takes_too_long_or_fails_says_so() throws IOException {
    LabelledSet set = LabelledSet.generated(200, 11);

    assertThat(new Forked("512m", Duration.ZERO, 1).run("hub", set).reason())
        .isEqualTo("not run: over 0 minutes");
    assertThat(new Forked("512m", Duration.ofMinutes(2), 1).run("nobody", set).line("mine"))
        .isEqualTo("{\"set\":\"mine\",\"reason\":\"failed: --resolver: expected hub or duke\"}");
  }

  private static Quality perfect() {
    return Quality.of(PEOPLE, PEOPLE);
  }
}

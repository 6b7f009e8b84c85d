package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OptionsTest {

  @Test
  void without_any_mean_the_sample() throws UsageException {
    assertThat(Options.of().isSample()).isTrue();
    assertThat(Options.of("--db", "x", "--fresh").isSample()).isTrue();
    assertThat(Options.of("--events", "x").isSample()).isFalse();
  }

  @Test
  void give_the_first_map_to_the_first_csv() throws UsageException {
    Options options = Options.of("--csv", "a", "--csv", "b", "--map", "m", "--csv", "c");

    assertThat(options.tables())
        .extracting(table -> table.file() + ":" + table.map().map(Path::toString).orElse("?"))
        .containsExactly("a:m", "b:?", "c:?");
  }

  @Test
  void keep_what_stands_after_the_first_equals_sign() throws UsageException {
    Options options = Options.of("--segment", "vn = trait.country = \"VN\"");

    assertThat(options.segments()).containsEntry("vn", "trait.country = \"VN\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--event x | --event is not an option",
        "x | x is not an option",
        "--events | --events needs a value",
        "--events --fresh | --events needs a value",
        "--map m | there are 1 --map for 0 --csv",
        "--db a --db b | --db can be given only once",
        "--region vn | --region needs two capitals such as VN, got vn",
        "--segment x | --segment needs NAME=TEXT, got x",
        "--segment =x | --segment needs NAME=TEXT, got =x",
      })
  void that_make_no_sense_are_refused(String line, String message) {
    assertThatThrownBy(() -> Options.of(line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void called_wrongly_the_program_says_so_and_ends_with_2() {
    Console console = Console.run("--evnts", "x");

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("--evnts is not an option", "--help");
    assertThat(console.out()).isEmpty();
  }

  @Test
  void all_are_in_the_help() {
    Console console = Console.run("--help");

    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("--events", "--csv", "--map", "--deals", "--db", "--fresh", "--region")
        .contains("--source", "--segment", "--svg", "--help");
    assertThat(console.out().lines()).allMatch(line -> line.length() <= Layout.WIDTH);
  }
}

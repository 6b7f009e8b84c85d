package io.customerhub.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BenchmarksTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void people_are_written_with_who_they_are() throws IOException {
    Path file = folder.resolve("people.csv");

    int code = run("generate", "--records", "300", "--seed", "3", "--out", file.toString());

    assertThat(code).isZero();
    assertThat(Files.readAllLines(file))
        .hasSize(301)
        .first()
        .asString()
        .startsWith("id,truth,given_name,surname,birth_date");
    assertThat(text(out)).startsWith("{\"records\":300,\"truth\":\"truth\",\"seconds\":");
  }

  @Test
  void people_are_found_whatever_the_order_and_the_worst_order_is_told() {
    int code = run("sets", "--records", "600", "--seed", "3", "--shuffles", "2");

    assertThat(code).isZero();
    assertThat(text(out))
        .containsPattern("set +records +precision +recall +F1 +goal")
        .containsPattern("people_600 +600 ")
        .containsPattern(
            "\\{\"set\":\"people_600\",\"records\":600,.*\"f1\":0\\.[89]\\d+,.*\"seed\":[12]}");
  }

  @Test
  void the_time_of_one_record_is_told_in_percentiles() {
    int code = run("latency", "--people", "200", "--calls", "50");

    assertThat(code).isZero();
    assertThat(text(out))
        .containsPattern("people +records/s to fill +p50 ms CPU +p99 ms CPU")
        .containsPattern("\\{\"people\":200,\"fill_records_per_cpu_second\":\\d+.*\"max_ms\":\\d");
  }

  @Test
  void events_per_second_are_told_beside_a_hand_written_batch() {
    int code = run("ingest", "--only", "H2", "--events", "300", "--rounds", "1");

    assertThat(code).isZero();
    assertThat(text(out))
        .containsPattern("H2 +new people +0 +[\\d,]+ +\\d+ +\\d\\.\\d{4}")
        .containsPattern("H2 +known people +100 ")
        .containsPattern("\\{\"database\":\"H2\",\"work\":\"known people\",\"segments\":100,");
  }

  @Test
  void what_writers_in_each_others_way_cost_is_told_and_that_nothing_is_wrong_then() {
    int code = run("concurrency", "--events", "200", "--threads", "4");

    assertThat(code).isZero();
    assertThat(text(out))
        .containsPattern("H2 +single +many people +1 +4 +[\\d,]+ +\\d\\.\\d{4} ")
        .containsPattern("H2 +batches of 100 +merge storm +1 +4 ")
        .containsPattern("\"work\":\"one hot person\",.*\"violations\":0}");
    assertThat(text(out).lines().filter(line -> line.startsWith("{")))
        .hasSize(6)
        .allMatch(line -> line.endsWith("\"violations\":0}"));
  }

  @Test
  void what_live_segments_cost_is_told_and_all_find_the_same_people() {
    int code =
        run("segments", "--segments", "20", "--history", "1200", "--people", "150", "--calls", "5");

    assertThat(code).isZero();
    assertThat(text(out))
        .containsPattern("one attribute changes +20 ")
        .containsPattern("one event; sum of revenue .* +1,200 ")
        .containsPattern("define, H2 +150 ")
        .containsPattern("\\{\"what\":\"preview, memory\",\"size\":150,\"cpu_us\":\\d");
    assertThat(
            text(out)
                .lines()
                .filter(line -> line.matches("\\{.*(SQL|preview|define).*"))
                .map(line -> line.replaceAll(".*\"members\":(\\d+)}", "$1"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void what_cannot_be_done_is_said_with_the_usage() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("dance")).isEqualTo(2);
    assertThat(run("generate")).isEqualTo(2);
    assertThat(run("generate", "--out", "a", "--records", "few")).isEqualTo(2);
    assertThat(run("generate", "--colour", "red")).isEqualTo(2);
    assertThat(run("latency", "--people", "many")).isEqualTo(2);
    assertThat(run("jmh", "-f", "many")).isEqualTo(2);
    assertThat(run("sets", "--records", "0", "--data", folder.toString())).isEqualTo(2);
    assertThat(text(errors))
        .contains(
            "expected one of [generate",
            "--out: expected one value, found 0",
            "--records: expected a whole number",
            "unknown option --colour",
            "--people: expected whole numbers",
            "Cannot parse argument 'many'",
            "--data: none of the sets is there",
            "java -jar benchmarks.jar generate");
  }

  private int run(String... args) {
    return new Benchmarks(print(out), print(errors)).run(args);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream of) {
    return of.toString(StandardCharsets.UTF_8);
  }
}

package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample, run twice into one database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuickstartTest {

  @TempDir static Path folder;

  private static Console first;
  private static Console second;

  @BeforeAll
  static void run_twice() {
    String db = folder.resolve("hub").toString();
    first = Console.run("--db", db);
    second = Console.run("--db", db);
  }

  @Test
  void finds_the_people_of_the_sample() {
    JsonNode json = first.json();

    assertThat(first.code()).isZero();
    assertThat(json.get("people").asLong()).isBetween(1_900L, 2_300L);
    assertThat(json.get("precision").asDouble()).isGreaterThan(0.98);
    assertThat(json.get("recall").asDouble()).isGreaterThan(0.95);
    assertThat(json.get("f1").asDouble()).isGreaterThan(0.97);
  }

  @Test
  void counts_every_line_once() {
    JsonNode json = first.json();

    assertThat(json.get("read").asLong()).isGreaterThan(17_000);
    assertThat(json.get("setAside").asLong()).isBetween(20L, 60L);
    assertThat(json.get("duplicates").asLong()).as("delivered twice").isBetween(50L, 500L);
    assertThat(json.get("deals").asLong()).isBetween(190L, 220L);
    assertThat(json.get("segments")).hasSize(2).allMatch(count -> count.asLong() > 10);
  }

  @Test
  void knows_everything_the_second_time() {
    JsonNode before = first.json();
    JsonNode after = second.json();

    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("Everything was known already");
    assertThat(first.out()).doesNotContain("Everything was known already");
    assertThat(after.get("duplicates").asLong())
        .isEqualTo(before.get("read").asLong() - before.get("setAside").asLong());
    for (String same : new String[] {"read", "setAside", "people", "f1", "segments", "deals"}) {
      assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
    }
  }

  @Test
  void shows_one_person_and_why_each_record_belongs() {
    assertThat(first.out())
        .contains("ONE PERSON, ALL ROUND", "the first record of this person", "as record 1")
        .contains("deal moved", "because");
    assertThat(section(second, "ONE PERSON")).isEqualTo(section(first, "ONE PERSON"));
  }

  @Test
  void draws_the_funnel_as_text_and_as_a_picture() throws IOException {
    assertThat(first.out()).contains("Funnel of sales", "█████", "won: EUR ");
    assertThat(Files.readString(folder.resolve("hub-funnel.svg")))
        .startsWith("<svg ")
        .contains("<title", "negotiation");
  }

  @Test
  void fits_a_terminal() {
    String ownLines = folder.toString();
    assertThat(
            first.out().lines().filter(line -> !line.contains(ownLines) && !line.startsWith("{")))
        .allMatch(line -> line.codePointCount(0, line.length()) <= Layout.WIDTH);
  }

  private static String section(Console console, String heading) {
    String from = console.out().substring(console.out().indexOf(heading));
    return from.substring(0, from.indexOf("SEGMENTS "));
  }
}

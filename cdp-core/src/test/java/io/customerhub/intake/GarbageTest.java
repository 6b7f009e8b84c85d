package io.customerhub.intake;

import static io.customerhub.intake.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever comes in, something comes out, and soon. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GarbageTest {

  private static final String MESSAGE =
      """
      {"type":"track","event":"E","messageId":"m","userId":"u","timestamp":"2026-01-01T00:00:00Z",
      "properties":{"a":[1,2.5e3,{"b":null}],"email":"x@example.com"},"context":{"device":{"id":"d"},
      "externalIds":[{"id":"1","type":"t"}]}}""";

  private static final CsvMapping MAPPING =
      CsvMapping.source("s").id("a").time("b").column("c", "trait.c", CellType.NUMBER).build();

  private final EventJson json = EventJson.source("s");

  @Test
  void random_bytes_are_answered_and_never_thrown_at() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[1 + random.nextInt(300)];
      random.nextBytes(bytes);
      check(seed, bytes);
    }
  }

  @Test
  void damaged_messages_are_answered_and_never_thrown_at() {
    for (long seed = 0; seed < 5_000; seed++) {
      check(seed, damaged(MESSAGE, new Random(seed)));
    }
  }

  @Test
  void damaged_files_are_answered_and_never_thrown_at() {
    String file = "a,b,c\n1,2026-01-01T00:00:00Z,5\n\"x,\"\"y\",,\"7\"\r\n";
    for (long seed = 0; seed < 5_000; seed++) {
      check(seed, damaged(file, new Random(seed)));
    }
  }

  @Test
  void a_mebibyte_of_one_character_is_answered_soon() {
    for (char c : "[{\",:\\1-et\u0000 \n\r;".toCharArray()) {
      byte[] bytes = String.valueOf(c).repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
      assertTimeout(Duration.ofSeconds(10), () -> check(c, bytes));
    }
  }

  private void check(long seed, byte[] bytes) {
    try {
      List<Parsed> parsed = json.parse(bytes, NOW);
      assertThat(parsed).hasSizeLessThan(2);
      json.lines(new ByteArrayInputStream(bytes), NOW).forEach(GarbageTest::isWhole);
      CsvIntake.of(MAPPING)
          .rows(new ByteArrayInputStream(bytes), NOW)
          .forEach(GarbageTest::isWhole);
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static void isWhole(Parsed parsed) {
    assertThat(parsed.location()).startsWith("line ");
  }

  private static byte[] damaged(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          random.nextBoolean() ? (byte) random.nextInt(256) : bytes[random.nextInt(bytes.length)];
    }
    return bytes;
  }
}

package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private long nanos;
  private final Progress progress =
      new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), () -> nanos);

  @Test
  void is_told_at_most_once_a_second() {
    progress.begin("a.csv", 4000);
    for (int i = 1; i <= 40; i++) {
      nanos += 100_000_000;
      progress.at(100L * i);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "  a.csv: 1,000 of 4,000 (25 %), 1,000/s",
            "  a.csv: 2,000 of 4,000 (50 %), 1,000/s",
            "  a.csv: 3,000 of 4,000 (75 %), 1,000/s",
            "  a.csv: 4,000 of 4,000 (100 %), 1,000/s");
  }

  @Test
  void needs_no_total() {
    progress.begin("b.csv", 0);
    nanos += 2_000_000_000L;
    progress.at(10);

    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("  b.csv: 10, 5/s");
  }
}

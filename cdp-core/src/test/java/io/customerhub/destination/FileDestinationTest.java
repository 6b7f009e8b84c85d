package io.customerhub.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.spi.DeliveryResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileDestinationTest {

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = folder.resolve("news.jsonl");
  }

  @Test
  void news_is_appended_line_by_line_also_after_it_was_closed() throws Exception {
    try (FileDestination file = FileDestination.builder(path).build()) {
      assertThat(write(file, "{\"n\":1}")).isEqualTo(DeliveryResult.delivered());
      assertThat(Files.readString(path)).isEqualTo("{\"n\":1}\n");
    }
    try (FileDestination file = FileDestination.builder(path).withoutForce().build()) {
      write(file, "{\"n\":\"ä\"}");
    }

    assertThat(Files.readString(path)).isEqualTo("{\"n\":1}\n{\"n\":\"ä\"}\n");
  }

  /** Whatever a crash left of the last line, whole lines stay and the rest goes. */
  @Test
  void a_torn_last_line_is_cut_off_wherever_it_was_torn() throws Exception {
    String whole = "{\"n\":1}\n" + "{\"text\":\"" + "x".repeat(20_000) + "\"}\n";
    String next = "{\"text\":\"" + "y".repeat(20_000) + "\"}";
    for (int cut : List.of(0, 1, 5, 8_191, 8_192, 8_193, 16_384, 20_000, next.length())) {
      Files.writeString(path, whole + next.substring(0, cut));
      try (FileDestination file = FileDestination.builder(path).build()) {
        assertThat(Files.readString(path)).as("cut at %d", cut).isEqualTo(whole);
        write(file, "{\"n\":3}");
      }
      assertThat(Files.readString(path)).as("cut at %d", cut).isEqualTo(whole + "{\"n\":3}\n");
    }
  }

  @Test
  void a_file_of_nothing_but_a_torn_line_is_emptied() throws Exception {
    Files.writeString(path, "{\"n\":1");

    try (FileDestination file = FileDestination.builder(path).build()) {
      write(file, "{\"n\":2}");
    }

    assertThat(Files.readString(path)).isEqualTo("{\"n\":2}\n");
  }

  @Test
  void a_full_file_is_renamed_and_no_line_is_split_or_lost() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      try (FileDestination file = FileDestination.builder(path).rotateAt(1024).build()) {
        for (int n = 0; n < 40; n++) {
          String line = "{\"n\":\"" + round + "-" + n + "-" + "x".repeat(n * 3) + "\"}";
          lines.add(line);
          write(file, line);
        }
      }
    }

    List<String> found = new ArrayList<>();
    int number = 1;
    for (; Files.exists(numbered(number)); number++) {
      assertThat(Files.size(numbered(number))).isLessThanOrEqualTo(1024);
      found.addAll(Files.readAllLines(numbered(number)));
    }
    found.addAll(Files.readAllLines(path));
    assertThat(number).isGreaterThan(5);
    assertThat(found).isEqualTo(lines);
  }

  @Test
  void a_line_larger_than_a_file_has_a_file_of_its_own() throws Exception {
    try (FileDestination file = FileDestination.builder(path).rotateAt(1024).build()) {
      write(file, "x".repeat(5_000));
      write(file, "y");
    }

    assertThat(Files.readString(numbered(1))).hasSize(5_001);
    assertThat(Files.readString(path)).isEqualTo("y\n");
  }

  @Test
  void one_at_a_time_writes_a_file() {
    FileDestination first = FileDestination.builder(path).build();

    assertThatThrownBy(() -> FileDestination.builder(path).build())
        .isInstanceOf(UncheckedIOException.class);

    first.close();
    first.close();
    FileDestination.builder(path).build().close();
  }

  @Test
  void a_file_that_cannot_be_begun_is_tried_again_and_goes_on_when_it_can() throws Exception {
    try (FileDestination file = FileDestination.builder(path).rotateAt(1024).build()) {
      write(file, "x".repeat(1_000));
      Path moved = folder.resolveSibling(folder.getFileName() + "-away");
      Files.move(folder, moved);
      assertThat(write(file, "y".repeat(1_000))).isInstanceOf(DeliveryResult.Retry.class);
      Files.move(moved, folder);
      assertThat(write(file, "y".repeat(1_000))).isEqualTo(DeliveryResult.delivered());
    }

    assertThat(lines()).containsExactly("x".repeat(1_000), "y".repeat(1_000));
  }

  @Test
  void an_interrupted_thread_neither_loses_news_nor_closes_the_file() throws Exception {
    try (FileDestination file = FileDestination.builder(path).build()) {
      Thread.currentThread().interrupt();
      assertThat(write(file, "a")).isEqualTo(DeliveryResult.delivered());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(write(file, "b")).isEqualTo(DeliveryResult.delivered());
    }

    assertThat(Files.readString(path)).isEqualTo("a\nb\n");
  }

  @Test
  void contradictory_settings_are_refused() {
    assertThatThrownBy(() -> FileDestination.builder(path).rotateAt(10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FileDestination.builder(path).rotateAt(1024).rotateAt(1024))
        .isInstanceOf(IllegalStateException.class);
    assertThat(path).doesNotExist();
  }

  private List<String> lines() throws IOException {
    List<String> all = new ArrayList<>();
    for (int number = 1; Files.exists(numbered(number)); number++) {
      all.addAll(Files.readAllLines(numbered(number), StandardCharsets.UTF_8));
    }
    all.addAll(Files.readAllLines(path, StandardCharsets.UTF_8));
    return all;
  }

  private Path numbered(int number) {
    return path.resolveSibling("news.jsonl." + number);
  }

  private static DeliveryResult write(FileDestination file, String body) {
    return file.deliver(Deliveries.of(1, body));
  }
}

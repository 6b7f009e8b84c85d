package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceNamesTest {

  @Test
  void are_the_files_without_endings() {
    assertThat(name("data/web.jsonl.gz")).isEqualTo("web");
    assertThat(name("data/2026.11.csv")).isEqualTo("2026.11");
    assertThat(name(".hidden")).isEqualTo(".hidden");
  }

  @Test
  void are_the_folders_where_two_files_would_share_one() {
    List<Path> all = List.of(Path.of("a/01.json"), Path.of("b/01.json"), Path.of("b/02.json"));

    assertThat(all).extracting(file -> SourceNames.of(file, all)).containsExactly("a", "b", "02");
    assertThat(all)
        .extracting(file -> SourceNames.label(file, all))
        .containsExactly("a/01.json", "b/01.json", "02.json");
  }

  @Test
  void are_as_short_as_a_source_has_to_be() {
    assertThat(name("x".repeat(200) + ".csv")).hasSize(64);
  }

  private static String name(String file) {
    return SourceNames.of(Path.of(file), List.of(Path.of(file)));
  }
}

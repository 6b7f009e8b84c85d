package io.customerhub.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LayoutTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Layout layout = new Layout(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void sets_numbers_to_the_right_and_words_to_the_left() {
    layout.table(List.of(List.of("a", "10"), List.of("Việt", "7")), List.of(1));

    assertThat(lines()).containsExactly("  a     10", "  Việt   7");
  }

  @Test
  void breaks_long_text_between_words() {
    layout.wrapped("word ".repeat(30).strip(), 2, 4);

    assertThat(lines()).hasSize(2).allMatch(line -> line.length() <= Layout.WIDTH);
    assertThat(lines().get(0)).startsWith("    word");
    assertThat(lines().get(1)).startsWith("      word");
    assertThat(String.join(" ", lines()).split("word", -1)).hasSize(31);
  }

  @Test
  void draws_bars_by_eighths_and_never_hides_something() {
    assertThat(Layout.bar(1, 4)).isEqualTo("████");
    assertThat(Layout.bar(0.5, 4)).isEqualTo("██  ");
    assertThat(Layout.bar(0.531_25, 4)).isEqualTo("██▏ ");
    assertThat(Layout.bar(0.000_1, 4)).isEqualTo("▏   ");
    assertThat(Layout.bar(0, 4)).isEqualTo("    ");
  }

  @Test
  void cuts_by_characters_not_by_halves_of_them() {
    assertThat(Layout.cut("𝒜𝒷𝒸𝒹", 3)).isEqualTo("𝒜𝒷…");
    assertThat(Layout.cut("abc", 3)).isEqualTo("abc");
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}

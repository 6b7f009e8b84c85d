package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1000}){1000}){1000}",
        "((((a{30}){30}){30}){30})",
        "([)(]a{100}){100}",
        "([]a){100}b]{100}){100}",
        "([[:alpha:])]{100}){100}",
        "(\\x{61}{999}){999}",
        "(a{2,}){600}",
        "\\Qa(b\\E{5}",
        "(unclosed",
        "(?=ahead)",
        "(a)\\1",
      })
  void what_is_no_expression_or_would_fill_the_memory_is_refused_before_it_is_compiled(
      String regex) {
    assertThatThrownBy(() -> new Matches(regex, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("regular expression");
  }

  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "a{3},3",
    "'a{3,}',4",
    "'a{2,5}b',6",
    "(ab){10},40",
    "(a(b{2}){3}){4},60",
    "a{b},4",
    "[)(]{7},7",
    "\\x{1024},1",
    "a|b{3},5"
  })
  void counted_repetitions_are_written_out(String regex, long size) {
    assertThat(RegexSize.of(regex)).isEqualTo(size);
  }

  @Test
  void common_expressions_are_well_within_the_limit() {
    String uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    assertThat(new Matches(uuid, true).passes("00000000-0000-0000-0000-00000000000A")).isTrue();
    assertThat(new Matches("[A-Z]{2}[0-9]{2}([A-Z0-9]{4}){4,7}", false)).isNotNull();
  }

  @Test
  void the_whole_text_has_to_match_line_breaks_included() {
    assertThat(new Matches("a.*z", false).passes("a\nz")).isTrue();
    assertThat(new Matches("b", false).passes("abc")).isFalse();
  }

  @Test
  void time_is_in_proportion_to_the_text() {
    String hopeless = "a".repeat(8_000) + "!";

    assertThat(new Matches("(a*)*(a*)*(a*)*b", false).passes(hopeless)).isFalse();
    assertThat(Wildcards.match("*a".repeat(100) + "*b", hopeless)).isFalse();
  }
}

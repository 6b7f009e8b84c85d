package io.customerhub.segment;

import static io.customerhub.segment.Conditions.all;
import static io.customerhub.segment.Conditions.any;
import static io.customerhub.segment.Conditions.atLeast;
import static io.customerhub.segment.Conditions.days;
import static io.customerhub.segment.Conditions.event;
import static io.customerhub.segment.Conditions.in;
import static io.customerhub.segment.Conditions.not;
import static io.customerhub.segment.Conditions.notIn;
import static io.customerhub.segment.Conditions.property;
import static io.customerhub.segment.Conditions.trait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentTextTest {

  @Test
  void a_marketers_text_is_what_the_java_form_says() {
    String text =
        """
        trait.country in ("VN", "TH")
        and did "Order Completed" (revenue >= 50) at least 2 times in last 90 days
        and sum of revenue of "Order Completed" > 200 in last 365 days
        and did not 'Refund' in last 30 DAYS
        and not in segment "suppressed"
        """;

    assertThat(SegmentText.parse(text))
        .isEqualTo(
            all(
                trait("country").in("VN", "TH"),
                event("Order Completed")
                    .where(property("revenue").gte(50))
                    .atLeast(2)
                    .inLast(days(90)),
                event("Order Completed").sum("revenue").gt(200).inLast(days(365)),
                event("Refund").none().inLast(days(30)),
                notIn("suppressed")));
  }

  @Test
  void and_binds_tighter_than_or_and_not_tighter_than_both() {
    assertThat(SegmentText.parse("in segment \"a\" or not in segment \"b\" and in segment \"c\""))
        .isEqualTo(any(in("a"), all(not(in("b")), in("c"))));
    assertThat(
            SegmentText.parse("at least 2 of (in segment 'a', in segment 'b' or in segment 'c')")
                .toString())
        .isEqualTo("at least 2 of (in segment \"a\", in segment \"b\" or in segment \"c\")");
    assertThatParts(SegmentText.parse("at least 1 of (in segment 'a')"));
  }

  private static void assertThatParts(Condition parsed) {
    assertThat(parsed).isEqualTo(atLeast(1, in("a")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trait.name = 'it''s' | trait.name = \"it's\"",
        "trait.\"a.b\" <> 1.50 | trait.\"a.b\" != 1.5",
        "trait.age > 99999999999999999999 | trait.age > 99999999999999999999",
        "NOT NOT NOT trait.age>-1e2 | not not not trait.age > -100",
        "trait.name does not contain 'x' ignoring case | trait.name not contains \"x\" ignoring case",
        "trait.vip exists and trait.x missing | trait.vip exists and trait.x missing",
        "(did 'X' exactly 1 time) | did \"X\" exactly 1 time",
        "did 'X' at most 2 times in last 1 months | did \"X\" at most 2 times in last 1 month",
        "all of () | all of ()",
      })
  void text_is_brought_to_one_normal_form(String given, String normal) {
    assertThat(SegmentText.parse(given)).hasToString(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1 | 1 | the end | ",
        "trait.age > | 1 | 12 | the end | ",
        "treit.age > 1 | 1 | 1 | 'treit' | 'trait'",
        "age > 1 | 1 | 1 | 'age' | 'trait.age'",
        "did 'X' at lest 2 times | 1 | 9 | 'at' | 'at least'",
        "did 'X' in last 2 dais | 1 | 19 | 'dais' | 'days'",
        "trait.amount = NaN | 1 | 16 | 'NaN' | ",
        "in segment 'a' ond in segment 'b' | 1 | 16 | 'ond' | 'and'",
      })
  void an_error_says_where_what_was_found_and_what_may_be_meant(
      String text, int line, int column, String found, String suggestion) {
    SegmentSyntaxException error = refused(text);

    assertThat(error.line()).isEqualTo(line);
    assertThat(error.column()).isEqualTo(column);
    assertThat(error.found()).isEqualTo(found);
    assertThat(error.expected()).isNotEmpty();
    assertThat(error.suggestion().orElse(null)).isEqualTo(suggestion);
    assertThat(error)
        .hasMessageStartingWith("line " + line + ", column " + column + ": found " + found);
  }

  @Test
  void lines_and_columns_count_characters_not_units() {
    SegmentSyntaxException error =
        refused("trait.x = \"\ud83d\ude00\" and\r\n  trait.y = \"\ud83d\ude00\" xor");

    assertThat(List.of(error.line(), error.column())).containsExactly(2, 17);
  }

  @Test
  void a_letter_that_only_looks_like_one_of_a_name_is_named_by_its_code() {
    assertThat(refused("trait.\u0430ge > 1")).hasMessageContaining("U+0430");
  }

  @Test
  void an_error_where_much_could_stand_names_the_common_and_counts_the_rest() {
    SegmentSyntaxException error =
        catchThrowableOfType(
            SegmentSyntaxException.class, () -> SegmentText.parse("trait.a = 1 or"));

    assertThat(error.expected()).hasSizeGreaterThan(30).contains("'did'", "'probability alive'");
    assertThat(error.getMessage())
        .contains("'did'", "'has'", "'trait'", "one of " + (error.expected().size() - 12) + " more")
        .hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trait.x between \"a\" and 5",
        "trait.x between 5 and 2",
        "trait.x < true",
        "trait.x = 1 ignoring case",
        "trait.x in ()",
        "did \"X\" in last 999999999999 days",
        "did \"X\" in last 1001 years",
        "did \"X\" in last 0 days",
        "did \"X\" between 3 and 2 times",
        "did \"X\" from \"2026-01-02T00:00:00Z\" to \"2026-01-01T00:00:00Z\"",
        "did \"X\" from \"yesterday\" to \"today\"",
        "sum of x of \"X\" = \"a\"",
        "sum of x of \"X\" exists",
        "at least 3 of (trait.x exists)",
        "trait.x = 1e999999999",
        "trait.x = 1e99999999999999999999",
        "trait.x = \"a\u0000b\"",
        "trait.\" \" = 1",
      })
  void a_literal_that_cannot_fit_is_an_error_where_it_is_written(String text) {
    assertThat(refused(text)).hasMessageStartingWith("line 1, column ");
  }

  @Test
  void limits_end_in_an_error_and_never_in_a_stack_overflow() {
    assertThat(refused("(".repeat(50_000))).hasMessageContaining("nested deeper than 100");
    assertThat(refused("not ".repeat(16_000))).hasMessageContaining("nested deeper than 100");
    assertThat(refused("all of (".repeat(8_000))).hasMessageContaining("nested deeper than 100");
    assertThat(refused(" ".repeat(70_000))).hasMessageContaining("at most 65536");
    assertThat(refused("trait.x = 1" + "0".repeat(60_000))).hasMessageContaining("too many digits");
  }

  @Test
  void a_number_is_the_same_however_it_is_written() {
    assertThat(SegmentText.parse("trait.x = 1.0")).isEqualTo(trait("x").eq(1));
    assertThat(trait("x").eq(1e0)).isEqualTo(trait("x").eq(new BigDecimal("1.000")));
  }

  @Test
  void the_grammar_names_every_word_that_is_read() {
    assertThat(SegmentText.grammar())
        .contains("condition = ", "\"distinct\"", "\"ignoring\"", "\"missing\"", "\"month\"");
  }

  private static SegmentSyntaxException refused(String text) {
    SegmentSyntaxException error =
        catchThrowableOfType(SegmentSyntaxException.class, () -> SegmentText.parse(text));
    assertThat(error).as(text.substring(0, Math.min(80, text.length()))).isNotNull();
    return error;
  }
}

package io.customerhub.intake;

import static io.customerhub.intake.Reading.NOW;
import static io.customerhub.intake.Reading.only;
import static io.customerhub.intake.Reading.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvIntakeTest {

  private static final CsvMappingBuilder LETTERS =
      CsvMapping.source("file").column("a", "trait.a").column("b", "trait.b");

  @Nested
  class A_row {

    @Test
    void says_who_somebody_is() {
      CsvMapping mapping =
          CsvMapping.source("Loyalty Club")
              .id("card_no")
              .time("updated_at")
              .zone(ZoneId.of("Europe/Berlin"))
              .column("email", "identifier.email")
              .column("first", "trait.given_name")
              .column("points", "trait.points", CellType.NUMBER)
              .column("rec", "context.truth", CellType.TEXT, "rec-(\\d+)-")
              .build();
      String file =
          """
          card_no, email, first, points, rec, updated_at, unused
          LC-1, ada@example.com, Ada, +12.50, rec-77-org, 2026-07-01 12:00:00, x
          """;

      Event event = Reading.event(only(read(mapping, file)));

      assertThat(event.type()).isEqualTo(EventType.IDENTIFY);
      assertThat(event.source()).isEqualTo("Loyalty Club");
      assertThat(event.time()).isEqualTo("2026-07-01T10:00:00Z");
      assertThat(event.identifiers())
          .containsExactly(
              Identifier.email("ada@example.com"), Identifier.of("loyalty_club_id", "LC-1"));
      assertThat(event.traits())
          .isEqualTo(Map.of("given_name", "Ada", "points", new BigDecimal("12.5")));
      assertThat(event.context()).isEqualTo(Map.of("truth", "77"));
      assertThat(event.messageId()).matches("row:LC-1:[0-9a-f]{16}");
    }

    @Test
    void says_what_somebody_did() {
      CsvMapping fixed =
          CsvMapping.source("pos")
              .track("Order")
              .column("sum", "property.revenue", CellType.NUMBER)
              .build();
      CsvMapping named =
          CsvMapping.source("pos").trackNamedBy("what").column("sum", "property.sum").build();

      Event order = Reading.event(only(read(fixed, "sum\n9.90")));
      assertThat(order.type()).isEqualTo(EventType.TRACK);
      assertThat(order.name()).isEqualTo("Order");
      assertThat(order.properties()).isEqualTo(Map.of("revenue", new BigDecimal("9.9")));
      assertThat(Reading.event(only(read(named, "what,sum\nRefund,1"))).name()).isEqualTo("Refund");
      rejected(only(read(named, "what,sum\n,1")), ReasonCode.MISSING_FIELD, "what");
    }

    @Test
    void of_something_done_is_named_by_its_id_and_nobody_is() {
      CsvMapping orders =
          CsvMapping.source("pos").track("Order").id("no").column("sum", "property.sum").build();

      Event order = Reading.event(only(read(orders, "no,sum\nO-1,5")));
      assertThat(order.messageId()).startsWith("row:O-1:");
      assertThat(order.identifiers()).isEmpty();
      assertThat(orders.explain()).startsWith("no -> id\n");
    }

    @Test
    void keeps_its_name_when_the_file_is_read_again_and_changes_it_with_its_content() {
      CsvMapping mapping = LETTERS.build();
      String first = Reading.event(only(read(mapping, "a,b\n1,2"))).messageId();

      Parsed again =
          only(
              CsvIntake.of(mapping)
                  .rows(new StringReader("b,a\n2,1"), NOW.plusSeconds(9))
                  .toList());
      assertThat(Reading.event(again).messageId()).isEqualTo(first).matches("row:[0-9a-f]{32}");
      assertThat(Reading.event(only(read(mapping, "a,b\n1,3"))).messageId()).isNotEqualTo(first);
    }

    @Test
    void with_a_very_long_id_still_has_a_short_name() {
      CsvMapping mapping = CsvMapping.source("s").id("id").build();

      assertThat(Reading.event(only(read(mapping, "id\n" + "x".repeat(200)))).messageId())
          .matches("row:[0-9a-f]{32}");
      rejected(only(read(mapping, "id\n" + "x".repeat(513))), ReasonCode.TOO_LONG, "id");
      assertThat(read(mapping, "id,x\n,1"))
          .singleElement()
          .satisfies(row -> rejected(row, ReasonCode.MISSING_FIELD, "id"));
    }

    @Test
    void without_a_value_in_a_cell_says_nothing_about_it() {
      assertThat(Reading.event(only(read(LETTERS.build(), "a,b\n,x"))).traits())
          .isEqualTo(Map.of("b", "x"));
    }
  }

  @Nested
  class A_cell {

    @ParameterizedTest
    @CsvSource({
      "number, 1.5, 1.5",
      "number, +5, 5",
      "number, -0.0, 0",
      "boolean, Yes, true",
      "boolean, 0, false",
      "date, 2024-02-29, 2024-02-29",
      "time, 2024-02-29T10:00:00+02:00, 2024-02-29T08:00:00Z"
    })
    void is_read_as_its_type(String type, String cell, String expected) {
      Object value = Reading.event(only(read(typed(type), "x\n" + cell))).traits().get("x");

      assertThat(value).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "number|1,234.56|NUMBER_SYNTAX",
          "number|1e3|NUMBER_SYNTAX",
          "number|0x1F|NUMBER_SYNTAX",
          "number|\u0661\u0662|NUMBER_SYNTAX",
          "number|1d|NUMBER_SYNTAX",
          "number|NaN|NUMBER_SYNTAX",
          "number|.5|NUMBER_SYNTAX",
          "boolean|maybe|TYPE_MISMATCH",
          "date|2024-02-30|TIMESTAMP_SYNTAX",
          "date|29.02.2024|TIMESTAMP_SYNTAX",
          "time|2024-02-29|TIMESTAMP_SYNTAX",
          "time|99999-01-01T00:00:00Z|TIMESTAMP_RANGE"
        })
    void of_another_type_is_refused_and_shown_masked(String type, String cell, ReasonCode code) {
      Parsed row = only(read(typed(type), "x\n\"" + cell + "\""));

      assertThat(rejected(row, code, "x").message()).doesNotContain(cell);
    }

    @Test
    void of_too_many_digits_is_refused() {
      rejected(only(read(typed("number"), "x\n" + "9".repeat(101))), ReasonCode.NUMBER_RANGE, "x");
      rejected(
          only(read(typed("number"), "x\n" + "9".repeat(999))), ReasonCode.NUMBER_TOO_LONG, "x");
    }

    @Test
    void without_the_pattern_is_refused() {
      CsvMapping mapping =
          CsvMapping.source("s").column("x", "trait.x", CellType.NUMBER, "#(\\d+)|none()").build();

      assertThat(Reading.event(only(read(mapping, "x\nno. #17."))).traits())
          .isEqualTo(Map.of("x", BigDecimal.valueOf(17)));
      assertThat(Reading.event(only(read(mapping, "x\nnone"))).traits()).isEmpty();
      rejected(only(read(mapping, "x\nseventeen")), ReasonCode.TYPE_MISMATCH, "x");
    }

    @Test
    void meets_a_hostile_pattern_in_linear_time() {
      CsvMapping mapping =
          CsvMapping.source("s").column("x", "trait.x", CellType.TEXT, "^(a+)+$").build();

      rejected(only(read(mapping, "x\n" + "a".repeat(8000) + "!")), ReasonCode.TYPE_MISMATCH, "x");
    }

    @Test
    void holds_a_date_in_the_given_format_and_zone() {
      CsvMapping mapping =
          CsvMapping.source("s")
              .time("t")
              .zone(ZoneId.of("Asia/Ho_Chi_Minh"))
              .dateFormat("dd.MM.yyyy")
              .column("born", "trait.date_of_birth", CellType.DATE)
              .build();

      Event event = Reading.event(only(read(mapping, "t,born\n02.01.2026,31.12.1990")));
      assertThat(event.time()).isEqualTo(Instant.parse("2026-01-01T17:00:00Z"));
      assertThat(event.traits()).isEqualTo(Map.of("date_of_birth", "1990-12-31"));
      rejected(only(read(mapping, "t,born\n,31.02.1990")), ReasonCode.TIMESTAMP_SYNTAX, "born");
    }

    @Test
    void with_an_impossible_clock_is_kept_and_the_arrival_used() {
      CsvMapping mapping = CsvMapping.source("s").time("t").column("a", "trait.a").build();

      Event event = Reading.event(only(read(mapping, "t,a\n2099-01-01T00:00:00Z,1")));
      assertThat(event.time()).isEqualTo(NOW);
      assertThat(event.context()).isEqualTo(Map.of("originalTimestamp", "2099-01-01T00:00:00Z"));
    }

    private CsvMapping typed(String type) {
      return CsvMapping.source("s").column("x", "trait.x", CellType.of(type).orElseThrow()).build();
    }
  }

  @Nested
  class A_bad_row {

    @Test
    void costs_only_itself_and_is_told_with_its_line() {
      String file =
          "\uFEFFa,b\r\n1,2\r\n\"x\ny\",2\n\n1\n1,2,3\n\"a\"b,\"c\nd,e\n1,\u0000\r5,6\n\"open,1\n";

      List<Parsed> rows = read(LETTERS.build(), file);

      assertThat(rows)
          .extracting(Parsed::location)
          .containsExactly(
              "line 2", "line 3", "line 6", "line 7", "line 8", "line 9", "line 10", "line 11",
              "line 12");
      assertThat(Reading.event(rows.get(1)).traits()).containsEntry("a", "x\ny");
      rejected(rows.get(2), ReasonCode.CSV_COLUMNS, "");
      assertThat(rejected(rows.get(3), ReasonCode.CSV_COLUMNS, "").raw()).isEqualTo("1,2,3");
      rejected(rows.get(4), ReasonCode.CSV_QUOTES, "");
      assertThat(Reading.event(rows.get(5)).traits()).isEqualTo(Map.of("a", "d", "b", "e"));
      rejected(rows.get(6), ReasonCode.NUL_CHAR, "b");
      assertThat(Reading.event(rows.get(7)).traits()).isEqualTo(Map.of("a", "5", "b", "6"));
      rejected(rows.get(8), ReasonCode.CSV_QUOTES, "");
    }

    @Test
    void of_malformed_bytes_does_not_hide_the_rows_around_it() {
      byte[] latin1 = "a,b\n1,2\n\u00e9,\u00e8\n3,4".getBytes(StandardCharsets.ISO_8859_1);

      List<Parsed> rows =
          CsvIntake.of(LETTERS.build()).rows(new ByteArrayInputStream(latin1), NOW).toList();

      assertThat(rows).hasSize(3);
      assertThat(rejected(rows.get(1), ReasonCode.CSV_ENCODING, "").raw())
          .isEqualTo("\uFFFD,\uFFFD");
      assertThat(Reading.event(rows.get(2)).traits()).isEqualTo(Map.of("a", "3", "b", "4"));
    }

    @Test
    void with_a_quote_that_is_never_closed_ends_after_a_mebibyte() {
      String file = "a,b\n\"" + "x,y\n".repeat(300_000) + "5,6\n";

      List<Parsed> rows = read(LETTERS.build(), file);

      rejected(rows.get(0), ReasonCode.EVENT_TOO_LARGE, "");
      assertThat(rows).hasSizeGreaterThan(30_000).hasSizeLessThan(50_000);
      assertThat(rows.get(rows.size() - 1).location()).isEqualTo("line 300002");
      assertThat(Reading.event(rows.get(rows.size() - 1)).traits())
          .isEqualTo(Map.of("a", "5", "b", "6"));
    }
  }

  @Nested
  class A_file {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "\n\n",
          "a,a\n1,2",
          "a,b,\n1,2,3",
          "a;b\n1;2",
          "sep=;\na;b",
          "b\n1",
          "\"a,b\n1,2"
        })
    void whose_header_does_not_fit_is_rejected_as_a_whole(String file) {
      Parsed first = only(read(LETTERS.build(), file));

      assertThat(((Parsed.Rejected) first).code())
          .isIn(ReasonCode.CSV_HEADER, ReasonCode.CSV_QUOTES);
      assertThat(first.location()).isEqualTo("line 1");
    }

    @Test
    void of_a_header_only_has_no_rows() {
      assertThat(read(LETTERS.build(), "a,b\n")).isEmpty();
    }

    @Test
    void may_have_another_delimiter_and_encoding() {
      CsvMapping mapping =
          CsvMapping.source("s")
              .delimiter('\t')
              .charset(Charset.forName("windows-1252"))
              .column("a", "trait.a")
              .build();
      byte[] bytes = "a\tb\n\u20ac 5\t1".getBytes(Charset.forName("windows-1252"));

      Parsed row = only(CsvIntake.of(mapping).rows(new ByteArrayInputStream(bytes), NOW).toList());
      assertThat(Reading.event(row).traits()).isEqualTo(Map.of("a", "\u20ac 5"));
    }

    @Test
    void of_very_many_columns_is_refused() {
      String header = String.join(",", Collections.nCopies(1001, "a"));

      assertThat(only(read(LETTERS.build(), header + "\n"))).isInstanceOf(Parsed.Rejected.class);
      List<Parsed> rows = read(LETTERS.build(), "a,b\n" + ",".repeat(1_000_000) + "\n1,2");
      rejected(rows.get(0), ReasonCode.CSV_COLUMNS, "");
      Reading.event(rows.get(1));
    }

    @Test
    void tells_its_header() {
      assertThat(CsvIntake.header(new StringReader("\uFEFF a , \"b,c\"\n1,2")))
          .containsExactly("a", "b,c");
      assertThat(CsvIntake.header(new StringReader("a;b"), ';')).containsExactly("a", "b");
      assertThatThrownBy(() -> CsvIntake.header(new StringReader("")))
          .isInstanceOf(InvalidEventException.class);
    }
  }

  private static List<Parsed> read(CsvMapping mapping, String file) {
    return CsvIntake.of(mapping).rows(new StringReader(file), NOW).toList();
  }
}

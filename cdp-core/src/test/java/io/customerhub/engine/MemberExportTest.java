package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemberExportTest {

  private final TestEngine test = new TestEngine();
  private final Segments segments = test.engine.segments();

  private ProfileId person(EventBuilder event) {
    segments.define("all", "all of ()");
    return test.ingest(event);
  }

  private List<List<String>> csv(MemberExport export) throws IOException {
    StringBuilder out = new StringBuilder();
    long written = export.to(out);
    List<List<String>> rows =
        CsvReader.builder().ofCsvRecord(out.toString()).stream()
            .map(record -> record.getFields())
            .toList();
    assertThat(written).isEqualTo(rows.size() - 1L);
    return rows;
  }

  @Test
  void members_are_rows_with_identifiers_and_traits() throws IOException {
    ProfileId ada =
        person(
            Event.identify()
                .userId("ada")
                .email("ada@example.com")
                .phone("+84912345678")
                .trait("name", "Ada, \"the\" first\nof all")
                .trait("age", -36)
                .trait("tags", List.of("a", "b"))
                .trait("vip", true));
    test.engine.computedTraits().define("orders", "count of \"Order\"");
    ProfileId bob = test.ingest(Event.track("Order").userId("bob").email("bob@example.com"));
    String since = test.clock.instant().plusNanos(1_000).toString();

    assertThat(
            csv(
                segments
                    .export("all")
                    .identifiers("email", "phone")
                    .traits("name", "age", "tags", "vip", "orders")))
        .containsExactly(
            List.of("profile", "since", "email", "phone", "name", "age", "tags", "vip", "orders"),
            List.of(
                ada.toString(),
                since,
                "ada@example.com",
                "'+84912345678",
                "Ada, \"the\" first\nof all",
                "-36",
                "[\"a\",\"b\"]",
                "true",
                "0"),
            List.of(bob.toString(), since, "bob@example.com", "", "", "", "", "", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://127.0.0.1/?\"&A1,\"x\")",
        "+1-555",
        "-2+3",
        "@SUM(1)",
        "\t=1+1",
        "\r1",
        "\nx",
        "\uFF1D1+1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20x",
        " =1",
        "\u00A0=1",
        "\u200B=1",
        "|x"
      })
  void a_text_that_looks_like_a_formula_gets_an_apostrophe(String text) throws IOException {
    person(Event.identify().userId("ada").trait("x", text));
    assertThat(csv(segments.export("all").traits("x")).get(1).get(2)).isEqualTo("'" + text);
    assertThat(csv(segments.export("all").traits("x").withoutFormulaGuard()).get(1).get(2))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b", "1-2", "ada@example.com", "'x", "", "\u5F20"})
  void any_other_text_stays(String text) throws IOException {
    person(Event.identify().userId("ada").trait("x", text));
    assertThat(csv(segments.export("all").traits("x")).get(1).get(2)).isEqualTo(text);
  }

  @Test
  void names_of_columns_are_texts_too() throws IOException {
    person(Event.identify().userId("ada"));
    assertThat(csv(segments.export("all").traits("=1")).get(0)).contains("'=1");
  }

  @Test
  void json_lines_keep_types_and_leave_out_what_is_missing() throws IOException {
    ProfileId ada =
        person(
            Event.identify()
                .userId("ada")
                .email("ada@example.com")
                .trait("age", 36)
                .trait("address", Map.of("city", "=Hue")));
    StringBuilder out = new StringBuilder();
    segments
        .export("all")
        .as(MemberExport.Format.JSON_LINES)
        .identifiers("email", "phone")
        .traits("age", "address", "missing")
        .to(out);
    assertThat(out.toString()).endsWith("}\n");
    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.path("profile").textValue()).isEqualTo(ada.toString());
    assertThat(line.path("email").path(0).textValue()).isEqualTo("ada@example.com");
    assertThat(line.path("age").intValue()).isEqualTo(36);
    assertThat(line.path("address").path("city").textValue()).isEqualTo("=Hue");
    assertThat(line.has("phone")).isFalse();
    assertThat(line.has("missing")).isFalse();
  }

  @Test
  void only_those_who_allow_it_are_written_if_asked_for() throws IOException {
    ProfileId ada = person(Event.identify().userId("ada"));
    ProfileId bob = person(Event.identify().userId("bob"));
    person(Event.identify().userId("eve"));
    test.ingest(Event.consent("news").channel("email").granted().userId("ada"));
    test.ingest(Event.consent("news").withdrawn().userId("bob"));
    assertThat(csv(segments.export("all").consentedTo("news", "email")))
        .extracting(row -> row.get(0))
        .containsExactly("profile", ada.toString())
        .doesNotContain(bob.toString());
  }

  @Test
  void hundreds_come_in_order_of_their_ids_and_it_is_noted_who_took_them() throws IOException {
    for (int number = 0; number < 450; number++) {
      person(Event.identify().userId("u" + number));
    }
    List<List<String>> rows = csv(segments.export("all").by("ann").because("campaign 7"));
    assertThat(rows.stream().skip(1).map(row -> row.get(0)).toList())
        .isEqualTo(segments.members("all", null, 1_000).stream().map(ProfileId::toString).toList())
        .hasSize(450);
    assertThat(test.engine.audit().list(null, 10))
        .filteredOn(entry -> entry.action() == AuditEntry.Action.EXPORT_SEGMENT)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("ann");
              assertThat(entry.reason()).isEqualTo("campaign 7");
            });
  }

  @Test
  void what_cannot_be_written_is_refused() {
    MemberExport export = segments.export("none").traits("a");
    assertThatThrownBy(() -> export.to(new StringBuilder())).isInstanceOf(SegmentException.class);
    assertThatThrownBy(() -> export.identifiers("a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> export.traits("profile")).isInstanceOf(IllegalArgumentException.class);
  }
}

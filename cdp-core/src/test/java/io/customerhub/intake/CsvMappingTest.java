package io.customerhub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.InvalidEventException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvMappingTest {

  @Test
  void java_and_json_say_the_same() {
    CsvMapping java =
        CsvMapping.source("loyalty")
            .id("card_no")
            .time("updated_at")
            .zone(ZoneId.of("Europe/Berlin"))
            .dateFormat("dd.MM.yyyy")
            .delimiter(';')
            .charset(StandardCharsets.ISO_8859_1)
            .column("email", "identifier.email")
            .column("amount", "property.revenue", CellType.NUMBER)
            .column("rec_id", "context.truth", CellType.TEXT, "rec-(\\d+)-")
            .column("rec_id", "trait.rec")
            .build();
    CsvMapping json =
        CsvMapping.fromJson(
            """
            {"source":"loyalty","type":"identify","event":null,"id":"card_no","time":"updated_at",
             "zone":"Europe/Berlin","dateFormat":"dd.MM.yyyy","delimiter":";","charset":"ISO-8859-1",
             "columns":{"email":"identifier.email",
               "amount":{"to":"property.revenue","as":"number"},
               "rec_id":[{"to":"context.truth","pattern":"rec-(\\\\d+)-"},"trait.rec"]}}""");

    assertThat(json).isEqualTo(java).hasSameHashCodeAs(java);
    assertThat(CsvMapping.fromJson(java.toJson())).isEqualTo(java);
    assertThat(java.toBuilder().build()).isEqualTo(java);
    assertThat(java.toBuilder().delimiter(',').build()).isNotEqualTo(java);
  }

  @Test
  void events_that_were_tracked_round_trip_too() {
    CsvMapping fixed = CsvMapping.source("s").track("Order").column("a", "trait.a").build();
    CsvMapping named = CsvMapping.source("s").trackNamedBy("what").column("a", "trait.a").build();

    assertThat(CsvMapping.fromJson(fixed.toJson())).isEqualTo(fixed).isNotEqualTo(named);
    assertThat(CsvMapping.fromJson(named.toJson())).isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"source\":\"s\"}",
        "{\"source\":\"s\",\"columns\":{}}",
        "{\"source\":\"s\",\"columns\":{\"a\":\"trait.a\"},\"colums\":{}}",
        "{\"source\":\"s\",\"columns\":{\"a\":\"trait\"}}",
        "{\"source\":\"s\",\"columns\":{\"a\":\"trait.\"}}",
        "{\"source\":\"s\",\"columns\":{\"a\":\"identifier.E-Mail\"}}",
        "{\"source\":\"s\",\"columns\":{\"a\":{\"to\":\"identifier.x\",\"as\":\"number\"}}}",
        "{\"source\":\"s\",\"columns\":{\"a\":{\"to\":\"trait.x\",\"as\":\"money\"}}}",
        "{\"source\":\"s\",\"columns\":{\"a\":{\"to\":\"trait.x\",\"pattern\":\"(\"}}}",
        "{\"source\":\"s\",\"columns\":{\"a\":\"trait.x\",\"b\":\"trait.x\"}}",
        "{\"source\":\"s\",\"columns\":{\"a\":7}}",
        "{\"source\":\"s\",\"columns\":{\" \":\"trait.x\"}}",
        "{\"source\":\"s\",\"type\":\"page\",\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"type\":\"track\",\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"event\":\"E\",\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"id\":7,\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"zone\":\"Mars\",\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"charset\":\"no such\",\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"dateFormat\":\"bb\",\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"delimiter\":\"\\\"\",\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"delimiter\":\"ab\",\"columns\":{\"a\":\"trait.x\"}}",
        "{\"source\":\"s\",\"delimiter\":\"\\n\",\"columns\":{\"a\":\"trait.x\"}}"
      })
  void a_wrong_mapping_is_refused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> CsvMapping.fromJson(json));
  }

  @Test
  void two_columns_may_be_identifiers_of_one_namespace() {
    CsvMapping mapping =
        CsvMapping.source("s")
            .column("home", "identifier.phone")
            .column("work", "identifier.phone")
            .build();

    assertThat(mapping.explain()).isEqualTo("home -> identifier.phone\nwork -> identifier.phone\n");
  }

  @Test
  void a_header_is_guessed_and_the_guess_can_be_seen_and_changed() {
    CsvMapping guess =
        CsvMapping.guess(
            List.of(
                "rec_id",
                " First Name",
                "last-name",
                "E-Mail",
                "Mobile",
                "DOB",
                "ZIP",
                "Town",
                "suburb",
                "customer_id",
                "Favourite Colour!",
                "favourite colour",
                "\u00e4\u00f6"),
            "shop");

    assertThat(guess.explain())
        .isEqualTo(
            """
            rec_id -> id, identifier.shop_id
            First Name -> trait.given_name
            last-name -> trait.surname
            E-Mail -> identifier.email
            Mobile -> identifier.phone
            DOB -> trait.birth_date
            ZIP -> trait.postcode
            Town -> trait.city
            suburb -> trait.suburb
            customer_id -> trait.customer_id
            Favourite Colour! -> trait.favourite_colour
            favourite colour -> trait.favourite_colour_2
            \u00e4\u00f6 -> trait.column
            """);
    CsvMapping changed =
        guess.toBuilder()
            .withoutColumn("rec_id")
            .withoutColumn("Town")
            .column("suburb", "trait.city")
            .build();
    assertThat(changed.explain())
        .doesNotContain("rec_id", "Town")
        .contains("suburb -> trait.suburb\n", "suburb -> trait.city\n");
  }

  @Test
  void a_header_that_cannot_be_used_is_not_guessed() {
    assertThatThrownBy(() -> CsvMapping.guess(List.of("a", "a"), "s"))
        .isInstanceOf(InvalidEventException.class);
    assertThatThrownBy(() -> CsvMapping.guess(List.of(), "s"))
        .isInstanceOf(InvalidEventException.class);
  }

  @Test
  void the_namespace_of_ids_is_the_sources_name_made_to_fit() {
    assertThat(
            CsvMapping.source("\u00c4 Very Long Name of a Source System").id("x").build().explain())
        .isEqualTo("x -> id, identifier.very_long_name_of_a_source_sy_id\n");
  }
}

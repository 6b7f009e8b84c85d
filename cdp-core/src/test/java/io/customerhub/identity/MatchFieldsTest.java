package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.event.Values;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MatchFieldsTest {

  @ParameterizedTest
  @CsvSource({
    "firstName, given_name",
    "first_name, given_name",
    "GIVEN NAME, given_name",
    "forename, given_name",
    "fname, given_name",
    "last-name, surname",
    "familyName, surname",
    "Full Name, name",
    "birthday, birth_date",
    "date_of_birth, birth_date",
    "DOB, birth_date",
    "address.street, street",
    "address_1, street",
    "address, street",
    "zip, postcode",
    "postalCode, postcode",
    "PLZ, postcode",
    "suburb, city",
    "province, state",
    "organization, organisation",
    "company, organisation",
    "e-mail, email",
    "phone_number, phone",
    "sex, gender"
  })
  void knows_the_usual_names(String given, String canonical) {
    assertThat(from(Map.of(given, " Value "))).isEqualTo(Map.of(canonical, "Value"));
  }

  @Test
  void reads_an_address_of_the_segment_specification() {
    Map<String, Object> address =
        Map.of(
            "street", "12 St James's Square",
            "city", "London",
            "state", "Greater London",
            "postalCode", "SW1Y 4JH",
            "country", "UK");
    assertThat(from(Map.of("address", address)))
        .isEqualTo(
            Map.of(
                "street", "12 St James's Square",
                "city", "London",
                "state", "Greater London",
                "postcode", "SW1Y 4JH",
                "country", "UK"));
  }

  @Test
  void joins_the_house_number_in_front_of_the_street() {
    assertThat(from(Map.of("street_number", 8, "address_1", "Stanley Street")))
        .isEqualTo(Map.of("street", "8 Stanley Street"));
    assertThat(from(Map.of("street_number", 8, "address_1", "8 Stanley Street")))
        .isEqualTo(Map.of("street", "8 Stanley Street"));
    assertThat(from(Map.of("street_number", 8))).isEmpty();
  }

  @Test
  void leaves_out_what_says_nothing() {
    assertThat(
            from(
                Map.of(
                    "first_name", "n/a",
                    "last_name", " ",
                    "city", "Unknown",
                    "zip", "-",
                    "street", "null",
                    "favourite_colour", "red")))
        .isEmpty();
    assertThat(from(Map.of("first_name", "unknown", "forename", "Ada")))
        .isEqualTo(Map.of("given_name", "Ada"));
  }

  @Test
  void keeps_numbers_plain_and_cuts_between_code_points() {
    assertThat(from(Map.of("zip", 4000))).isEqualTo(Map.of("postcode", "4000"));
    assertThat(from(Map.of("name", "\uD83D\uDE00".repeat(300))))
        .isEqualTo(Map.of("name", "\uD83D\uDE00".repeat(256)));
  }

  @Test
  void finds_identifiers_among_traits() {
    Map<String, Object> traits =
        Values.canonicalMap(
            "traits", Map.of("Email", "ada@example.com", "mobile", "+84 912 345 678", "age", 36));
    assertThat(MatchFields.identifiers(traits))
        .containsExactly(Identifier.email("ada@example.com"), Identifier.phone("+84 912 345 678"));
    assertThat(MatchFields.identifiers(Map.of())).isEmpty();
  }

  private static Map<String, String> from(Map<String, ?> traits) {
    return MatchFields.from(Values.canonicalMap("traits", traits));
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EchoesTest {

  @Test
  void who_has_moved_has_another_address_once() {
    MatchRecord before = at("12 High Street", "04600", "Ashford", "KE");

    assertThat(levels(before, at("7 Mill Lane", "83198", "Norwich", "NO")))
        .containsExactly(Level.NAME_EXACT, Level.STREET_DIFFERENT);
    assertThat(levels(before, at("", "83198", "Norwich", "NO")))
        .containsExactly(Level.NAME_EXACT, Level.POSTCODE_DIFFERENT, Level.CITY_DIFFERENT);
    assertThat(levels(before, at("12 High Street", "83198", "Norwich", "KE")))
        .containsExactly(
            Level.NAME_EXACT,
            Level.STREET_EXACT,
            Level.POSTCODE_DIFFERENT,
            Level.CITY_DIFFERENT,
            Level.STATE_EXACT);
  }

  @Test
  void where_an_organisation_is_says_which_branch() {
    Map<String, String> one = Map.of("organisation", "Acme", "street", "1 High St", "city", "Ash");
    Map<String, String> two = Map.of("organisation", "Acme", "street", "7 Mill Ln", "city", "York");

    assertThat(levels(MatchRecord.of(one, List.of()), MatchRecord.of(two, List.of())))
        .contains(Level.STREET_DIFFERENT, Level.CITY_DIFFERENT);
  }

  private static MatchRecord at(String street, String postcode, String city, String state) {
    return MatchRecord.of(
        Map.of(
            "given_name", "Ada",
            "surname", "Lovelace",
            "street", street,
            "postcode", postcode,
            "city", city,
            "state", state),
        List.of());
  }

  private static List<Level> levels(MatchRecord a, MatchRecord b) {
    return IdentityResolver.create(MatchRules.people()).vector(a, b).levels();
  }
}

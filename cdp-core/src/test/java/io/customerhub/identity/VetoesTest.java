package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VetoesTest {

  private static final String NAMES = "one home, other names";
  private static final String GIVEN = "one home, and not clearly one given name";
  private static final String BIRTH = "one home, other birth date";
  private static final String GENERATION = "another generation of one name";
  private static final String COLLEAGUES = "one employer, other surnames";
  private static final String STREET = "one street, other surnames";
  private static final String NUMBER = "different registration numbers";
  private static final String BRANCH = "one name, two places";
  private static final String NOBODY = "nothing says who it is";

  private final Vetoes vetoes = Vetoes.of(true);

  private static long vector(String levels) {
    return ComparisonVector.of(Arrays.stream(levels.split(" ")).map(Level::valueOf).toList())
        .bits();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A mother and her son; what almost agrees in a number is a person's own.
        "NAME_SURNAME_ONLY BIRTH_EXACT STREET_EXACT | " + NAMES,
        "NAME_DIFFERENT BIRTH_EXACT PHONE_EXACT | " + NAMES,
        "NAME_PART_DIFFERENT BIRTH_EXACT POSTCODE_EXACT | " + NAMES,
        "NAME_DIFFERENT BIRTH_EXACT EMAIL_EXACT | " + NAMES,
        "ORGANISATION_DIFFERENT PHONE_EXACT | " + NAMES,
        "NAME_SURNAME_ONLY BIRTH_EXACT CITY_EXACT | ''",
        "NAME_SURNAME_ONLY BIRTH_EXACT STREET_EXACT ID_ONE_EDIT | ''",
        "NAME_DIFFERENT PHONE_EXACT ID_TWO_EDITS | ''",
        // Which twin, if the given name is missing or far off?
        "NAME_SURNAME_ALONE STREET_EXACT | " + GIVEN,
        "NAME_PART_CLOSE PHONE_EXACT | " + GIVEN,
        "NAME_GIVEN_FAR GENDER_DIFFERENT STREET_MOSTLY | " + GIVEN,
        "NAME_BOTH_LOOSE GENDER_DIFFERENT PHONE_EXACT | " + GIVEN,
        "NAME_GIVEN_FAR GENDER_EXACT STREET_MOSTLY | " + GIVEN,
        "NAME_GIVEN_FAR GENDER_EXACT STREET_MOSTLY BIRTH_ONE_EDIT | ''",
        "NAME_GIVEN_ONLY GENDER_EXACT STREET_EXACT | ''",
        "NAME_GIVEN_ONLY GENDER_DIFFERENT STREET_MOSTLY | " + GIVEN,
        "NAME_GIVEN_FAR CITY_EXACT | ''",
        "NAME_EXACT GENDER_DIFFERENT STREET_MOSTLY | ''",
        "NAME_SURNAME_ALONE CITY_EXACT | ''",
        // The number is the company's, and Mr Lovelace works there.
        "NAME_SURNAME_ALONE PHONE_EXACT | " + GIVEN,
        "NAME_SURNAME_ALONE PHONE_EXACT EMPLOYER_SAME | ''",
        "NAME_GIVEN_FAR PHONE_EXACT EMPLOYER_SAME | " + GIVEN,
        "NAME_SURNAME_ALONE EMAIL_EXACT | ''",
        "NAME_SURNAME_ALONE STREET_EXACT BIRTH_EXACT | ''",
        "NAME_SURNAME_ALONE STREET_EXACT BIRTH_SWAPPED | ''",
        "NAME_SURNAME_ALONE STREET_EXACT BIRTH_ONE_EDIT | ''",
        "NAME_SURNAME_ALONE STREET_EXACT EMAIL_EXACT | ''",
        "NAME_SURNAME_ALONE STREET_EXACT ID_ONE_EDIT | ''",
        // A father and a son of one name.
        "NAME_EXACT BIRTH_DIFFERENT STREET_EXACT | " + BIRTH,
        "NAME_EXACT BIRTH_DIFFERENT PHONE_EXACT | " + BIRTH,
        "NAME_EXACT BIRTH_DIFFERENT CITY_EXACT | ''",
        "NAME_EXACT BIRTH_DIFFERENT EMAIL_EXACT | ''",
        "NAME_EXACT BIRTH_DIFFERENT STREET_EXACT EMAIL_EXACT | ''",
        "NAME_EXACT BIRTH_DIFFERENT STREET_EXACT ID_TWO_EDITS | ''",
        "NAME_EXACT NAME_GENERATION STREET_EXACT BIRTH_EXACT | " + GENERATION,
        // Where from is not who.
        "STREET_EXACT POSTCODE_EXACT CITY_EXACT GENDER_EXACT | " + NOBODY,
        "BIRTH_DIFFERENT POSTCODE_EXACT | " + NOBODY,
        "PHONE_EXACT | ''",
        // Two companies of one group; what is registered under one number is one.
        "ORGANISATION_CLOSE REGISTRATION_DIFFERENT DOMAIN_EXACT | " + NUMBER,
        "ORGANISATION_EXACT CITY_DIFFERENT STREET_DIFFERENT DOMAIN_EXACT | " + BRANCH,
        "ORGANISATION_EXACT CITY_DIFFERENT STREET_DIFFERENT PHONE_EXACT | ''",
        "ORGANISATION_EXACT REGISTRATION_DIFFERENT ID_EXACT | ''",
        // Two colleagues at one number.
        "NAME_GIVEN_ONLY EMPLOYER_SAME PHONE_EXACT | " + COLLEAGUES,
        "NAME_GIVEN_LOOSE EMPLOYER_SAME PHONE_EXACT | " + COLLEAGUES,
        "NAME_GIVEN_ONLY PHONE_EXACT | ''",
        "NAME_GIVEN_ONLY EMPLOYER_SAME CITY_EXACT | ''",
        "NAME_EXACT EMPLOYER_SAME PHONE_EXACT | ''",
        "NAME_GIVEN_ONLY EMPLOYER_SAME PHONE_EXACT BIRTH_EXACT | ''",
        "NAME_GIVEN_ONLY EMPLOYER_SAME PHONE_EXACT EMAIL_EXACT | ''",
        "NAME_GIVEN_ONLY EMPLOYER_SAME PHONE_EXACT ID_ONE_EDIT | ''",
        // Next door; who has married and stayed has the same house number.
        "NAME_GIVEN_ONLY POSTCODE_EXACT STREET_NEIGHBOUR | " + STREET,
        "NAME_GIVEN_ONLY POSTCODE_EXACT STREET_MOSTLY | " + STREET,
        "NAME_GIVEN_LOOSE BIRTH_TWO_EDITS STREET_MOSTLY | " + STREET,
        "NAME_BOTH_LOOSE STREET_NEIGHBOUR | " + STREET,
        "NAME_GIVEN_ONLY POSTCODE_EXACT STREET_EXACT | ''",
        "NAME_GIVEN_ONLY POSTCODE_EXACT STREET_DIFFERENT | ''",
        "NAME_SURNAME_LOOSE POSTCODE_EXACT STREET_NEIGHBOUR | ''",
        "NAME_GIVEN_ONLY STREET_MOSTLY BIRTH_ONE_EDIT | ''",
        "NAME_GIVEN_ONLY STREET_MOSTLY PHONE_EXACT | ''",
        "NAME_GIVEN_ONLY STREET_MOSTLY EMAIL_EXACT | ''",
        "NAME_GIVEN_ONLY STREET_MOSTLY ID_ONE_EDIT | ''",
        // An exact id outweighs all.
        "ID_EXACT NAME_DIFFERENT BIRTH_DIFFERENT STREET_EXACT NAME_GENERATION | ''"
      })
  void what_forbids_a_match(String levels, String veto) {
    assertThat(vetoes.reason(vector(levels))).isEqualTo(veto);
    assertThat(vetoes.forbid(vector(levels))).isEqualTo(!veto.isEmpty());
  }

  @Test
  void only_who_lives_in_one_home_is_forbidden_there() {
    assertThat(vetoes.forbidAtHome(vector("NAME_DIFFERENT BIRTH_EXACT STREET_EXACT"))).isTrue();
    assertThat(vetoes.forbidAtHome(vector("NAME_DIFFERENT BIRTH_EXACT EMAIL_EXACT"))).isFalse();
    assertThat(vetoes.forbidAtHome(vector("NAME_GENERATION NAME_EXACT CITY_EXACT"))).isFalse();
    assertThat(vetoes.forbidAtHome(vector("NAME_EXACT STREET_EXACT"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "STREET_EXACT POSTCODE_EXACT, false",
    "BIRTH_SAME_YEAR STREET_EXACT, false",
    "NAME_DIFFERENT STREET_EXACT, true",
    "BIRTH_DIFFERENT POSTCODE_EXACT, true",
    "NAME_DIFFERENT CITY_EXACT, false",
    "BIRTH_DIFFERENT CITY_EXACT, false",
    "NAME_EXACT STREET_EXACT, false",
    "NAME_EXACT BIRTH_DIFFERENT STREET_EXACT, true",
    "ID_EXACT NAME_DIFFERENT, false"
  })
  void that_nothing_says_who_it_is_contradicts_only_with_another_name_or_birth_date_at_home(
      String levels, boolean contradicts) {
    assertThat(vetoes.contradict(vector(levels))).isEqualTo(contradicts);
  }

  @Test
  void without_families_other_names_at_one_home_are_mistakes_unless_they_are_companies() {
    Vetoes mistakes = Vetoes.of(false);

    assertThat(mistakes.families()).isFalse();
    assertThat(mistakes.reason(vector("NAME_SURNAME_ONLY BIRTH_EXACT STREET_EXACT"))).isEmpty();
    assertThat(mistakes.reason(vector("ORGANISATION_DIFFERENT PHONE_EXACT"))).isEqualTo(NAMES);
    assertThat(mistakes.reason(vector("NAME_GENERATION NAME_EXACT PHONE_EXACT")))
        .isEqualTo(GENERATION);
    assertThat(vetoes.families()).isTrue();
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.identity.Match.Grade;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeighingTest {

  /** By it everything weighs enough, so that only what the levels say decides. */
  private static final MatchModel EASY = MatchModel.defaults().withThresholds(-100, -100);

  /** By it nothing weighs enough. */
  private static final MatchModel HARD = MatchModel.defaults().withThresholds(100, 100);

  private static Weighing of(MatchModel model, String levels) {
    Weighing weighing = new Weighing(model);
    Arrays.stream(levels.split(" ")).map(Level::valueOf).forEach(weighing::add);
    return weighing;
  }

  @ParameterizedTest
  @CsvSource({
    "BIRTH_EXACT NAME_EXACT, MATCH",
    "BIRTH_EXACT NAME_GIVEN_ONLY PHONE_EXACT, MATCH",
    "NAME_EXACT STREET_EXACT, MATCH",
    "EMAIL_USER BIRTH_EXACT, MATCH",
    "ID_EXACT, MATCH",
    "ID_DIFFERENT STREET_EXACT, POSSIBLE",
    "NAME_SURNAME_ONLY BIRTH_EXACT STREET_EXACT, POSSIBLE",
    "BIRTH_DIFFERENT NAME_EXACT STREET_EXACT, POSSIBLE",
    "EMAIL_EXACT NAME_DIFFERENT BIRTH_EXACT, POSSIBLE",
    "EMAIL_EXACT NAME_EXACT BIRTH_DIFFERENT, MATCH",
    "BIRTH_EXACT ID_EXACT NAME_DIFFERENT, MATCH",
    "BIRTH_EXACT NAME_EXACT NAME_GENERATION, POSSIBLE"
  })
  void what_is_forbidden_is_no_match_however_much_it_weighs(String levels, Grade grade) {
    assertThat(of(EASY, levels).grade()).isEqualTo(grade);
  }

  @Test
  void the_model_says_whether_families_live_in_the_data() {
    String twins = "NAME_SURNAME_ONLY BIRTH_EXACT STREET_EXACT";
    assertThat(of(EASY.withFamilies(false), twins).grade()).isEqualTo(Grade.MATCH);
    assertThat(of(EASY.withFamilies(false), twins).objection()).isEmpty();
    assertThat(of(EASY, twins).objection()).startsWith("household: ");
    assertThat(of(EASY, "NAME_EXACT BIRTH_DIFFERENT PHONE_EXACT").objection())
        .isEqualTo("one home, other birth date");
  }

  @ParameterizedTest
  @CsvSource({
    "NAME_EXACT, POSSIBLE",
    "NAME_CLOSE, POSSIBLE",
    "NAME_FAIR, NO",
    "BIRTH_EXACT, NO",
    "NAME_EXACT BIRTH_DIFFERENT, NO",
    "NAME_SURNAME_ONLY STREET_EXACT, POSSIBLE",
    "NAME_SURNAME_ONLY PHONE_EXACT, POSSIBLE",
    "NAME_SURNAME_ONLY BIRTH_EXACT, NO",
    "NAME_SURNAME_ONLY CITY_EXACT, NO",
    "NAME_DIFFERENT STREET_EXACT, NO"
  })
  void namesakes_and_households_are_looked_at_however_little_they_weigh(
      String levels, Grade grade) {
    assertThat(of(HARD, levels).grade()).isEqualTo(grade);
  }

  @Test
  void exactly_the_threshold_is_enough() {
    double sum = Level.PRIOR.bits() + Level.NAME_EXACT.bits() + Level.BIRTH_EXACT.bits();
    assertThat(of(MatchModel.defaults().withThresholds(sum, sum), "NAME_EXACT BIRTH_EXACT").grade())
        .isEqualTo(Grade.MATCH);
    double organisation = Level.PRIOR.bits() + Level.ORGANISATION_EXACT.bits();
    assertThat(
            of(MatchModel.defaults().withThresholds(50, organisation), "ORGANISATION_EXACT")
                .grade())
        .isEqualTo(Grade.POSSIBLE);
    double birth = Level.PRIOR.bits() + Level.BIRTH_EXACT.bits();
    assertThat(of(MatchModel.defaults().withThresholds(50, birth), "BIRTH_EXACT").grade())
        .isEqualTo(Grade.POSSIBLE);
  }

  @Test
  void a_common_value_can_be_what_a_match_lacks_and_a_rare_one_what_it_takes() {
    TermFrequenciesBuilder counted = TermFrequencies.builder("salt");
    counted.add(new Term(Level.NAME_EXACT, "surname", "smith"), 100);
    for (int i = 0; i < 100; i++) {
      counted.add(new Term(Level.NAME_EXACT, "surname", "rare" + i), 1);
    }
    double sum = Level.PRIOR.bits() + Level.NAME_EXACT.bits();
    MatchModel model =
        MatchModel.defaults().withTerms(counted.build()).withThresholds(sum + 1, sum - 0.5);

    assertThat(of(model, "NAME_EXACT").grade()).isEqualTo(Grade.POSSIBLE);
    assertThat(adjusted(model, "rare7").grade()).isEqualTo(Grade.MATCH);
    Weighing smith = adjusted(model, "smith");
    assertThat(smith.waterfall().bits()).isLessThan(sum);
    assertThat(smith.evidence()).extracting(Evidence::level).contains("a common value");
  }

  @ParameterizedTest
  @CsvSource({
    "NAME_CLOSE, true",
    "NAME_INITIAL, true",
    "NAME_SURNAME_ONLY, true",
    "NAME_SURNAME_ALONE, true",
    "NAME_GIVEN_ONLY, true",
    "NAME_GENERATION, false",
    "BIRTH_EXACT, false"
  })
  void of_a_name_that_agrees_in_a_part_the_part_that_is_the_same_is_rare_or_common(
      Level level, boolean counts) {
    TermFrequenciesBuilder counted = TermFrequencies.builder("salt");
    counted.add(new Term(Level.NAME_EXACT, "surname", "smith"), 100);
    counted.add(new Term(Level.NAME_EXACT, "surname", "rare"), 1);
    MatchModel model = MatchModel.defaults().withTerms(counted.build());

    double sum = of(model, level.name()).waterfall().bits();
    assertThat(adjusted(model, "rare", level).waterfall().bits() > sum).isEqualTo(counts);
    assertThat(adjusted(model, "smith", level).waterfall().bits() < sum).isEqualTo(counts);
    assertThat(adjusted(model, "jones", level).waterfall().bits()).isGreaterThanOrEqualTo(sum);
  }

  private static Weighing adjusted(MatchModel model, String surname) {
    return adjusted(model, surname, Level.NAME_EXACT);
  }

  private static Weighing adjusted(MatchModel model, String surname, Level level) {
    MatchRecord record = MatchRecord.of(Map.of("given_name", "Ada", "surname", surname), List.of());
    Weighing weighing = of(model, level.name());
    weighing.adjust(record, record);
    return weighing;
  }

  @Test
  void of_two_records_that_have_nothing_to_compare_only_the_prior_is_told() {
    assertThat(new Weighing(EASY).evidence()).containsExactly(Level.PRIOR.evidence());
  }

  @Test
  void a_household_is_told_among_the_evidence_and_weighs_nothing() {
    assertThat(of(HARD, "NAME_SURNAME_ONLY STREET_EXACT").evidence())
        .contains(new Evidence("household", "one surname and home, unrelated given names", 0));
    assertThat(of(HARD, "NAME_SURNAME_ONLY CITY_EXACT").evidence())
        .extracting(Evidence::comparison)
        .containsExactly("prior", "name", "city");
  }
}

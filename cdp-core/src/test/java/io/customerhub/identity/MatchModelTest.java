package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.event.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MatchModelTest {

  private static final MatchModel DEFAULTS = MatchModel.defaults();
  private static final MatchRecord SMITH = person("Ann", "Smith", "ann@example.org");
  private static final MatchRecord RARE = person("Ann", "Zwicky", "ann@example.org");

  private final IdentityResolver resolver = IdentityResolver.create(MatchRules.people());

  @Test
  void a_saved_model_is_the_same_model() {
    for (int seed = 1; seed <= 50; seed++) {
      MatchModel model = random(new Random(seed));
      MatchModel read = MatchModelJson.read(MatchModelJson.write(model));
      assertThat(read).as("seed %d", seed).isEqualTo(model).hasSameHashCodeAs(model);
      assertThat(read.version()).as("seed %d", seed).isEqualTo(model.version());
      assertThat(model.diff(read)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void models_that_weigh_otherwise_are_others() {
    MatchModel one = DEFAULTS.withWeight(Level.EMAIL_EXACT, 11, 0.7, 0.001);
    assertThat(one)
        .isEqualTo(DEFAULTS.withWeight(Level.EMAIL_EXACT, 11, 0.7, 0.001))
        .isNotEqualTo(DEFAULTS.withWeight(Level.EMAIL_EXACT, 12, 0.7, 0.001))
        .isNotEqualTo(DEFAULTS.withWeight(Level.EMAIL_EXACT, 11, 0.8, 0.001))
        .isNotEqualTo(DEFAULTS.withWeight(Level.EMAIL_EXACT, 11, 0.7, 0.002))
        .doesNotHaveSameHashCodeAs(DEFAULTS);
  }

  @Test
  void a_model_says_whether_families_live_in_the_data() {
    MatchModel defaults = MatchModel.defaults();
    MatchModel without = defaults.withFamilies(false);
    assertThat(MatchModelJson.write(defaults)).doesNotContain("families");
    assertThat(MatchModelJson.read(MatchModelJson.write(without)))
        .isEqualTo(without)
        .isNotEqualTo(defaults);
    assertThat(without.withFamilies(true)).isEqualTo(defaults);
    assertThat(defaults.diff(without)).containsExactly("no families in the data");
    assertThat(without.diff(defaults)).containsExactly("families live in the data");
    assertThat(without.withPrior(-9).withOrigin("x", true).vetoes().families()).isFalse();
  }

  @Test
  void a_model_without_a_level_weighs_it_by_default() {
    MatchModel read =
        MatchModelJson.read(
            """
            {"format":1,"origin":"by hand","estimated":false,
             "thresholds":{"match":4,"possible":0},"weights":{"email_exact":{"bits":11.5}}}""");

    assertThat(read.bits(Level.EMAIL_EXACT)).isEqualTo(11.5);
    assertThat(read.bits(Level.NAME_EXACT)).isEqualTo(Level.NAME_EXACT.bits());
    assertThat(read.matchBits()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                          | $              | expected an object, not []
          {"format":2}                                | $.format       | 2, expected 1
          {"format":"1"}                              | $.format       | expected a whole number
          {"format":1}                                | $              | expected the key "origin"
          {"format":1,"format":1}                     | line 1         | Duplicate field
          {"format":1                                 | line 1         | end-of-input
          {~,"x":1}                                   | $.x            | unknown key here
          {~,"weights":{"mood":{"bits":1}}}           | $.weights.mood | mood is no level
          {~,"weights":{"prior":{"bits":1000}}}       | $.weights.prior | bits: 1000.0, expected
          {~,"weights":{"prior":{"bits":1,"m":2}}}    | $.weights.prior | m: 2.0, expected
          {~,"weights":{"prior":{"bits":"1"}}}        | $.weights.prior.bits | "1", expected a number
          {~,"weights":{"prior":{}}}                  | $.weights.prior | expected the key "bits"
          {~,"thresholds":{"match":1,"possible":2}}   | $.thresholds   | possible: 2.0 is above match: 1.0
          {~,"terms":{"salt":"","parts":{"a":{"level":"city_exact","holders":5,"average":3,"rest":0,"common":{}}}}} | $.terms.parts.a.average | 3.0, expected 0 to 1
          {~,"terms":{"salt":"","parts":{"a":{"level":"city_exact","holders":5,"average":0,"rest":0,"common":{"f":6}}}}} | $.terms.parts.a.common.f | 6, expected 1 to the number of holders, 5
          """)
  void what_is_no_model_is_refused_with_path_and_value(String json, String path, String message) {
    assertThatThrownBy(() -> MatchModelJson.read(completed(json)))
        .isInstanceOf(MatchModelJsonException.class)
        .hasMessageStartingWith(path)
        .hasMessageContaining(message);
  }

  @Test
  void values_out_of_range_are_refused() {
    assertThatThrownBy(() -> DEFAULTS.withPrior(Double.NaN))
        .hasMessageContaining("bits: NaN, expected a number");
    assertThatThrownBy(() -> DEFAULTS.withThresholds(-4, -3)).hasMessageContaining("above match");
    assertThatThrownBy(() -> DEFAULTS.withOrigin("x".repeat(201), true))
        .hasMessageContaining("origin");
  }

  @Test
  void the_difference_of_two_models_is_readable() {
    MatchModel other =
        DEFAULTS
            .withPrior(-14)
            .withWeight(Level.EMAIL_EXACT, 11.25, 0.7, 0.0003)
            .withThresholds(3, -3)
            .withTerms(frequencies());

    assertThat(DEFAULTS.diff(other))
        .containsExactly(
            "a match takes: 2.0 -> 3.0 bits (+1.0)",
            "prior, two records at random: -16.0 -> -14.0 bits (+2.0)",
            "email, exact: 13.0 -> 11.3 bits (-1.8)",
            "common values of email: 0 of 0 holders -> 1 of 220",
            "common values of surname: 0 of 0 holders -> 1 of 200");
    assertThat(DEFAULTS.diff(DEFAULTS.withOrigin("elsewhere", true))).isEmpty();
  }

  @Test
  void how_much_a_rare_name_says_is_saved_and_told_apart() {
    MatchModel half = DEFAULTS.withTerms(frequencies(0.5));
    MatchModel whole = DEFAULTS.withTerms(frequencies(1));

    assertThat(MatchModelJson.read(MatchModelJson.write(half))).isEqualTo(half);
    assertThat(MatchModelJson.write(whole)).doesNotContain("trust");
    assertThat(whole.diff(half))
        .containsExactly(
            "common values of surname: 1 of 200 holders -> 1 of 200, counted by 1.00 -> 0.50");
    Term rare = new Term(Level.NAME_EXACT, "surname", "rare");
    Term address = new Term(Level.EMAIL_EXACT, "email", "a@example.org");
    assertThat(half.terms().bits(rare)).isEqualTo(whole.terms().bits(rare) / 2);
    assertThat(half.terms().bits(address)).isEqualTo(whole.terms().bits(address));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void a_value_says_from_nothing_to_all_that_it_can(double share) {
    assertThatThrownBy(() -> TermFrequencies.builder("salt").trust(Level.NAME_EXACT, share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share: " + share + ", expected 0 to 1");
  }

  @Test
  void a_saved_model_names_nobody() {
    MatchModel model = DEFAULTS.withTerms(frequencies());

    assertThat(MatchModelJson.write(model)).doesNotContainIgnoringCase("smith", "zwicky", "ann@");
    assertThat(model.toString()).doesNotContainIgnoringCase("smith");
    assertThat(model.terms().toString()).isEqualTo("TermFrequencies[email, surname]");
  }

  @Test
  void sharing_a_rare_value_weighs_more_than_sharing_a_common_one_and_the_bars_add_up() {
    IdentityResolver counted = resolver.withModel(DEFAULTS.withTerms(frequencies()));
    Match common = counted.compare(SMITH, SMITH);
    Match rare = counted.compare(RARE, RARE);

    assertThat(rare.bits()).isGreaterThan(common.bits() + 3);
    assertThat(rare.evidence()).extracting(Evidence::level).contains("a rare value");
    assertThat(common.evidence()).extracting(Evidence::level).contains("a common value");
    assertThat(resolver.compare(RARE, RARE).bits())
        .isEqualTo(resolver.compare(SMITH, SMITH).bits());
  }

  @Test
  void a_key_that_many_people_have_says_nothing() {
    IdentityResolver counted = resolver.withModel(DEFAULTS.withTerms(frequencies()));
    MatchRecord a = person("Ann", "Lee", "info@example.org");
    MatchRecord b = person("Bob", "Kim", "info@example.org");

    assertThat(sum(counted.compare(a, b), "email")).isCloseTo(0, within(1e-9));
    assertThat(sum(resolver.compare(a, b), "email")).isEqualTo(Level.EMAIL_EXACT.bits());
  }

  @Test
  void only_the_model_decides_what_agreement_weighs() {
    MatchModel strict = DEFAULTS.withThresholds(60, 50);

    assertThat(resolver.compare(SMITH, SMITH).grade()).isEqualTo(Match.Grade.MATCH);
    assertThat(resolver.withModel(strict).compare(SMITH, SMITH).grade())
        .isNotEqualTo(Match.Grade.MATCH);
    assertThat(resolver.withModel(strict).withModel(DEFAULTS).compare(SMITH, SMITH))
        .isEqualTo(resolver.compare(SMITH, SMITH));
  }

  private static double sum(Match match, String comparison) {
    return match.evidence().stream()
        .filter(evidence -> evidence.comparison().equals(comparison))
        .mapToDouble(Evidence::bits)
        .sum();
  }

  /** A hundred Smiths, a hundred others, one address that many use. */
  private static TermFrequencies frequencies() {
    return frequencies(1);
  }

  private static TermFrequencies frequencies(double trust) {
    TermFrequenciesBuilder builder = TermFrequencies.builder("salt").trust(Level.NAME_EXACT, trust);
    builder.add(new Term(Level.NAME_EXACT, "surname", "smith"), 100);
    for (int i = 0; i < 100; i++) {
      builder.add(new Term(Level.NAME_EXACT, "surname", "name" + i), 1);
    }
    builder.add(new Term(Level.EMAIL_EXACT, "email", "info@example.org"), 20);
    for (int i = 0; i < 200; i++) {
      builder.add(new Term(Level.EMAIL_EXACT, "email", i + "@example.org"), 1);
    }
    return builder.build();
  }

  private static MatchModel random(Random dice) {
    MatchModel model = DEFAULTS.withOrigin("made \"up\" " + dice.nextInt(), dice.nextBoolean());
    for (Level level : Level.values()) {
      if (dice.nextBoolean()) {
        model =
            model.withWeight(
                level, dice.nextGaussian() * 9, dice.nextDouble(), dice.nextDouble() / 1e6);
      }
    }
    double possible = dice.nextGaussian();
    model = model.withThresholds(possible + dice.nextDouble(), possible);
    TermFrequenciesBuilder terms = TermFrequencies.builder(Long.toHexString(dice.nextLong()));
    for (int i = dice.nextInt(200); i > 0; i--) {
      terms.add(new Term(Level.CITY_EXACT, "city", "c" + i), 1 + dice.nextInt(60));
    }
    return model.withTerms(terms.build());
  }

  private static MatchRecord person(String given, String surname, String email) {
    return MatchRecord.of(
        Map.of("given_name", given, "surname", surname), List.of(Identifier.email(email)));
  }

  private static String completed(String json) {
    String start = "\"format\":1,\"origin\":\"x\",\"estimated\":false";
    String thresholds =
        json.contains("thresholds") ? "" : ",\"thresholds\":{\"match\":2,\"possible\":0}";
    String weights = json.contains("weights") ? "" : ",\"weights\":{}";
    return json.replace("~", start + thresholds + weights);
  }
}

package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Level;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.Vetoes;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriorTest {

  private static final MatchModel DEFAULTS = MatchModel.defaults();

  /** 38 bits: of one person for certain, whatever the prior. */
  private static final long SURE =
      bits(Level.NAME_EXACT, Level.BIRTH_EXACT, Level.EMAIL_EXACT, Level.GENDER_EXACT);

  @ParameterizedTest
  @CsvSource({"0, 0.5", "2, 0.8", "-2, 0.2", "10, 0.99902439"})
  void bits_are_the_logarithm_of_odds(double bits, double probability) {
    assertThat(Prior.probability(bits)).isCloseTo(probability, within(1e-8));
    assertThat(Prior.logOdds(Prior.probability(bits))).isCloseTo(bits, within(1e-9));
  }

  @Test
  void what_says_the_same_is_weighed_once() {
    long moved =
        bits(
            Level.NAME_EXACT,
            Level.STREET_DIFFERENT,
            Level.POSTCODE_DIFFERENT,
            Level.CITY_DIFFERENT);
    double weight = -16 + 12 - 1.5;
    assertThat(Prior.ofOne(moved, DEFAULTS)).isCloseTo(Prior.probability(weight), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0625", "1, 0.0625", "257, 0.0625", "258, 0.06225681", "16001, 0.001"})
  void no_more_than_sixteen_others_of_each_person_are_believed(int records, double most) {
    assertThat(prior(new Patterns(1), records).most()).isCloseTo(most, within(1e-8));
  }

  @Test
  void no_pair_at_all_is_one_for_sixteen_records() {
    assertThat(share(new Patterns(1), 4_001)).isCloseTo(1 / 64_000.0, within(1e-12));
    assertThat(share(new Patterns(1), 1)).isCloseTo(1 / 16.0, within(1e-12));
  }

  @Test
  void more_pairs_than_are_believed_are_the_most() {
    assertThat(share(pairs(1, SURE, 100_000), 4_001)).isCloseTo(0.004, within(1e-12));
  }

  @Test
  void otherwise_it_is_the_share_of_all_pairs_that_match() {
    double possible = 4_001 * 4_000 / 2.0;
    assertThat(share(pairs(1, SURE, 2_000), 4_001)).isCloseTo(2_000 / possible, within(1e-9));
    assertThat(share(pairs(3, SURE, 2_000), 4_001)).isCloseTo(6_000 / possible, within(1e-9));
  }

  @Test
  void few_records_have_one_pair_at_least() {
    assertThat(share(pairs(1, SURE, 1), 0)).isCloseTo(1 / 16.0, within(1e-12));
    assertThat(share(pairs(1, SURE, 1), 1)).isCloseTo(1 / 16.0, within(1e-12));
    // One of 10 pairs of five records is more than is believed; of 300 of 25 it is not.
    assertThat(share(pairs(1, SURE, 1), 5)).isCloseTo(1 / 16.0, within(1e-12));
    assertThat(share(pairs(1, SURE, 1), 25)).isCloseTo(1 / 300.0, within(1e-7));
  }

  @Test
  void pairs_that_may_match_confirm_a_prior_by_which_they_do_so_as_often() {
    // 15 bits: with a prior of -11 the odds are 16 to 1.
    Patterns patterns = pairs(1, bits(Level.NAME_EXACT, Level.CITY_EXACT), 4_000);
    double share = share(patterns, 4_001);
    double odds = Math.pow(2, 15) * share / (1 - share);
    double matches = 4_000 * odds / (1 + odds);
    assertThat(share).isCloseTo(matches / (4_001 * 4_000 / 2.0), within(1e-6));
    assertThat(matches).isBetween(3_000.0, 3_999.0);
  }

  @Test
  void what_is_forbidden_confirms_nothing() {
    Patterns twins =
        pairs(1, SURE & ~bits(Level.NAME_EXACT) | bits(Level.NAME_SURNAME_ONLY), 2_000);
    Vetoes families = Vetoes.of(true);
    MatchModel model = new Prior(twins, families, 4_001).fixed(DEFAULTS);
    assertThat(Prior.probability(model.bits(Level.PRIOR))).isCloseTo(0.001 / 64, within(1e-12));
    assertThat(model.bits(Level.NAME_EXACT)).isEqualTo(12);
  }

  private static double share(Patterns patterns, int records) {
    return Prior.probability(prior(patterns, records).fixed(DEFAULTS).bits(Level.PRIOR));
  }

  private static Prior prior(Patterns patterns, int records) {
    return new Prior(patterns, Vetoes.of(true), records);
  }

  private static Patterns pairs(int stride, long vector, int count) {
    Patterns patterns = new Patterns(stride);
    patterns.add(vector, 0, count);
    return patterns;
  }

  private static long bits(Level... levels) {
    return ComparisonVector.of(List.of(levels)).bits();
  }
}

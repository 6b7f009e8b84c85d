package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.KeyKind;
import io.customerhub.identity.Level;
import io.customerhub.identity.MatchModel;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * A thousand pairs that share an address and are clearly of one person, and a hundred thousand at
 * random that are clearly not, unless a test differs.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EstimationTest {

  private static final MatchModel DEFAULTS = MatchModel.defaults();
  private static final Offset<Double> NEARLY = within(1e-4);
  private static final int RECORDS = 8_001;
  private static final int EMAIL = 1 << KeyKind.EMAIL.ordinal();
  private static final int PHONE = 1 << KeyKind.PHONE.ordinal();
  private static final long SAME = bits(Level.NAME_EXACT, Level.BIRTH_EXACT, Level.EMAIL_EXACT);
  private static final long OTHER =
      bits(Level.NAME_DIFFERENT, Level.BIRTH_DIFFERENT, Level.EMAIL_DIFFERENT);

  private final Patterns patterns = new Patterns(1);
  private final double[] exactU = new double[Level.values().length];

  @Test
  void levels_are_counted_and_pulled_to_the_defaults_as_if_these_were_a_hundred_pairs() {
    phones(700, 100, 200);
    MatchModel model = estimated();

    assertThat(model.isEstimated()).isTrue();
    assertThat(model.origin())
        .isEqualTo("estimated from 1000 sampled pairs, about 1000 of them matches");
    assertThat(model.m(Level.NAME_EXACT)).isCloseTo((1_000 + 62) / 1_100.0, NEARLY);
    assertThat(model.m(Level.NAME_DIFFERENT)).isCloseTo(0.7 / 1_100, NEARLY);
    assertThat(model.m(Level.PHONE_EXACT)).isCloseTo((700 + 50) / 1_100.0, NEARLY);
    assertThat(model.m(Level.PHONE_ONE_EDIT)).isCloseTo((100 + 5) / 1_100.0, NEARLY);
    assertThat(model.m(Level.PHONE_DIFFERENT)).isCloseTo((200 + 45) / 1_100.0, NEARLY);
    assertThat(model.matchBits()).isEqualTo(Scores.MATCH_BITS);
    assertThat(model.possibleBits()).isEqualTo(Scores.POSSIBLE_BITS);
  }

  @Test
  void how_often_others_agree_is_counted_in_pairs_at_random_as_if_the_defaults_were_two_hundred() {
    phones(700, 100, 200);
    MatchModel model = estimated();

    double byDefault = 200 * DEFAULTS.u(Level.PHONE_EXACT);
    assertThat(model.u(Level.PHONE_EXACT)).isCloseTo((500 + byDefault) / 100_200, within(1e-6));
    byDefault = 200 * DEFAULTS.u(Level.PHONE_ONE_EDIT);
    assertThat(model.u(Level.PHONE_ONE_EDIT)).isCloseTo((400 + byDefault) / 100_200, within(1e-6));
    assertThat(model.u(Level.NAME_SURNAME_ONLY))
        .isCloseTo(200 * DEFAULTS.u(Level.NAME_SURNAME_ONLY) / 100_200, within(1e-9));
  }

  @Test
  void a_weight_is_the_logarithm_of_how_much_more_often_a_level_comes_up() {
    phones(700, 100, 200);
    MatchModel model = estimated();

    for (Level level : List.of(Level.PHONE_EXACT, Level.PHONE_ONE_EDIT, Level.PHONE_DIFFERENT)) {
      double weight = Math.log(model.m(level) / model.u(level)) / Math.log(2);
      assertThat(model.bits(level)).isCloseTo(weight, within(1e-9));
    }
    assertThat(model.bits(Level.PHONE_EXACT)).isBetween(7.0, 7.2);
    assertThat(Prior.probability(model.bits(Level.PRIOR)))
        .isCloseTo(1_000 / (RECORDS * (RECORDS - 1) / 2.0), within(1e-7));
  }

  @Test
  void more_agreement_never_weighs_less() {
    phones(100, 700, 200);
    MatchModel model = estimated();

    double m = model.m(Level.PHONE_EXACT) + model.m(Level.PHONE_ONE_EDIT);
    double u = model.u(Level.PHONE_EXACT) + model.u(Level.PHONE_ONE_EDIT);
    assertThat(model.bits(Level.PHONE_EXACT))
        .isCloseTo(Math.log(m / u) / Math.log(2), within(1e-9))
        .isEqualTo(model.bits(Level.PHONE_ONE_EDIT))
        .isGreaterThan(model.bits(Level.PHONE_DIFFERENT));
  }

  @Test
  void what_everybody_has_says_nothing() {
    patterns.add(SAME | bits(Level.PHONE_DIFFERENT), EMAIL, 1_000);
    patterns.random().add(OTHER | bits(Level.PHONE_EXACT), 98_000);
    patterns.random().add(OTHER | bits(Level.PHONE_ONE_EDIT), 1_000);
    patterns.random().add(OTHER | bits(Level.PHONE_DIFFERENT), 1_000);
    MatchModel model = estimated();

    assertThat(model.bits(Level.PHONE_EXACT)).isCloseTo(0, NEARLY);
    assertThat(model.bits(Level.PHONE_ONE_EDIT)).isCloseTo(0, NEARLY);
    assertThat(model.bits(Level.PHONE_DIFFERENT)).isCloseTo(0, NEARLY);
  }

  @Test
  void no_weight_is_more_than_seven_bits_from_its_default() {
    patterns.add(SAME | bits(Level.PHONE_EXACT), EMAIL, 100_000);
    patterns.random().add(OTHER | bits(Level.PHONE_DIFFERENT), 1_000_000_000);
    MatchModel model = estimated();

    assertThat(model.bits(Level.NAME_EXACT)).isEqualTo(12 + 7);
    assertThat(model.bits(Level.PHONE_EXACT)).isEqualTo(9 + 7);
    assertThat(model.bits(Level.PHONE_DIFFERENT)).isEqualTo(-1 - 7);
  }

  @Test
  void who_lives_next_door_is_never_taken_for_the_same_person() {
    patterns.add(SAME | bits(Level.STREET_NEIGHBOUR), EMAIL, 1_000);
    patterns.random().add(OTHER | bits(Level.STREET_DIFFERENT), 100_000);
    MatchModel model = estimated();

    assertThat(model.bits(Level.STREET_NEIGHBOUR)).isZero();
    assertThat(model.bits(Level.STREET_MOSTLY)).isPositive();
  }

  @Test
  void what_no_pair_at_random_says_is_by_chance_at_least_as_often_as_candidates_say_it() {
    start();
    long close = bits(Level.NAME_CLOSE, Level.BIRTH_DIFFERENT, Level.EMAIL_DIFFERENT);
    patterns.add(close, 0, 3_200);
    // 32 million pairs of 8,001 records, of which 3,200 are one in ten thousand.
    double byDefault = 200 * DEFAULTS.u(Level.NAME_CLOSE);
    assertThat(estimated().u(Level.NAME_CLOSE)).isCloseTo((10 + byDefault) / 100_210, within(1e-6));

    // At random they are seen more often than that.
    patterns.random().add(OTHER & ~bits(Level.NAME_DIFFERENT) | bits(Level.NAME_CLOSE), 100);
    assertThat(estimated().u(Level.NAME_CLOSE))
        .isCloseTo((100 + byDefault) / 100_300, within(1e-6));
  }

  @Test
  void candidates_that_are_of_one_person_are_not_alike_by_chance() {
    start();
    patterns.add(bits(Level.NAME_CLOSE, Level.BIRTH_EXACT, Level.EMAIL_EXACT), EMAIL, 3_200);
    assertThat(estimated().u(Level.NAME_CLOSE)).isLessThan(1e-5);
  }

  @Test
  void nothing_is_impossible() {
    patterns.add(SAME, EMAIL, 100_000);
    patterns.random().add(OTHER, 1_000_000_000);
    MatchModel model = estimated();

    assertThat(model.u(Level.NAME_EXACT)).isEqualTo(1e-6);
    assertThat(model.m(Level.NAME_DIFFERENT)).isEqualTo(1e-4);
  }

  @Test
  void what_was_counted_per_person_is_taken_as_it_is() {
    phones(700, 100, 200);
    exactU[Level.PHONE_EXACT.ordinal()] = 0.01;
    MatchModel model = estimated();

    assertThat(model.u(Level.PHONE_EXACT)).isEqualTo(0.01);
    assertThat(model.m(Level.PHONE_EXACT)).isCloseTo(750 / 1_100.0, NEARLY);
  }

  @Test
  void what_a_key_consists_of_says_nothing_about_those_who_share_it() {
    start();
    MatchModel model = estimated();

    assertThat(model.m(Level.EMAIL_EXACT)).isCloseTo(0.6, within(1e-9));
    assertThat(model.m(Level.NAME_EXACT)).isGreaterThan(0.9);
  }

  @Test
  void what_no_pair_at_random_says_weighs_what_it_does_by_default() {
    start();
    patterns.add(SAME | bits(Level.GENDER_EXACT), EMAIL, 1_000);
    MatchModel model = estimated();

    assertThat(model.m(Level.GENDER_EXACT)).isCloseTo((1_000 + 96) / 1_100.0, NEARLY);
    assertThat(model.bits(Level.GENDER_EXACT)).isEqualTo(0.5);
    assertThat(model.bits(Level.GENDER_DIFFERENT)).isEqualTo(-2.5);
  }

  @Test
  void what_cannot_match_is_no_match_whatever_it_weighs() {
    start();
    patterns.add(
        bits(Level.NAME_SURNAME_ONLY, Level.BIRTH_EXACT, Level.EMAIL_EXACT, Level.PHONE_EXACT),
        PHONE,
        500);
    MatchModel model = estimated();

    assertThat(model.m(Level.NAME_SURNAME_ONLY)).isCloseTo(3 / 1_100.0, NEARLY);
    assertThat(model.m(Level.EMAIL_EXACT)).isCloseTo(0.6, NEARLY);
  }

  @Test
  void two_people_do_not_come_to_one_address_by_chance() {
    start();
    patterns.random().add(bits(Level.NAME_EXACT, Level.EMAIL_EXACT), 1_000);
    double byDefault = 200 * DEFAULTS.u(Level.EMAIL_EXACT);
    assertThat(estimated().u(Level.EMAIL_EXACT)).isEqualTo(1e-6);

    // Unless they are clearly two.
    patterns
        .random()
        .add(bits(Level.NAME_DIFFERENT, Level.BIRTH_DIFFERENT, Level.EMAIL_EXACT), 300);
    assertThat(estimated().u(Level.EMAIL_EXACT))
        .isCloseTo((300 + byDefault) / 100_500, within(1e-6));
  }

  @Test
  void what_nearly_all_pairs_at_random_say_is_no_sign_of_one_person() {
    patterns.add(SAME, EMAIL, 1_000);
    patterns.random().add(bits(Level.NAME_EXACT, Level.BIRTH_EXACT), 900);
    patterns.random().add(OTHER, 100);
    // At most 2 of 1,000 pairs are of one person, so 900 that seem to be are 898 by chance at
    // least.
    assertThat(estimated().u(Level.NAME_EXACT)).isBetween(898 / 1_198.0, 900.1 / 1_200);
  }

  @Test
  void no_more_pairs_at_random_are_taken_for_one_person_than_there_can_be() {
    patterns.add(SAME, EMAIL, 1_000);
    patterns.random().add(bits(Level.NAME_EXACT, Level.BIRTH_EXACT, Level.GENDER_EXACT), 900);
    patterns.random().add(OTHER | bits(Level.GENDER_DIFFERENT), 100);
    // Names and birth dates leave no doubt, however common they are here.
    exactU[Level.NAME_EXACT.ordinal()] = 1e-5;
    exactU[Level.BIRTH_EXACT.ordinal()] = 1e-5;
    double byDefault = 200 * DEFAULTS.u(Level.GENDER_EXACT);

    assertThat(estimated().u(Level.GENDER_EXACT)).isCloseTo((898 + byDefault) / 1_198, NEARLY);
  }

  @Test
  void a_few_pairs_at_random_are_of_one_person_and_do_not_count() {
    start();
    patterns.random().add(bits(Level.NAME_EXACT, Level.BIRTH_EXACT), 150);

    assertThat(estimated().u(Level.NAME_EXACT)).isLessThan(1e-4);
  }

  @Test
  void doubtful_pairs_count_as_often_as_they_are_likely_and_echoes_are_counted_but_not_weighed() {
    start(10_000);
    // No pair at random says any of it, so that it weighs what it does by default: -6 bits.
    patterns.add(
        bits(
            Level.EMAIL_EXACT,
            Level.GENDER_DIFFERENT,
            Level.ID_DIFFERENT,
            Level.STREET_DIFFERENT,
            Level.POSTCODE_DIFFERENT,
            Level.CITY_DIFFERENT),
        EMAIL,
        100);
    MatchModel model = estimated();

    // Nearly all pairs of the session match; no more than 99 of 100 are taken for granted.
    double matches = 100 * Prior.probability(Prior.logOdds(0.99) - 6);
    assertThat(matches).isBetween(60.0, 61.0);
    for (Level level : List.of(Level.STREET_DIFFERENT, Level.CITY_DIFFERENT)) {
      assertThat(model.m(level)).isCloseTo((matches + 30) / (matches + 100), NEARLY);
    }
  }

  @Test
  void hardly_any_match_among_the_pairs_of_a_key_is_still_one_in_ten_thousand() {
    start();
    patterns.add(
        bits(Level.PHONE_EXACT, Level.GENDER_DIFFERENT, Level.STREET_DIFFERENT), PHONE, 1_000_000);
    MatchModel model = estimated();

    double matches = 1_000_000 * Prior.probability(Prior.logOdds(1e-4) - 4);
    assertThat(matches).isBetween(6.0, 7.0);
    assertThat(model.m(Level.STREET_DIFFERENT))
        .isCloseTo((matches + 30) / (matches + 100), within(1e-6));
  }

  @Test
  void with_fewer_than_twenty_matches_only_what_is_by_chance_is_counted() {
    phones(0, 0, 0);
    patterns.add(SAME, EMAIL, 19);
    MatchModel few = estimated();

    assertThat(few.isEstimated()).isFalse();
    assertThat(few.origin()).isEqualTo("defaults, u counted: only 19 likely matches");
    assertThat(few.m(Level.NAME_EXACT)).isCloseTo(0.62, within(1e-9));
    assertThat(few.u(Level.PHONE_EXACT)).isCloseTo(0.005, NEARLY);
    assertThat(few.matchBits()).isEqualTo(Scores.MATCH_BITS);

    patterns.add(SAME, EMAIL, 2);
    assertThat(estimated().isEstimated()).isTrue();
  }

  @Test
  void twenty_matches_beyond_any_doubt_are_enough() {
    start(0);
    patterns.add(
        SAME | bits(Level.ID_EXACT, Level.STREET_EXACT, Level.POSTCODE_EXACT, Level.DOMAIN_EXACT),
        EMAIL,
        20);
    assertThat(estimated().isEstimated()).isTrue();
  }

  @Test
  void one_pair_of_several_keys_is_one_match() {
    start(0);
    patterns.add(SAME, EMAIL | PHONE, 15);

    assertThat(estimated().origin()).isEqualTo("defaults, u counted: only 15 likely matches");
  }

  @Test
  void fewer_than_twenty_five_different_records_teach_nothing() {
    phones(700, 100, 200);
    MatchModel model = new Estimation(patterns, RECORDS, 24, exactU).run();

    assertThat(model.isEstimated()).isFalse();
    assertThat(model.origin()).isEqualTo("defaults: only 24 different records");
    assertThat(model.bits(Level.PHONE_EXACT)).isEqualTo(9);
    assertThat(model.u(Level.PHONE_EXACT)).isEqualTo(DEFAULTS.u(Level.PHONE_EXACT));
    assertThat(model.possibleBits()).isEqualTo(Scores.POSSIBLE_BITS);
    assertThat(new Estimation(patterns, RECORDS, 25, exactU).run().isEstimated()).isTrue();
  }

  @Test
  void
      among_few_different_records_two_are_of_one_person_no_more_often_than_in_two_thousand_pairs() {
    start();
    assertThat(new Estimation(patterns, 25, 24, exactU).run().bits(Level.PRIOR)).isEqualTo(-11);
    MatchModel many = new Estimation(new Patterns(1), 4_001, 24, exactU).run();
    assertThat(many.bits(Level.PRIOR)).isCloseTo(Prior.logOdds(0.001 / 64), within(1e-9));
  }

  private void start() {
    start(1_000);
  }

  private void start(int matches) {
    if (matches > 0) {
      patterns.add(SAME, EMAIL, matches);
    }
    patterns.random().add(OTHER, 100_000);
  }

  /** The same with phone numbers, of which so many pairs of one person agree at each level. */
  private void phones(int exact, int oneEdit, int different) {
    long[] levels = {
      bits(Level.PHONE_EXACT), bits(Level.PHONE_ONE_EDIT), bits(Level.PHONE_DIFFERENT)
    };
    int[] matches = {exact, oneEdit, different};
    int[] random = {500, 400, 99_100};
    for (int i = 0; i < levels.length; i++) {
      if (matches[i] > 0) {
        patterns.add(SAME | levels[i], EMAIL, matches[i]);
      }
      patterns.random().add(OTHER | levels[i], random[i]);
    }
  }

  private MatchModel estimated() {
    return new Estimation(patterns, RECORDS, RECORDS, exactU).run();
  }

  private static long bits(Level... levels) {
    return ComparisonVector.of(List.of(levels)).bits();
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Record 1 matches both 0 and 2, who live in one home and are two people, unless a test differs.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmbiguityTest {

  private static final Level VAGUE = Level.NAME_SURNAME_ALONE;
  private static final Level[] TWINS = {
    Level.NAME_SURNAME_ONLY, Level.BIRTH_EXACT, Level.STREET_EXACT
  };

  private final WeightTable table = new WeightTable().with(0, 2, 12, TWINS);
  private final Pairs pairs = new Pairs();

  @Test
  void a_match_that_could_as_well_be_with_the_twin_does_not_count() {
    match(0, 1, 9, VAGUE, Level.BIRTH_EXACT);
    match(1, 2, 9, VAGUE, Level.BIRTH_EXACT);
    assertThat(clear()).isEmpty();
  }

  @Test
  void one_that_weighs_clearly_more_than_the_one_with_the_twin_counts() {
    match(0, 1, 15, VAGUE, Level.BIRTH_EXACT);
    match(1, 2, 9, VAGUE, Level.BIRTH_EXACT);
    assertThat(clear()).containsExactly(0);
  }

  @Test
  void nearly_clearly_more_is_not_enough() {
    match(0, 1, 14.9, VAGUE, Level.BIRTH_EXACT);
    match(1, 2, 9, VAGUE, Level.BIRTH_EXACT);
    assertThat(clear()).isEmpty();
  }

  @Test
  void two_that_are_not_known_to_be_two_people_are_no_rivals() {
    table.with(0, 2, 12, Level.NAME_EXACT, Level.BIRTH_EXACT, Level.STREET_EXACT);
    match(0, 1, 9, VAGUE, Level.BIRTH_EXACT);
    match(1, 2, 9, VAGUE, Level.BIRTH_EXACT);
    assertThat(clear()).containsExactly(0, 1);
  }

  @Test
  void who_lives_elsewhere_is_no_rival() {
    table.with(0, 2, 12, Level.NAME_SURNAME_ONLY, Level.NAME_GENERATION, Level.CITY_EXACT);
    match(0, 1, 9, VAGUE, Level.BIRTH_EXACT);
    match(1, 2, 9, VAGUE, Level.BIRTH_EXACT);
    assertThat(clear()).containsExactly(0, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"BIRTH_EXACT", "BIRTH_SWAPPED", "BIRTH_ONE_EDIT", "EMAIL_EXACT"})
  void clearly_one_name_and_one_birth_date_or_address_leave_no_doubt(Level level) {
    match(0, 1, 9, Level.NAME_FAIR, level);
    match(1, 2, 9, VAGUE, Level.BIRTH_EXACT);
    assertThat(clear()).containsExactly(0);
  }

  @Test
  void a_name_or_a_birth_date_alone_leaves_doubt() {
    match(0, 1, 9, Level.NAME_EXACT, Level.PHONE_EXACT);
    match(1, 2, 9, VAGUE, Level.BIRTH_EXACT);
    assertThat(clear()).isEmpty();
  }

  @Test
  void one_name_with_both_leaves_no_doubt_which_of_two_names_it_is() {
    table.with(0, 2, 12, Level.NAME_SURNAME_ONLY, Level.STREET_EXACT);
    match(0, 1, 9, Level.NAME_EXACT, Level.PHONE_EXACT);
    match(1, 2, 9, Level.NAME_CLOSE, Level.BIRTH_EXACT);
    assertThat(clear()).containsExactly(0, 1);
  }

  @Test
  void one_name_with_both_does_not_say_which_of_two_birth_dates_it_is() {
    table.with(0, 2, 12, Level.NAME_EXACT, Level.BIRTH_DIFFERENT, Level.STREET_EXACT);
    match(0, 1, 9, Level.NAME_EXACT, Level.STREET_EXACT);
    match(1, 2, 9, Level.NAME_EXACT, Level.STREET_EXACT);
    assertThat(clear()).isEmpty();
  }

  @Test
  void one_birth_date_with_both_leaves_no_doubt_which_of_two_it_is() {
    table.with(0, 2, 12, Level.NAME_EXACT, Level.BIRTH_DIFFERENT, Level.STREET_EXACT);
    match(0, 1, 9, VAGUE, Level.BIRTH_ONE_EDIT, Level.STREET_EXACT);
    match(1, 2, 9, VAGUE, Level.BIRTH_SWAPPED, Level.STREET_EXACT);
    assertThat(clear()).containsExactly(0, 1);
  }

  @ParameterizedTest
  @CsvSource({"BIRTH_EXACT, PHONE_EXACT", "PHONE_EXACT, BIRTH_EXACT"})
  void a_birth_date_that_only_one_of_two_agrees_with_leaves_open_whose_it_is(
      Level with, Level third) {
    table.with(0, 2, 12, Level.NAME_EXACT, Level.BIRTH_DIFFERENT, Level.STREET_EXACT);
    match(0, 1, 9, VAGUE, with);
    match(1, 2, 9, VAGUE, third);
    assertThat(clear()).isEmpty();
  }

  @Test
  void one_name_with_both_says_nothing_of_what_else_tells_two_apart() {
    table.with(
        0,
        2,
        12,
        Level.NAME_SURNAME_ONLY,
        Level.NAME_GENERATION,
        Level.GENDER_DIFFERENT,
        Level.STREET_EXACT);
    match(0, 1, 9, Level.NAME_EXACT);
    match(1, 2, 9, Level.NAME_CLOSE);
    assertThat(clear()).isEmpty();
  }

  @Test
  void an_id_leaves_no_doubt() {
    match(0, 1, 9, VAGUE, Level.ID_EXACT);
    match(1, 2, 9, VAGUE, Level.ID_EXACT);
    assertThat(clear()).containsExactly(0, 1);
  }

  @Test
  void the_rival_may_be_of_either_record_of_a_match() {
    match(0, 3, 9, VAGUE);
    match(2, 3, 9, VAGUE);
    match(4, 5, 9, VAGUE);
    match(4, 6, 9, VAGUE);
    table.with(5, 6, 12, TWINS);
    assertThat(clear()).isEmpty();
  }

  @Test
  void what_is_no_match_is_no_rival() {
    match(0, 1, 9, VAGUE);
    match(1, 2, 9, VAGUE);
    BitSet first = new BitSet();
    first.set(0);
    assertThat(ambiguity(first).clear().stream()).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({"25, true", "26, false"})
  void no_more_than_twenty_four_others_are_looked_at(int matches, boolean seen) {
    match(0, 1, 9, VAGUE);
    match(1, 2, 9, VAGUE);
    IntStream.rangeClosed(3, matches).forEach(other -> match(1, other, 9, VAGUE));
    assertThat(clear().contains(0)).isEqualTo(!seen);
  }

  private void match(int a, int b, double bits, Level... levels) {
    table.with(a, b, bits, levels);
    pairs.add(a, b, table.vector(a, b));
  }

  private List<Integer> clear() {
    BitSet all = new BitSet();
    all.set(0, pairs.size());
    return ambiguity(all).clear().stream().boxed().toList();
  }

  private Ambiguity ambiguity(BitSet matches) {
    return new Ambiguity(
        pairs,
        pair -> table.bits(pairs.left(pair), pairs.right(pair), pairs.vector(pair)),
        matches,
        table,
        40);
  }
}

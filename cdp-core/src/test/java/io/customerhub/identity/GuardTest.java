package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardTest {

  private static final Level NAMED = Level.NAME_EXACT;

  private final WeightTable table = new WeightTable();
  private final Guard guard = new Guard(table, (a, b) -> "");

  @Test
  void groups_that_agree_by_nothing_on_average_may_still_become_one() {
    table.with(0, 1, 4, NAMED).with(0, 2, -4, NAMED);
    assertThat(guard.refusal(group(0), group(1, 2))).isEmpty();
  }

  @Test
  void a_refusal_says_by_how_much_they_disagree_on_average() {
    table.with(0, 1, 4, NAMED).with(0, 2, -9, NAMED);
    assertThat(guard.refusal(group(0), group(1, 2)))
        .isEqualTo("their groups agree by -2.5 bits on average");
  }

  @Test
  void every_record_of_the_one_group_is_compared_with_every_one_of_the_other() {
    table.with(0, 2, -1, NAMED).with(0, 3, -2, NAMED).with(1, 2, -4, NAMED).with(1, 3, -9, NAMED);
    assertThat(guard.refusal(group(0, 1), group(2, 3)))
        .isEqualTo("their groups agree by -4.0 bits on average");
  }

  @Test
  void one_pair_counts_for_ten_bits_at_most_whatever_it_weighs() {
    table.with(0, 1, 90, NAMED).with(0, 2, -12, NAMED);
    assertThat(guard.refusal(group(0), group(1, 2))).isEmpty();
    table.with(0, 1, 9, NAMED);
    assertThat(guard.refusal(group(0), group(1, 2)))
        .isEqualTo("their groups agree by -0.5 bits on average");
  }

  @Test
  void a_forbidden_pair_speaks_against_it_however_much_it_weighs() {
    table.with(0, 1, 30, NAMED, Level.BIRTH_DIFFERENT, Level.STREET_EXACT);
    assertThat(guard.refusal(group(0), group(1)))
        .isEqualTo("their groups agree by -10.0 bits on average");
  }

  @Test
  void that_two_records_say_too_little_does_not_speak_against_it() {
    table.with(0, 1, 1, Level.STREET_EXACT, Level.CITY_EXACT);
    assertThat(guard.refusal(group(0), group(1))).isEmpty();
  }

  @Test
  void what_keeps_two_groups_apart_for_certain_is_the_reason_that_is_told() {
    Guard strict = new Guard(table.with(0, 1, 30, NAMED), (a, b) -> a[0] + " and " + b[0]);
    assertThat(strict.refusal(group(0), group(1))).isEqualTo("0 and 1");
    assertThat(strict.hardRefusal(group(0), group(1))).isEqualTo("0 and 1");
  }

  @ParameterizedTest
  @CsvSource({"1, 59, 59", "6, 10, 60", "1, 61, 31", "11, 11, 41", "50, 60, 60"})
  void of_large_groups_no_more_than_sixty_pairs_are_compared(int one, int other, int compared) {
    int[] first = IntStream.range(0, one).toArray();
    int[] second = IntStream.range(1_000, 1_000 + other).toArray();
    assertThat(guard.refusal(first, second)).isEmpty();
    assertThat(table.asked()).isEqualTo(compared);
  }

  @Test
  void what_is_compared_is_spread_over_both_groups() {
    int[] first = IntStream.range(0, 30).toArray();
    int[] second = IntStream.range(30, 60).toArray();
    IntStream.range(20, 30)
        .forEach(a -> IntStream.range(30, 60).forEach(b -> table.with(a, b, -6, NAMED)));
    assertThat(guard.refusal(first, second))
        .isEqualTo("their groups agree by -2.0 bits on average");
  }

  private static int[] group(int... records) {
    return records;
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackingTest {

  private static final Level NAMED = Level.NAME_EXACT;
  private static final int[] ONE = {0};

  private final WeightTable table = new WeightTable(/* families= */ false);
  private final Backing backing = new Backing(table);

  @Test
  void a_single_record_needs_two_that_match_whatever_the_others_weigh() {
    against(0, 10, 20, -6);
    match(0, 10, 11);
    assertThat(backing.suffices(ONE, from(10, 20))).isFalse();
    match(0, 19, 20);
    assertThat(backing.suffices(ONE, from(10, 20))).isTrue();
    assertThat(backing.suffices(from(10, 20), ONE)).isTrue();
  }

  @Test
  void of_two_single_records_the_mean_decides() {
    match(0, 10, 11);
    assertThat(backing.suffices(ONE, from(10, 11))).isFalse();
  }

  @Test
  void each_of_two_records_needs_three_on_average() {
    match(0, 10, 14);
    match(1, 10, 11);
    assertThat(backing.suffices(from(0, 2), from(10, 15))).isFalse();
    match(1, 14, 15);
    assertThat(backing.suffices(from(0, 2), from(10, 15))).isTrue();
    assertThat(backing.suffices(from(10, 15), from(0, 2))).isTrue();
  }

  @Test
  void each_of_three_records_and_more_needs_four_on_average() {
    IntStream.range(0, 5).forEach(a -> match(a, 10, 14));
    table.with(0, 10, -9, NAMED);
    assertThat(backing.suffices(from(0, 3), from(10, 15))).isFalse();
    assertThat(backing.suffices(from(0, 5), from(10, 15))).isFalse();
    match(0, 14, 15);
    assertThat(backing.suffices(from(0, 3), from(10, 15))).isTrue();
    assertThat(backing.suffices(from(0, 5), from(10, 15))).isTrue();
  }

  @Test
  void three_records_have_too_few_others_in_a_group_of_three() {
    IntStream.range(0, 3).forEach(a -> match(a, 10, 13));
    assertThat(backing.suffices(from(0, 3), from(10, 13))).isFalse();
  }

  @Test
  void what_is_as_likely_as_not_is_no_match() {
    match(0, 10, 11);
    table.with(0, 13, 0, NAMED);
    assertThat(backing.suffices(ONE, from(10, 14))).isFalse();
    table.with(0, 13, 0.1, NAMED);
    assertThat(backing.suffices(ONE, from(10, 14))).isTrue();
  }

  @Test
  void one_contradiction_is_too_many() {
    match(0, 10, 19);
    table.with(0, 19, 5, NAMED, Level.NAME_GENERATION);
    assertThat(backing.suffices(ONE, from(10, 20))).isFalse();
  }

  @Test
  void where_families_live_fathers_and_sons_match_in_many_pairs() {
    WeightTable families = new WeightTable(/* families= */ true);
    IntStream.range(10, 20).forEach(b -> families.with(0, b, 9, NAMED));
    assertThat(new Backing(families).suffices(ONE, from(10, 20))).isFalse();
  }

  @Test
  void who_is_not_told_does_not_match_and_does_not_contradict() {
    match(0, 10, 11);
    table.with(0, 13, 20, Level.STREET_EXACT);
    assertThat(backing.suffices(ONE, from(10, 14))).isFalse();
    match(0, 14, 15);
    assertThat(backing.suffices(ONE, from(10, 15))).isTrue();
  }

  @Test
  void of_large_groups_thirty_evenly_chosen_records_are_looked_at() {
    // Every second of sixty: the odd ones are never asked.
    IntStream.range(0, 60).forEach(a -> IntStream.range(100, 160).forEach(b -> with(a, b)));
    assertThat(backing.suffices(from(0, 60), from(100, 160))).isTrue();
    assertThat(table.asked()).isEqualTo(900);
  }

  private void with(int a, int b) {
    table.with(a, b, a % 2 == 0 && b % 2 == 0 ? 9 : -9, NAMED);
  }

  private void match(int a, int from, int to) {
    IntStream.range(from, to).forEach(b -> table.with(a, b, 3, NAMED));
  }

  private void against(int a, int from, int to, double bits) {
    IntStream.range(from, to).forEach(b -> table.with(a, b, bits, NAMED));
  }

  private static int[] from(int first, int end) {
    return IntStream.range(first, end).toArray();
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardedClusteringTest {

  private static final Level NAMED = Level.NAME_EXACT;

  private final WeightTable table = new WeightTable();
  private final Pairs pairs = new Pairs();
  private final Groups groups = new Groups(4);
  private final List<Integer> joined = new ArrayList<>();

  @Test
  void a_slightly_better_match_goes_first_and_keeps_the_other_out() {
    pair(0, 1, 5);
    pair(1, 2, 5.01);
    table.with(0, 2, -40, NAMED);

    GuardedClustering clustering = joinAll();

    assertThat(groups.groups()).containsExactly(0, 1, 1, 3);
    assertThat(joined).containsExactly(1);
    assertThat(clustering.refused()).isEqualTo(1);
  }

  @Test
  void of_equal_matches_the_first_pair_goes_first() {
    pair(0, 1, 5);
    pair(1, 2, 5);
    table.with(0, 2, -40, NAMED);

    joinAll();

    assertThat(groups.groups()).containsExactly(0, 0, 2, 3);
  }

  @Test
  void who_is_together_already_is_neither_joined_again_nor_refused() {
    pair(0, 1, 9);
    pair(0, 2, 8);
    pair(1, 2, 7);

    GuardedClustering clustering = joinAll();

    assertThat(groups.groups()).containsExactly(0, 0, 0, 3);
    assertThat(joined).containsExactly(0, 1);
    assertThat(clustering.refused()).isZero();
  }

  @Test
  void each_refused_merge_is_counted() {
    pair(0, 1, 9);
    pair(1, 2, 8);
    pair(1, 3, 7);
    table.with(0, 2, -40, NAMED).with(0, 3, -40, NAMED);

    assertThat(joinAll().refused()).isEqualTo(2);
  }

  @Test
  void what_is_no_match_joins_nobody() {
    pair(0, 1, 9);
    pair(2, 3, 9);
    BitSet second = new BitSet();
    second.set(1);

    clustering().join(second, joined::add);

    assertThat(groups.groups()).containsExactly(0, 1, 2, 2);
  }

  @Test
  void only_where_families_live_can_a_match_be_as_well_with_somebody_else() {
    WeightTable none = new WeightTable(false);
    for (WeightTable at : List.of(table, none)) {
      at.with(0, 1, 9, Level.NAME_SURNAME_ALONE, Level.BIRTH_EXACT);
      at.with(1, 2, 9, Level.NAME_SURNAME_ALONE, Level.BIRTH_EXACT);
      at.with(0, 2, 9, Level.NAME_SURNAME_ONLY, Level.STREET_EXACT);
    }
    pairs.add(0, 1, table.vector(0, 1));
    pairs.add(1, 2, table.vector(1, 2));

    assertThat(clustering().clear(all(), table, 3).isEmpty()).isTrue();
    assertThat(clustering().clear(all(), none, 3)).isEqualTo(all());
  }

  private void pair(int a, int b, double bits) {
    table.with(a, b, bits, NAMED);
    pairs.add(a, b, table.vector(a, b));
  }

  private GuardedClustering joinAll() {
    GuardedClustering clustering = clustering();
    clustering.join(all(), joined::add);
    return clustering;
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, pairs.size());
    return all;
  }

  private GuardedClustering clustering() {
    return new GuardedClustering(pairs, this::bits, new Guard(table, (a, b) -> ""), groups);
  }

  private double bits(int pair) {
    return table.bits(pairs.left(pair), pairs.right(pair), pairs.vector(pair));
  }
}

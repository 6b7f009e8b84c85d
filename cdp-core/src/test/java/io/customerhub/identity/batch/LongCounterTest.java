package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongCounterTest {

  private final LongCounter counter = new LongCounter();

  @Test
  void counts_what_a_map_counts_and_tells_it_in_order() {
    for (long seed = 1; seed <= 20; seed++) {
      Random dice = new Random(seed);
      LongCounter counted = new LongCounter();
      TreeMap<Long, Long> expected = new TreeMap<>();
      for (int i = 0; i < 3_000; i++) {
        // Few and many different ones, with bits high and low.
        long key = (long) dice.nextInt(1 << (seed % 12)) << dice.nextInt(50);
        counted.add(key, 1 + i % 3);
        expected.merge(key, 1L + i % 3, Long::sum);
      }
      assertThat(inOrder(counted)).as("seed %d", seed).isEqualTo(expected);
      assertThat(toMap(counted)).as("seed %d", seed).isEqualTo(expected);
      assertThat(counted.total())
          .as("seed %d", seed)
          .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  void an_empty_one_tells_nothing() {
    assertThat(inOrder(counter)).isEmpty();
    assertThat(counter.total()).isZero();
  }

  @Test
  void what_is_added_after_it_was_told_is_told_as_well() {
    counter.add(7, 2);
    assertThat(inOrder(counter)).containsExactly(Map.entry(7L, 2L));
    counter.add(7, 3);
    counter.add(-1, 4);
    assertThat(inOrder(counter)).containsExactly(Map.entry(-1L, 4L), Map.entry(7L, 5L));
  }

  @Test
  void another_one_is_added_number_by_number() {
    LongCounter other = new LongCounter();
    other.add(1, 10);
    other.add(0, 20);
    counter.add(1, 1);
    counter.addAll(other);
    assertThat(inOrder(counter)).containsExactly(Map.entry(0L, 20L), Map.entry(1L, 11L));
    assertThat(counter.total()).isEqualTo(31);
    assertThat(other.total()).isEqualTo(30);
  }

  private static TreeMap<Long, Long> inOrder(LongCounter counter) {
    TreeMap<Long, Long> told = new TreeMap<>();
    counter.forEachSorted(
        (key, count) -> {
          assertThat(told.higherKey(key)).isNull();
          assertThat(told.put(key, count)).isNull();
        });
    return told;
  }

  private static Map<Long, Long> toMap(LongCounter counter) {
    Map<Long, Long> told = new HashMap<>();
    counter.forEach((key, count) -> assertThat(told.put(key, count)).isNull());
    return told;
  }
}

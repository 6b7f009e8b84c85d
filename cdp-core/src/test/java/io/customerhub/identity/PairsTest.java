package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PairsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 5_000})
  void what_is_in_files_is_as_what_is_in_memory(int inMemory) {
    int many = inMemory == 0 ? 1_100_000 : 6_000;
    Pairs expected = new Pairs();
    Pairs pairs = new Pairs(inMemory);
    Random random = new Random(inMemory);
    for (int i = 0; i < many; i++) {
      // Several left ones in any order to each right one.
      int left = random.nextInt(50);
      long vector = random.nextLong();
      expected.add(left, i / 7, vector);
      pairs.add(left, i / 7, vector);
    }
    requireEqual(pairs, expected);

    Pairs joined = new Pairs(inMemory);
    joined.addAll(expected);
    requireEqual(joined, expected);
  }

  @Test
  void pairs_of_one_right_record_are_kept_by_the_left_one_across_the_border() {
    Pairs pairs = new Pairs(2);
    for (int left : new int[] {5, 3, 9, 1}) {
      pairs.add(left, 10, left);
    }
    pairs.add(0, 11, 0);
    int[] order = {1, 3, 5, 9, 0};
    for (int i = 0; i < order.length; i++) {
      assertThat(pairs.left(i)).isEqualTo(order[i]);
      assertThat(pairs.right(i)).isEqualTo(i < 4 ? 10 : 11);
      assertThat(pairs.vector(i)).isEqualTo(order[i]);
    }
  }

  private static void requireEqual(Pairs pairs, Pairs expected) {
    assertThat(pairs.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      if (pairs.left(i) != expected.left(i)
          || pairs.right(i) != expected.right(i)
          || pairs.vector(i) != expected.vector(i)) {
        throw new AssertionError("pair " + i + " of " + pairs.size());
      }
    }
  }
}

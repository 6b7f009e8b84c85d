package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentRoundTripTest {

  private static final int CASES = 3_000;

  @Test
  void text_reads_back_as_what_was_printed() {
    for (long seed = 0; seed < CASES; seed++) {
      Condition condition = tree(seed);
      String text = SegmentText.print(condition);
      Condition read = SegmentText.parse(text);

      assertThat(read).as("seed %s: %s", seed, text).isEqualTo(condition);
      assertThat(SegmentText.print(read)).as("seed %s", seed).isEqualTo(text);
    }
  }

  @Test
  void json_reads_back_as_what_was_written() {
    for (long seed = 0; seed < CASES; seed++) {
      Condition condition = tree(seed);
      String json = SegmentJson.write(condition);
      Condition read = SegmentJson.read(json);

      assertThat(read).as("seed %s: %s", seed, json).isEqualTo(condition);
      assertThat(SegmentJson.write(read)).as("seed %s", seed).isEqualTo(json);
    }
  }

  @Test
  void a_calculation_reads_back_from_both_forms() {
    for (long seed = 0; seed < CASES; seed++) {
      Calculation calculation = new RandomTrees(new Random(seed)).calculation();
      String text = SegmentText.print(calculation);
      String json = SegmentJson.write(calculation);

      assertThat(SegmentText.parseCalculation(text)).as("seed %s", seed).isEqualTo(calculation);
      assertThat(SegmentJson.readCalculation(json)).as("seed %s", seed).isEqualTo(calculation);
    }
  }

  @Test
  void the_deepest_tree_reads_back_from_both_forms() {
    Condition deep = Conditions.trait("plan").notIn("gold", 1);
    for (int depth = 1; depth < SegmentLimits.DEPTH; depth++) {
      deep = depth % 2 == 0 ? Conditions.not(deep) : Conditions.atLeast(1, deep);
    }

    assertThat(SegmentText.parse(SegmentText.print(deep))).isEqualTo(deep);
    assertThat(SegmentJson.read(SegmentJson.write(deep))).isEqualTo(deep);
  }

  private static Condition tree(long seed) {
    Random random = new Random(seed);
    return new RandomTrees(random).tree(random.nextInt(5));
  }
}

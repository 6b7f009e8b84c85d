package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EditsTest {

  @Test
  void edits_are_those_of_commons_text_on_every_input() {
    for (int seed = 0; seed < 20_000; seed++) {
      Random dice = new Random(seed);
      String a = text(dice);
      String b = text(dice);
      for (int most = 1; most <= 3; most++) {
        assertThat(Similarity.edits(a, b, most))
            .as("seed %d, most %d", seed, most)
            .isEqualTo(new LevenshteinDistance(most).apply(a, b));
      }
    }
  }

  private static String text(Random dice) {
    StringBuilder text = new StringBuilder();
    for (int length = dice.nextInt(8); length > 0; length--) {
      text.append((char) ('a' + dice.nextInt(3)));
    }
    return text.toString();
  }
}

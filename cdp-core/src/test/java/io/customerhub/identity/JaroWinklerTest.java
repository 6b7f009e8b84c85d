package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JaroWinklerTest {

  private final JaroWinklerSimilarity reference = new JaroWinklerSimilarity();

  @ParameterizedTest
  @CsvSource({
    "'', '', 1.0",
    "foo, foo, 1.0",
    "'foo', 'foo ', 0.94",
    "'foo', 'foo  ', 0.91",
    "'foo', ' foo ', 0.87",
    "'foo', '  foo', 0.51",
    "'', a, 0.0",
    "aaapppp, '', 0.0",
    "frog, fog, 0.93",
    "fly, ant, 0.0",
    "elephant, hippo, 0.44",
    "hippo, elephant, 0.44",
    "hippo, zzzzzzzz, 0.0",
    "hello, hallo, 0.88",
    "ABC Corporation, ABC Corp, 0.91",
    "D N H Enterprises Inc, 'D & H Enterprises, Inc.', 0.95",
    "PENNSYLVANIA, PENNCISYLVNIA, 0.88"
  })
  void gives_the_documented_values(String left, String right, double expected) {
    assertThat(JaroWinkler.similarity(left, right))
        .isEqualTo(reference.apply(left, right))
        .isCloseTo(expected, within(0.03));
  }

  @Test
  void equals_the_reference_on_random_texts() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      String left = text(random);
      String right = random.nextBoolean() ? text(random) : typo(random, left);
      assertThat(JaroWinkler.similarity(left, right))
          .as("seed %d, try %d: %s, %s", seed, i, RandomText.escaped(left), right)
          .isEqualTo(reference.apply(left, right));
    }
  }

  @Test
  void a_cutoff_only_ever_turns_smaller_results_into_zero() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      String left = text(random);
      String right = random.nextBoolean() ? text(random) : typo(random, left);
      double cutoff = random.nextDouble();
      double whole = JaroWinkler.similarity(left, right);
      double cut = JaroWinkler.similarity(left, right, cutoff);
      assertThat(cut == whole || (cut == 0 && whole < cutoff))
          .as("seed %d, try %d: %s, %s at %s", seed, i, left, right, cutoff)
          .isTrue();
    }
  }

  private static String text(Random random) {
    int kind = random.nextInt(8);
    return switch (kind) {
      case 0 -> RandomText.of(random, random.nextInt(20));
      case 1 -> letters(random, random.nextInt(150));
      default -> letters(random, random.nextInt(12));
    };
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(5)));
    }
    return text.toString();
  }

  private static String typo(Random random, String text) {
    StringBuilder changed = new StringBuilder(text);
    int at = random.nextInt(text.length() + 1);
    if (random.nextBoolean() || at >= text.length()) {
      changed.insert(at, 'x');
    } else {
      changed.deleteCharAt(at);
    }
    return changed.toString();
  }
}

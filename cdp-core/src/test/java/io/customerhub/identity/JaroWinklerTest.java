package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
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
    pairs(
        (left, right, random, what) -> {
          double expected = reference.apply(left, right);
          assertThat(JaroWinkler.similarity(left, right)).as(what).isEqualTo(expected);
          assertThat(JaroWinkler.similarity(EncodedText.of(left), EncodedText.of(right)))
              .as(what)
              .isEqualTo(expected);
        });
  }

  @Test
  void a_cutoff_only_ever_turns_smaller_results_into_zero() {
    pairs(
        (left, right, random, what) -> {
          double expected = reference.apply(left, right);
          double cutoff = cutoff(random, expected);
          double cut = JaroWinkler.similarity(left, right, cutoff);
          assertThat(cut == expected || (cut == 0 && expected < cutoff))
              .as(() -> what.get() + " at " + cutoff)
              .isTrue();
          assertThat(JaroWinkler.similarity(EncodedText.of(left), EncodedText.of(right), cutoff))
              .as(() -> what.get() + " at " + cutoff)
              .isEqualTo(expected < cutoff ? 0 : expected);
        });
  }

  @Test
  void an_encoded_text_tells_its_length_and_nothing_else() {
    assertThat(EncodedText.of("martha")).hasToString("EncodedText[6]");
    assertThat(EncodedText.of("martha").text()).isEqualTo("martha");
  }

  /** Often the result itself or a neighbour of it, where rounding would show. */
  private static double cutoff(Random random, double result) {
    return switch (random.nextInt(4)) {
      case 0 -> result;
      case 1 -> Math.min(1, Math.nextUp(result));
      case 2 -> 0.7 + random.nextInt(30) / 100.0;
      default -> random.nextDouble();
    };
  }

  /** Receives two texts, and words for the message if something is wrong with them. */
  private interface PairCheck {
    void check(String left, String right, Random random, Supplier<String> what);
  }

  private static void pairs(PairCheck check) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 60_000; i++) {
      String left = text(random);
      String right = random.nextBoolean() ? text(random) : typo(random, left);
      int number = i;
      check.check(left, right, random, () -> words(seed, number, left, right));
    }
  }

  private static String words(long seed, int number, String left, String right) {
    return String.format(
        Locale.ROOT,
        "seed %d, try %d: %s, %s",
        seed,
        number,
        RandomText.escaped(left),
        RandomText.escaped(right));
  }

  private static String text(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> RandomText.of(random, random.nextInt(20));
      case 1 -> letters(random, random.nextInt(201), 5);
      case 2 -> letters(random, 60 + random.nextInt(8), 30);
      case 3 -> halves(random, random.nextInt(12));
      case 4 -> mixed(random, random.nextInt(30));
      case 5 -> letters(random, random.nextInt(30), 2);
      default -> letters(random, random.nextInt(12), 5);
    };
  }

  private static String letters(Random random, int length, int kinds) {
    return text(length, () -> (char) ('a' + random.nextInt(kinds)));
  }

  /** Surrogates in any order, which is no well-formed text. */
  private static String halves(Random random, int length) {
    return text(length, () -> (char) (Character.MIN_SURROGATE + 0x3FE + random.nextInt(4)));
  }

  private static String mixed(Random random, int length) {
    String characters = "abzABZ019 -.,'@`{/[\u00E9\u0130\uFF21";
    return text(length, () -> characters.charAt(random.nextInt(characters.length())));
  }

  private static String text(int length, Supplier<Character> next) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(next.get());
    }
    return text.toString();
  }

  private static String typo(Random random, String text) {
    StringBuilder changed = new StringBuilder(text);
    int at = random.nextInt(text.length() + 1);
    switch (at < text.length() ? random.nextInt(4) : 0) {
      case 0 -> changed.insert(at, 'x');
      case 1 -> changed.deleteCharAt(at);
      case 2 -> changed.setCharAt(at, text.charAt(random.nextInt(text.length())));
      default -> changed.reverse();
    }
    return changed.toString();
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainTextTest {

  private static final String LIKELY = "aAbZz09 -.,'`_/";

  @Test
  void words_are_those_of_any_text() {
    SplittableRandom dice = new SplittableRandom(11);
    for (int round = 0; round < 20_000; round++) {
      String text = text(dice);
      int most = 1 + dice.nextInt(FoldedText.TOKENS);
      assertThat(PlainText.words(text, most, FoldedText.TOKEN_LENGTH - 1))
          .as("round %d, at most %d of %s", round, most, text)
          .isEqualTo(FoldedText.words(text, most));
    }
  }

  @Test
  void apostrophes_do_not_end_a_word_and_all_else_does() {
    assertThat(FoldedText.tokens("O'Brien-SMITH, 2nd")).containsExactly("obrien", "smith", "2nd");
  }

  private static String text(SplittableRandom dice) {
    StringBuilder text = new StringBuilder();
    int length = dice.nextInt(dice.nextInt(10) == 0 ? 300 : 40);
    boolean anything = dice.nextBoolean();
    for (int i = 0; i < length; i++) {
      text.append(
          anything ? (char) dice.nextInt(128) : LIKELY.charAt(dice.nextInt(LIKELY.length())));
    }
    return text.toString();
  }
}

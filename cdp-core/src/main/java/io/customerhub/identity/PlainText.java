package io.customerhub.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;

/** Splits text of ASCII alone, which most is, into words: as {@link FoldedText}, but faster. */
final class PlainText {

  /** Lower case and digits as they are, upper case as lower case; 0 ends a word. */
  private static final byte[] FOLDED = new byte[128];

  /** Within a word and not part of it: O'Brien is one name. */
  private static final byte SILENT = 1;

  static {
    for (char c = '0'; c <= '9'; c++) {
      FOLDED[c] = (byte) c;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      FOLDED[c] = (byte) c;
      FOLDED[Character.toUpperCase(c)] = (byte) c;
    }
    FOLDED['\''] = SILENT;
    FOLDED['`'] = SILENT;
  }

  private PlainText() {}

  /**
   * Returns the first words in lower case.
   *
   * @param most how many
   * @param longest how many letters of each
   */
  static List<String> words(String text, int most, int longest) {
    String[] words = new String[Math.min(most, text.length() / 2 + 1)];
    byte[] word = new byte[Math.min(longest, text.length())];
    int count = 0;
    int length = 0;
    for (int i = 0; i < text.length() && count < most; i++) {
      byte folded = FOLDED[text.charAt(i)];
      if (folded > SILENT) {
        length = append(word, length, folded);
      } else if (folded != SILENT && length > 0) {
        words[count++] = word(word, length);
        length = 0;
      }
    }
    if (length > 0) {
      words[count++] = word(word, length);
    }
    return List.of(count == words.length ? words : Arrays.copyOf(words, count));
  }

  private static int append(byte[] word, int length, byte folded) {
    if (length == word.length) {
      return length;
    }
    word[length] = folded;
    return length + 1;
  }

  private static String word(byte[] letters, int length) {
    return new String(letters, 0, length, ISO_8859_1);
  }
}

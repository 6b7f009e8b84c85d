package io.customerhub.identity;

import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import java.text.Normalizer;
import java.util.Locale;

/** Brings the text of an identifier of any namespace to one form, before its own rules apply. */
final class CleanText {

  private CleanText() {}

  /**
   * Returns the text without invisible characters, trimmed, in normalisation form C.
   *
   * @throws NotAKey if it is too long, empty, not valid Unicode, or holds a control character
   */
  static String of(String given) throws NotAKey {
    // Before any Unicode work: normalising can make a text eighteen times as long.
    checkLength(given);
    String text =
        isPlain(given) ? given.strip() : Normalizer.normalize(visible(given), Normalizer.Form.NFC);
    if (text.isEmpty()) {
      throw new NotAKey(ReasonCode.IDENTIFIER_EMPTY, "nothing but white space or invisible text");
    }
    checkLength(text);
    return text;
  }

  /** Returns the text with compatibility forms folded and in lower case: for comparing only. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /**
   * Does nothing if the text is short enough for a key.
   *
   * @throws NotAKey if it is not
   */
  static void checkLength(String text) throws NotAKey {
    if (text.length() > Limits.IDENTIFIER_LENGTH) {
      throw new NotAKey(
          ReasonCode.TOO_LONG, "length " + text.length() + ", at most " + Limits.IDENTIFIER_LENGTH);
    }
  }

  private static boolean isPlain(String given) {
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String visible(String given) throws NotAKey {
    StringBuilder out = new StringBuilder(given.length());
    int width;
    for (int i = 0; i < given.length(); i += width) {
      int c = given.codePointAt(i);
      width = Character.charCount(c);
      check(c, i);
      if (!isIgnorable(c)) {
        out.appendCodePoint(c);
      }
    }
    return trimmed(out);
  }

  private static void check(int c, int index) throws NotAKey {
    if (c == 0) {
      throw refused(ReasonCode.NUL_CHAR, c, index);
    }
    int type = Character.getType(c);
    if (type == Character.CONTROL) {
      throw refused(ReasonCode.CONTROL_CHAR, c, index);
    }
    if (type == Character.SURROGATE) {
      throw refused(ReasonCode.LONE_SURROGATE, c, index);
    }
    if (isBidiControl(c)) {
      throw refused(ReasonCode.BIDI_CONTROL, c, index);
    }
  }

  private static NotAKey refused(ReasonCode code, int c, int index) {
    return new NotAKey(code, String.format(Locale.ROOT, "U+%04X at index %d", c, index));
  }

  private static boolean isBidiControl(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** Unicode's Default_Ignorable_Code_Point, without the bidirectional controls refused above. */
  private static boolean isIgnorable(int c) {
    return c == 0x00AD
        || c == 0x034F
        || (c >= 0x115F && c <= 0x1160)
        || (c >= 0x17B4 && c <= 0x17B5)
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0x200B && c <= 0x200D)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0x1BCA0 && c <= 0x1BCA3)
        || (c >= 0x1D173 && c <= 0x1D17A)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  private static String trimmed(StringBuilder text) {
    int from = 0;
    int to = text.length();
    // All of Unicode's white space lies in the basic plane.
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

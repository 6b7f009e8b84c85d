package io.customerhub.identity;

import com.google.common.base.CharMatcher;
import io.customerhub.identity.script.Romanization;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Folds text for comparing: no case, no accents, no punctuation, Latin letters. What was typed with
 * other habits or another keyboard comes out the same.
 */
final class FoldedText {

  /** Longest token kept: what {@link JaroWinkler} compares without allocation. */
  static final int TOKEN_LENGTH = Long.SIZE;

  /** Most tokens kept of one text. */
  static final int TOKENS = 10;

  /** So that two letters more, which one may be folded to, still fit. */
  private static final int LONGEST = TOKEN_LENGTH - 1;

  private FoldedText() {}

  /** Returns the folded words of a text, in order; at most {@value #TOKENS}. */
  static List<String> tokens(String text) {
    return tokens(text, TOKENS);
  }

  /** Returns the first folded words of a text, in order. */
  static List<String> tokens(String text, int most) {
    if (text.isEmpty()) {
      return List.of();
    }
    String cut = MatchFields.cut(text);
    return isPlain(cut) ? PlainText.words(cut, most, LONGEST) : words(cut, most);
  }

  /** Most texts are plain, and then there is nothing to take apart. */
  private static boolean isPlain(String text) {
    return CharMatcher.ascii().matchesAllOf(text);
  }

  /** Takes any text apart. */
  static List<String> words(String text, int most) {
    List<String> tokens = new ArrayList<>(4);
    StringBuilder token = new StringBuilder();
    // Decomposing can make a text eighteen times as long, so it comes cut.
    String decomposed = decomposed(text);
    int width;
    for (int i = 0; i < decomposed.length() && tokens.size() < most; i += width) {
      int c = decomposed.codePointAt(i);
      width = Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        appendFolded(token, c);
      } else if (!isSilent(c)) {
        flush(token, tokens);
      }
    }
    if (tokens.size() < most) {
      flush(token, tokens);
    }
    return List.copyOf(tokens);
  }

  private static String decomposed(String text) {
    String latin = Romanization.isNeeded(text) ? Romanization.of(text) : text;
    return Normalizer.normalize(latin, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a text with umlauts and their like written as two letters, as in Mueller for
   * M\u00FCller; the same text if it has none.
   */
  static String expanded(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 4);
    Normalizer.normalize(MatchFields.cut(text), Normalizer.Form.NFC)
        .chars()
        .forEach(c -> appendExpanded(out, (char) c));
    return out.toString();
  }

  private static void appendExpanded(StringBuilder out, char c) {
    switch (c) {
      case 0x00E4, 0x00C4 -> out.append("ae");
      case 0x00F6, 0x00D6, 0x00F8, 0x00D8 -> out.append("oe");
      case 0x00FC, 0x00DC -> out.append("ue");
      case 0x00E5, 0x00C5 -> out.append("aa");
      default -> out.append(c);
    }
  }

  /** Returns the folded words without anything between them. */
  static String joined(String text) {
    List<String> tokens = tokens(text);
    return tokens.size() == 1 ? tokens.get(0) : String.join("", tokens);
  }

  private static void flush(StringBuilder token, List<String> tokens) {
    if (!token.isEmpty()) {
      tokens.add(token.toString());
    }
    token.setLength(0);
  }

  private static void appendFolded(StringBuilder token, int c) {
    if (token.length() >= LONGEST) {
      return;
    }
    switch (c) {
      // What has a bar or is a ligature does not decompose. Eth is often typed for d with stroke.
      case 0x0111, 0x00F0 -> token.append('d');
      case 0x00F8 -> token.append('o');
      case 0x0142 -> token.append('l');
      case 0x0131 -> token.append('i');
      case 0x00DF -> token.append("ss");
      case 0x00E6 -> token.append("ae");
      case 0x0153 -> token.append("oe");
      case 0x00FE -> token.append("th");
      default -> token.appendCodePoint(c);
    }
  }

  /** Marks and apostrophes do not end a word: O'Brien is one name. */
  private static boolean isSilent(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || c == '\''
        || c == '`'
        || c == 0x2019
        || c == 0x2018
        || c == 0x00B4;
  }
}

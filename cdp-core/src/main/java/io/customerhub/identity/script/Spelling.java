package io.customerhub.identity.script;

import java.util.HashMap;
import java.util.Map;

/** Letters and how each is spelled in Latin ones; a letter that is not in it stays. Immutable. */
final class Spelling {

  private final Map<Integer, String> letters = new HashMap<>();

  private Spelling(String pairs) {
    for (String pair : pairs.split(" ", -1)) {
      int letter = pair.codePointAt(0);
      letters.put(letter, pair.substring(Character.charCount(letter)));
    }
  }

  /**
   * Returns a table.
   *
   * @param pairs a letter with its spelling behind it, separated by single blanks
   */
  static Spelling of(String pairs) {
    return new Spelling(pairs);
  }

  /** Returns how a letter is spelled. */
  String of(int letter) {
    String spelled = letters.get(letter);
    return spelled == null ? Character.toString(letter) : spelled;
  }

  String spelled(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(letter -> out.append(of(letter)));
    return out.toString();
  }
}

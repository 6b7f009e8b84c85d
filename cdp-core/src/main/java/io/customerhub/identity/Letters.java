package io.customerhub.identity;

/** Codes of a word that survive how it was typed or heard. */
final class Letters {

  private static final int CODE_LENGTH = 4;

  /** Sound class of each letter from a to z; 0 is not sounded. */
  private static final String CLASSES = "01230120022455012623010202";

  private Letters() {}

  /** Returns the characters of a word in order: equal for every transposition of them. */
  static String sorted(String word) {
    int[] letters = word.codePoints().sorted().toArray();
    return new String(letters, 0, letters.length);
  }

  /**
   * Returns the first letter and the classes of up to three sounded consonants, as Soundex does; of
   * a word in another script its first four characters.
   */
  static String sound(String word) {
    StringBuilder code = new StringBuilder(CODE_LENGTH);
    char last = '0';
    for (int i = 0; i < word.length() && code.length() < CODE_LENGTH; i++) {
      char letter = word.charAt(i);
      if (letter < 'a' || letter > 'z') {
        return prefix(word, CODE_LENGTH);
      }
      char sound = CLASSES.charAt(letter - 'a');
      if (i == 0) {
        code.append(letter);
      } else if (sound != '0' && sound != last) {
        code.append(sound);
      }
      last = sound;
    }
    return code.toString();
  }

  /** Returns up to so many first characters, and never half of a surrogate pair. */
  static String prefix(String word, int length) {
    if (word.length() <= length) {
      return word;
    }
    boolean splits = Character.isHighSurrogate(word.charAt(length - 1));
    return word.substring(0, splits ? length - 1 : length);
  }
}

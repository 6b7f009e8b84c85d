package io.customerhub.identity;

import io.customerhub.identity.script.KoreanName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a name that is written as one text. The surname is at the end, unless what follows it
 * cannot be one: initials, as in "Ivanov I. P.", or a patronymic, as in "Ivanov Ivan Petrovich"; or
 * unless the name is a Korean one.
 *
 * @param given the given names
 * @param surname the words of the surname
 */
record WholeName(List<String> given, List<String> surname) {

  private static final Pattern PATRONYMIC =
      Pattern.compile(
          ".{2,}(?:[eo]v[iy]ch|[eio]vna|in?ichna)|il[yj]?ich|kuzmich|lukich|fomich|nikitich");

  /** Initials of names in Cyrillic letters, in Latin ones. */
  private static final Set<String> LONG_INITIALS =
      Set.of("ch", "ia", "io", "iu", "ja", "jo", "ju", "kh", "sh", "ts", "ya", "yo", "yu", "zh");

  private static final int LEAST_INITIALS = 2;

  /**
   * Splits.
   *
   * @param words of the name, folded
   */
  static WholeName of(List<String> words) {
    int size = words.size();
    int initials = initials(words);
    if (initials > 0) {
      List<String> given = new ArrayList<>();
      words.subList(size - initials, size).forEach(word -> given.add(word.substring(0, 1)));
      return new WholeName(given, words.subList(0, size - initials));
    }
    if ((size == 3 && PATRONYMIC.matcher(words.get(2)).matches())
        || KoreanName.isSurnameInFront(words)) {
      return new WholeName(words.subList(1, size), words.subList(0, 1));
    }
    int last = Math.max(0, size - 1);
    return new WholeName(words.subList(0, last), words.subList(last, size));
  }

  /** Returns how many initials are behind a surname; one may as well be short for it: "Ada L." */
  private static int initials(List<String> words) {
    int initials = 0;
    boolean letter = false;
    for (int i = words.size() - 1; i > 0 && isInitial(words.get(i)); i--) {
      letter |= words.get(i).length() == 1;
      initials++;
    }
    boolean surname = words.size() > initials && !isInitial(words.get(0));
    return surname && letter && initials >= LEAST_INITIALS ? initials : 0;
  }

  private static boolean isInitial(String word) {
    return word.length() == 1 || LONG_INITIALS.contains(word);
  }
}

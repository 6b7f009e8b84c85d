package io.customerhub.identity.script;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/** Whole names in Chinese characters or hangul, which stand without a blank, surname first. */
final class EastAsianName {

  private static final int LONGEST = 4;

  private static final Set<String> LONG_SURNAMES =
      Set.of(
          "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "皇甫", "尉迟", "公孙", "公孫", "慕容", "令狐", "东方",
          "端木", "夏侯", "宇文", "长孙", "獨孤", "独孤");

  private EastAsianName() {}

  static String givenNameFirst(String name) {
    if (name.isEmpty() || name.charAt(0) < 0x2E80) {
      return name;
    }
    List<String> words = List.of(name.strip().split("[\\s\u3000]+", 3));
    if (!words.stream().allMatch(EastAsianName::isIdeographic) || words.size() > 2) {
      return name;
    }
    return words.size() == 2 ? words.get(1) + " " + words.get(0) : split(words.get(0));
  }

  private static String split(String name) {
    if (name.length() < 2 || name.length() > LONGEST) {
      return name;
    }
    String start = name.substring(0, 2);
    // Of four characters two are the surname in Japan, and in China if there are four at all.
    boolean isLong =
        name.length() > 2
            && (LONG_SURNAMES.contains(start)
                || Hangul.isLongSurname(start)
                || (name.length() == LONGEST && !Romanization.characters(name).isEmpty()));
    int surname = isLong ? 2 : 1;
    return name.substring(surname) + " " + name.substring(0, surname);
  }

  private static boolean isIdeographic(String word) {
    return !word.isEmpty()
        && (word.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
            || word.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HANGUL));
  }
}

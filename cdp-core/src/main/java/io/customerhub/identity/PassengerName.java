package io.customerhub.identity;

import io.customerhub.identity.script.ArabicName;
import java.util.List;

/**
 * Names as airlines write them: capital letters, the surname before a slash, and a title joined to
 * the given names, as in MARINO/CARMELAMRS.
 */
final class PassengerName {

  /** Of those that end alike the longest first. */
  private static final List<String> TITLES =
      List.of("MISS", "MSTR", "MRS", "MR", "MS", "CHD", "INF");

  /** Amr is a name, and A is none. */
  private static final int SHORTEST = 3;

  private PassengerName() {}

  /**
   * Returns whether a name is written so. Without a title only if it has no blank: two people may
   * stand beside a slash.
   */
  static boolean is(String text) {
    int slash = text.indexOf('/');
    String name = text.strip();
    return slash > 0
        && slash == text.lastIndexOf('/')
        && isWord(text, slash - 2)
        && isWord(text, slash + 1)
        && name.chars().allMatch(PassengerName::isOfName)
        && (name.indexOf(' ') < 0 || !title(name).isEmpty());
  }

  /** Returns the name with a comma behind the surname and without the title. */
  static String apart(String text) {
    String name = text.strip();
    int slash = name.indexOf('/');
    String given = name.substring(slash + 1, name.length() - title(name).length()).strip();
    return ArabicName.joined(name.substring(0, slash).strip()) + ", " + ArabicName.joined(given);
  }

  private static String title(String name) {
    String given = name.substring(name.indexOf('/') + 1);
    return TITLES.stream()
        .filter(given::endsWith)
        .filter(title -> given.length() - title.length() >= SHORTEST)
        .findFirst()
        .orElse("");
  }

  /** Not so S/O, whose son somebody is. */
  private static boolean isWord(String text, int at) {
    return at >= 0
        && at + 1 < text.length()
        && Character.isUpperCase(text.charAt(at))
        && Character.isUpperCase(text.charAt(at + 1));
  }

  private static boolean isOfName(int c) {
    return Character.isUpperCase(c) || c == '/' || c == ' ' || c == '-' || c == '\'';
  }
}

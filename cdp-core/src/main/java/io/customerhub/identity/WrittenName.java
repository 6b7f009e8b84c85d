package io.customerhub.identity;

import io.customerhub.identity.script.ArabicName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a name, as somebody has written it, what is not of it, and sets its words apart:
 * remarks in brackets, whose child or wife it is, words without a blank between them, the slash and
 * the title that airlines write. Names without any of that, nearly all, are given back as they are.
 */
final class WrittenName {

  private static final Pattern BRACKETS = Pattern.compile("[(\\[{][^)\\]}]*[)\\]}]?");

  /** S/O and the like, as in India; without the slash only where a whole name precedes. */
  private static final Pattern RELATION =
      Pattern.compile(
          "(?is)(?<=[\\p{L}\\p{M}.])(?:\\s+[swdc]\\s?/\\s?o\\b\\.?|\\s+(?:son|wife|daughter)\\s+of\\b"
              + "|(?<=(?-i:\\p{Ll})\\s{1,3}\\S{2,40})\\s+(?-i:[SW]O)\\b(?=\\s+\\p{L})).*");

  private static final Pattern MAY_BE_RELATION =
      Pattern.compile("(?i)\\s(?:[swdc]\\s?/|[sw]o\\b|\\w{3,8}\\s+of\\b)");

  private static final Pattern TWO_WORDS =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}'\u2019])(\\p{Lu}[\\p{Ll}\\p{M}]{2,})(?=\\p{Lu}[\\p{Ll}\\p{M}]{2})");

  private static final Pattern CAPITALISED =
      Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}]+(?:-\\p{L}[\\p{Ll}\\p{M}]*)*,?");

  /** What stands before the capital letter of one name: MacDonald, FitzGerald, VanDyke. */
  private static final Set<String> BEGINNINGS =
      Set.of(
          "mac", "fitz", "van", "von", "vander", "der", "del", "della", "des", "dos", "las", "los",
          "san", "saint", "ter", "ben", "abu", "abou", "abd", "abdul", "abdel", "bin");

  /** What a letter to somebody has behind the name, in Japan. */
  private static final char SAMA = '\u69D8';

  /** The same; a character of names as well. */
  private static final char DONO = '\u6BBF';

  /** Two letters in capitals may be initials. */
  private static final int LEAST_SURNAME = 3;

  private WrittenName() {}

  /** Returns a name, or a part of one, as it is to be split. */
  static String of(String text) {
    String name = withoutBrackets(text);
    int last = name.length() - 1;
    boolean honoured =
        last > 1
            && (name.charAt(last) == SAMA
                || (name.charAt(last) == DONO && Character.isWhitespace(name.charAt(last - 1))));
    if (honoured) {
      name = name.substring(0, last).stripTrailing();
    }
    if (name.indexOf('o') > 0 || name.indexOf('O') > 0) {
      name = MAY_BE_RELATION.matcher(name).find() ? RELATION.matcher(name).replaceFirst("") : name;
    }
    return ArabicName.joined(hasCapitalWithin(name) ? apart(name) : name);
  }

  /** Returns a whole name, with a comma behind its surname if that is plainly in front. */
  static String whole(String text) {
    if (PassengerName.is(text)) {
      return PassengerName.apart(text);
    }
    String name = of(text);
    int end = capitalsInFront(name);
    return end == 0 ? name : name.substring(0, end) + "," + name.substring(end);
  }

  private static String withoutBrackets(String text) {
    if (text.indexOf('(') < 0 && text.indexOf('[') < 0 && text.indexOf('{') < 0) {
      return text;
    }
    String without = BRACKETS.matcher(text).replaceAll(" ");
    return without.codePoints().anyMatch(Character::isLetter) ? without.strip() : text;
  }

  private static boolean hasCapitalWithin(String name) {
    for (int i = 1; i < name.length(); i++) {
      if (Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static String apart(String name) {
    Matcher words = TWO_WORDS.matcher(name);
    return words.replaceAll(
        word ->
            BEGINNINGS.contains(word.group(1).toLowerCase(Locale.ROOT))
                ? word.group(1)
                : word.group(1) + " ");
  }

  /**
   * Returns where words in capitals end that stand before others that are not, as in DUPONT Jean: a
   * surname; 0 if there are none.
   */
  private static int capitalsInFront(String name) {
    int end = 0;
    int at = 0;
    int letters = 0;
    while (at < name.length()) {
      int next = endOfWord(name, at);
      String word = name.substring(at, next);
      boolean title = end == 0 && PersonName.isTitle(word.replace(".", ""));
      if (!title && !isCapitals(word)) {
        break;
      }
      letters = title || isInitials(word) ? letters : Math.max(letters, word.length());
      end = title ? end : next;
      at = startOfWord(name, next);
    }
    return letters >= LEAST_SURNAME && isCapitalised(name, at) ? end : 0;
  }

  private static boolean isCapitals(String word) {
    return word.length() > 1
        && !PersonName.isTitle(word)
        && word.chars()
            .allMatch(c -> Character.isUpperCase(c) || c == '-' || c == '\'' || c == 0x2019);
  }

  /** Three letters that nobody can speak are initials, such as JRR. */
  private static boolean isInitials(String word) {
    return word.length() == LEAST_SURNAME
        && word.substring(1).chars().noneMatch(c -> "AEIOUY".indexOf(c) >= 0);
  }

  /** Returns whether a word with one capital letter in front starts here; not so McDonald. */
  private static boolean isCapitalised(String name, int at) {
    int end = endOfWord(name, at);
    if (end - at < 2 || !Character.isUpperCase(name.charAt(at))) {
      return false;
    }
    String word = name.substring(at, end);
    return !BEGINNINGS.contains(word.toLowerCase(Locale.ROOT))
        && !word.equals("Mc")
        && CAPITALISED.matcher(word).matches();
  }

  private static int endOfWord(String name, int from) {
    int at = from;
    while (at < name.length() && !Character.isWhitespace(name.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int startOfWord(String name, int from) {
    int at = from;
    while (at < name.length() && Character.isWhitespace(name.charAt(at))) {
      at++;
    }
    return at;
  }
}

package io.customerhub.identity;

import java.util.Set;

/**
 * Values that systems write when they know nobody: shared by thousands of visitors, so that joining
 * on one would make a single person of them all.
 */
final class Placeholders {

  private static final Set<String> WORDS =
      Set.of(
          "anonymous",
          "anonymous_id",
          "anonymousid",
          "anonymous user",
          "default",
          "device_id",
          "deviceid",
          "distinct_id",
          "distinctid",
          "e-mail",
          "email",
          "empty",
          "false",
          "guest",
          "id",
          "inf",
          "infinity",
          "invalid",
          "missing",
          "n.a.",
          "n/a",
          "#n/a",
          "na",
          "nan",
          "nil",
          "no",
          "none",
          "not available",
          "not provided",
          "not set",
          "not_authenticated",
          "not_set",
          "notset",
          "null",
          "(none)",
          "(not set)",
          "(null)",
          "<null>",
          "[null]",
          "{null}",
          "object",
          "[object object]",
          "phone",
          "placeholder",
          "tbd",
          "test",
          "true",
          "undefined",
          "unidentified",
          "unknown",
          "unset",
          "user",
          "user_id",
          "userid",
          "void",
          "xxx");

  private static final String QUOTES = "\"'`\u00B4\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB";

  private Placeholders() {}

  /** Returns whether a cleaned text of any namespace is a placeholder. */
  static boolean contains(String text) {
    String word = unquoted(CleanText.folded(text)).strip();
    return WORDS.contains(word) || word.equals("-1") || saysNothing(word) || isMaximalUuid(word);
  }

  /** Returns whether all digits of a text are the same one, and there are at least five. */
  static boolean repeatsOneDigit(String digits) {
    return digits.length() >= 5 && digits.chars().allMatch(c -> c == digits.charAt(0));
  }

  private static String unquoted(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && isQuote(word.charAt(from))) {
      from++;
    }
    while (from < to && isQuote(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0 || c == '\\';
  }

  /** Only zeroes and ASCII punctuation: 0, 0.0, 000-000, the zero UUID, ---, {}, ?. */
  private static boolean saysNothing(String word) {
    return word.chars().allMatch(c -> c == '0' || (c < 128 && !Character.isLetterOrDigit(c)));
  }

  private static boolean isMaximalUuid(String word) {
    return word.length() >= 32 && word.chars().allMatch(c -> c == 'f' || c == '-');
  }
}

package io.customerhub.segment;

/** Compares texts with patterns of {@code *}, {@code ?} and a backslash before what is meant. */
final class Wildcards {

  private Wildcards() {}

  /**
   * Each star takes as little as possible; only the last one met is ever given more, so the time is
   * the product of both lengths at most.
   */
  static boolean match(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int taken = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = ++p;
        taken = t;
      } else if (p < pattern.length() && matchesOne(pattern, p, text, t)) {
        t += width(pattern, p, text, t);
        p = next(pattern, p);
      } else if (star >= 0) {
        p = star;
        taken += Character.charCount(text.codePointAt(taken));
        t = taken;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean matchesOne(String pattern, int p, String text, int t) {
    return pattern.charAt(p) == '?' || pattern.charAt(literal(pattern, p)) == text.charAt(t);
  }

  private static int width(String pattern, int p, String text, int t) {
    return pattern.charAt(p) == '?' ? Character.charCount(text.codePointAt(t)) : 1;
  }

  private static int next(String pattern, int p) {
    return literal(pattern, p) + 1;
  }

  /** A backslash at the end stands for itself. */
  private static int literal(String pattern, int p) {
    return pattern.charAt(p) == '\\' && p + 1 < pattern.length() ? p + 1 : p;
  }
}

package io.customerhub.event;

/** Hides personal data in texts that may reach a log. */
public final class Masking {

  private Masking() {}

  /**
   * Returns a hint of the value: its first character, three stars, and of an e-mail address the top
   * of the domain. Values of up to three characters are hidden altogether.
   */
  public static String mask(String value) {
    if (value.codePointCount(0, value.length()) <= 3) {
      return "***";
    }
    String first = printable(value.codePointAt(0));
    int dot = value.lastIndexOf('.');
    boolean email =
        value.indexOf('@') > 0 && dot > value.indexOf('@') && value.length() - dot <= 10;
    return first + "***" + (email ? printable(value.substring(dot)) : "");
  }

  private static String printable(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || codePoint == '+' || codePoint == '-'
        ? Character.toString(codePoint)
        : "?";
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(c == '.' ? "." : printable(c)));
    return out.toString();
  }
}

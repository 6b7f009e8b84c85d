package io.customerhub.identity;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Phone numbers as they were written, for comparing where no key can be made of one: a number in
 * national form of nobody knows which nation is still the same number on another record.
 */
final class PhoneTexts {

  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

  /** A slash is within German numbers. */
  private static final Pattern SEVERAL = Pattern.compile("[;,|\\n\\r]+");

  private static final Pattern EXTENSION =
      Pattern.compile("(?i)[\\s,;]*(?:\\b(?:ext|extn|extension)\\b|x|#)[\\s.:]*\\d{1,6}\\s*$");

  private static final int LEAST_DIGITS = 6;
  private static final int MOST_DIGITS = 20;
  private static final int MOST = 8;

  private PhoneTexts() {}

  /**
   * Returns keys and the numbers of a text that none of the keys was made of.
   *
   * @param keys normalised numbers
   * @param text may hold several, separated by commas or semicolons
   */
  static List<String> with(List<String> keys, String text) {
    if (text.isEmpty()) {
      return List.copyOf(keys);
    }
    List<String> all = new ArrayList<>(keys);
    for (String one : SEVERAL.split(text, -1)) {
      String digits = digits(one);
      boolean more =
          isUsable(digits)
              && all.stream().noneMatch(known -> ContactComparison.isOnePhone(known, digits));
      if (more && all.size() < MOST) {
        all.add(digits);
      }
    }
    return List.copyOf(all);
  }

  private static String digits(String text) {
    String digits = DIGIT.retainFrom(EXTENSION.matcher(text).replaceFirst(""));
    return digits.startsWith("00") ? digits.substring(2) : digits;
  }

  private static boolean isUsable(String digits) {
    return digits.length() >= LEAST_DIGITS
        && digits.length() <= MOST_DIGITS
        && !Placeholders.repeatsOneDigit(digits);
  }
}

package io.customerhub.identity;

import org.jspecify.annotations.Nullable;

/** Compares dates of birth as eight digits, year first. */
final class BirthDateComparison {

  /** From here on the same day in another year is more likely a parent's than a typing error. */
  private static final int GENERATION_YEARS = 15;

  private BirthDateComparison() {}

  /** Returns the level, or null if a date is missing. */
  static @Nullable Level level(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return null;
    }
    if (a.equals(b)) {
      return Level.BIRTH_EXACT;
    }
    boolean sameYear = a.regionMatches(0, b, 0, 4);
    if (sameYear && a.regionMatches(4, b, 6, 2) && a.regionMatches(6, b, 4, 2)) {
      return Level.BIRTH_SWAPPED;
    }
    if (!sameYear && a.regionMatches(4, b, 4, 4) && yearsApart(a, b) >= GENERATION_YEARS) {
      return Level.BIRTH_YEARS_APART;
    }
    return byEdits(a, b, sameYear);
  }

  private static Level byEdits(String a, String b, boolean sameYear) {
    int different = different(a, b);
    if (different == 1 || (different == 2 && neighboursSwapped(a, b))) {
      return Level.BIRTH_ONE_EDIT;
    }
    if (sameYear && (a.endsWith("0101") || b.endsWith("0101"))) {
      return Level.BIRTH_YEAR_KNOWN;
    }
    // Two wrong digits in one part of the date are one mistake; in two parts they are another date.
    if (different == 2 && (sameYear || a.regionMatches(4, b, 4, 4))) {
      return Level.BIRTH_TWO_EDITS;
    }
    return sameYear ? Level.BIRTH_SAME_YEAR : Level.BIRTH_DIFFERENT;
  }

  private static int yearsApart(String a, String b) {
    return Math.abs(Integer.parseInt(a, 0, 4, 10) - Integer.parseInt(b, 0, 4, 10));
  }

  private static int different(String a, String b) {
    int count = 0;
    for (int i = 0; i < a.length(); i++) {
      count += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return count;
  }

  private static boolean neighboursSwapped(String a, String b) {
    for (int i = 0; i + 1 < a.length(); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i);
      }
    }
    return false;
  }
}

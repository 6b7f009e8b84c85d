package io.customerhub.identity;

import org.jspecify.annotations.Nullable;

/**
 * Compares dates of birth: eight decimal digits, year first, four bits each; those that are not
 * known are 0.
 */
final class BirthDateComparison {

  /** From here on the same day in another year is more likely a parent's than a typing error. */
  private static final int GENERATION_YEARS = 15;

  private static final int DAY_AND_MONTH = 0xFFFF;
  private static final int YEAR = 0xFFFF0000;
  private static final int MONTH = 0xFF00;
  private static final int DAY = 0xFF;
  private static final int FIRST_OF_JANUARY = 0x0101;
  private static final int LOWEST_BITS = 0x11111111;

  private BirthDateComparison() {}

  /** Returns a date's digits as a number of four bits each. */
  static int packed(String digits) {
    return Integer.parseUnsignedInt(digits, 16);
  }

  /** Returns the level, or null if a date is missing. */
  static @Nullable Level level(@Nullable String a, @Nullable String b) {
    return a == null || b == null ? null : level(packed(a), packed(b));
  }

  /** Returns the level of two packed dates. */
  static Level level(int a, int b) {
    if (isPartial(a) || isPartial(b)) {
      return ofPartial(a, b);
    }
    if (a == b) {
      return Level.BIRTH_EXACT;
    }
    boolean sameYear = a >>> 16 == b >>> 16;
    if (sameYear && (a & 0xFF) == ((b >>> 8) & 0xFF) && (b & 0xFF) == ((a >>> 8) & 0xFF)) {
      return Level.BIRTH_SWAPPED;
    }
    boolean sameDay = (a & DAY_AND_MONTH) == (b & DAY_AND_MONTH);
    if (!sameYear && sameDay && Math.abs(year(a) - year(b)) >= GENERATION_YEARS) {
      return Level.BIRTH_YEARS_APART;
    }
    return byEdits(a, b, sameYear, sameDay);
  }

  /** Of one side no more than the year, or the year and the month, is known. */
  private static Level ofPartial(int a, int b) {
    if (a >>> 16 == b >>> 16) {
      int months = (a ^ b) & MONTH;
      boolean known = (a & MONTH) != 0 && (b & MONTH) != 0;
      return known && months != 0 ? Level.BIRTH_SAME_YEAR : Level.BIRTH_YEAR_KNOWN;
    }
    int years = different(a & YEAR, b & YEAR);
    boolean mistyped = years == 1 || (years == 2 && neighboursSwapped(a & YEAR, b & YEAR));
    return mistyped || Math.abs(year(a) - year(b)) == 1
        ? Level.BIRTH_SAME_YEAR
        : Level.BIRTH_DIFFERENT;
  }

  private static boolean isPartial(int date) {
    return (date & DAY) == 0;
  }

  private static Level byEdits(int a, int b, boolean sameYear, boolean sameDay) {
    int different = different(a, b);
    if (different == 1 || (different == 2 && neighboursSwapped(a, b))) {
      return Level.BIRTH_ONE_EDIT;
    }
    if (sameYear && (isFirstOfJanuary(a) || isFirstOfJanuary(b))) {
      return Level.BIRTH_YEAR_KNOWN;
    }
    // Two wrong digits in one part of the date are one mistake; in two parts they are another date.
    if (different == 2 && (sameYear || sameDay)) {
      return Level.BIRTH_TWO_EDITS;
    }
    return sameYear ? Level.BIRTH_SAME_YEAR : Level.BIRTH_DIFFERENT;
  }

  private static boolean isFirstOfJanuary(int date) {
    return (date & DAY_AND_MONTH) == FIRST_OF_JANUARY;
  }

  private static int year(int date) {
    return 1000 * (date >>> 28)
        + 100 * ((date >>> 24) & 0xF)
        + 10 * ((date >>> 20) & 0xF)
        + ((date >>> 16) & 0xF);
  }

  private static int different(int a, int b) {
    int differing = a ^ b;
    int folded = differing | (differing >>> 2);
    return Integer.bitCount((folded | (folded >>> 1)) & LOWEST_BITS);
  }

  /** Of two digits that differ: whether they are neighbours and each is the other's. */
  private static boolean neighboursSwapped(int a, int b) {
    int second = 24 - (Integer.numberOfLeadingZeros(a ^ b) & ~3);
    return second >= 0
        && ((a >>> second) & 0xF) == ((b >>> (second + 4)) & 0xF)
        && ((b >>> second) & 0xF) == ((a >>> (second + 4)) & 0xF);
  }
}

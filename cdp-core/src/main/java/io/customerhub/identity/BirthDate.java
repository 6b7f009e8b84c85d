package io.customerhub.identity;

import com.google.common.base.CharMatcher;
import java.time.YearMonth;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates of birth to eight digits, year first. The digits need not form a date of the
 * calendar: a mistyped one still tells two people apart.
 */
final class BirthDate {

  private static final CharMatcher SEPARATOR = CharMatcher.anyOf("-/.");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].{0,40})?");

  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.] ?(\\d{1,2})[-/.] ?(\\d{4}|\\d{2})(?:[T ].{0,40})?");

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(\\p{L}{3,10})[-. ]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[-, ]{1,2}(\\d{4}|\\d{2})");

  private static final Pattern MONTH_SECOND =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?[-. ]{0,2}(?:de )?(\\p{L}{3,10})[-., ]{0,2}(?:de )?(\\d{4}|\\d{2})");

  /**
   * Two digits up to here are of this century. Fixed, since a record must not change its meaning
   * with the time at which it is read.
   */
  private static final String LAST_OF_CENTURY = "25";

  /** 1980年3月1日, and the same in Korean. */
  private static final Pattern CHARACTERS =
      Pattern.compile("(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월](?: ?(\\d{1,2}) ?[日일])?");

  private static final Pattern YEAR_OR_MONTH =
      Pattern.compile("((?:1[5-9]|20)\\d\\d)(?:[-/.](0?[1-9]|1[0-2]))?");

  /** Eight digits that cannot have the year in front. */
  private static final Pattern COMPACT_YEAR_LAST =
      Pattern.compile("([0-3]\\d)([0-3]\\d)((?:1[89]|20)\\d\\d)");

  private static final Pattern DIGITS = Pattern.compile("\\d{8}");

  private static final int MISPLACED = 10;
  private static final String NOT_KNOWN = "00";

  /** Of yyyy-mm-dd. */
  private static final int ISO_LENGTH = 10;

  /** What systems store for "not known". */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "00000000",
          "00010101",
          "18000101",
          "18991230",
          "18991231",
          "19000000",
          "19000101",
          "19010101",
          "19700101",
          "99991231",
          "11111111",
          "99999999");

  private BirthDate() {}

  /** Returns whether eight digits, year first, are a date of the calendar; not if they are null. */
  static boolean isOfCalendar(@Nullable String digits) {
    if (digits == null) {
      return false;
    }
    int month = Integer.parseInt(digits.substring(4, 6));
    int day = Integer.parseInt(digits.substring(6));
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(Integer.parseInt(digits.substring(0, 4)), month).lengthOfMonth();
  }

  /**
   * Returns yyyymmdd of a date written as yyyy-mm-dd, yyyymmdd, dd/mm/yyyy, dd.mm.yy, Mar 3 1980 or
   * 3. März 1980; of 1980 and 1980-03 with 0 for what is not known; null if the text is none of
   * these or a placeholder. Where only mm/dd/yyyy can be meant, it is.
   */
  static @Nullable String digits(String text) {
    String digits = text.isBlank() ? null : read(text.strip());
    return digits == null || PLACEHOLDERS.contains(digits) ? null : digits;
  }

  private static @Nullable String read(String text) {
    return isIso(text)
        ? text.substring(0, 4) + text.substring(5, 7) + text.substring(8)
        : readAnyWay(text);
  }

  /** As nearly all dates are, which need no patterns then. */
  private static boolean isIso(String text) {
    if (text.length() != ISO_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    for (int i = 0; i < ISO_LENGTH; i++) {
      char c = text.charAt(i);
      if (i != 4 && i != 7 && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String readAnyWay(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return yearFirst.group(1) + two(yearFirst.group(2)) + two(yearFirst.group(3));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return year(yearLast.group(3)) + monthAndDay(two(yearLast.group(1)), two(yearLast.group(2)));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    if (monthFirst.matches()) {
      return named(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2));
    }
    Matcher monthSecond = MONTH_SECOND.matcher(text);
    if (monthSecond.matches()) {
      return named(monthSecond.group(3), monthSecond.group(2), monthSecond.group(1));
    }
    return readOtherwise(text);
  }

  private static @Nullable String readOtherwise(String text) {
    Matcher partly = YEAR_OR_MONTH.matcher(text);
    if (partly.matches()) {
      return partly.group(1) + orNotKnown(partly.group(2)) + NOT_KNOWN;
    }
    Matcher characters = CHARACTERS.matcher(text);
    if (characters.matches()) {
      return characters.group(1) + two(characters.group(2)) + orNotKnown(characters.group(3));
    }
    // A separator in the wrong place is no reason to know less.
    String digits = text.length() <= MISPLACED ? SEPARATOR.removeFrom(text) : "";
    Matcher yearLast = COMPACT_YEAR_LAST.matcher(digits);
    if (yearLast.matches() && !isOfCalendar(digits)) {
      String read = yearLast.group(3) + monthAndDay(yearLast.group(1), yearLast.group(2));
      return isOfCalendar(read) ? read : digits;
    }
    return DIGITS.matcher(digits).matches() ? digits : null;
  }

  /** Returns whether eight digits are a date of the calendar, or a year or month. */
  static boolean isReadable(@Nullable String digits) {
    return isOfCalendar(digits) || (digits != null && isPartial(digits));
  }

  /** Returns whether no more than the year, or the year and the month, is known. */
  static boolean isPartial(String digits) {
    return digits.endsWith(NOT_KNOWN);
  }

  private static String orNotKnown(@Nullable String digits) {
    return digits == null ? NOT_KNOWN : two(digits);
  }

  /** Day first unless it cannot be; where both can, comparing allows for the swap. */
  private static String monthAndDay(String first, String second) {
    return second.compareTo("12") > 0 && first.compareTo("12") <= 0
        ? first + second
        : second + first;
  }

  private static @Nullable String named(String year, String month, String day) {
    int number = MonthNames.of(month);
    return number == 0 ? null : year(year) + two("" + number) + two(day);
  }

  private static String year(String digits) {
    if (digits.length() == 4) {
      return digits;
    }
    return (digits.compareTo(LAST_OF_CENTURY) <= 0 ? "20" : "19") + digits;
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }
}

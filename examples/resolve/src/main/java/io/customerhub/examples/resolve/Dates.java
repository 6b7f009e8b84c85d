package io.customerhub.examples.resolve;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order a column writes the parts of its dates: no single date can say it. */
final class Dates {

  private static final String TIME = "(?:[T ].{0,30})?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("((?:1[5-9]|20)\\d\\d)[-/. ](\\d{1,2})[-/. ](\\d{1,2})\\.?" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/. ]{1,2}(\\d{1,2})[-/. ]{1,2}((?:1[89]|20)?\\d\\d)" + TIME);
  private static final Pattern COMPACT =
      Pattern.compile("((?:1[89]|20)\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])");

  /** 1980年3月1日, and the same in Korean. */
  private static final Pattern CHARACTERS =
      Pattern.compile("((?:1[89]|20)\\d\\d) ?[年년] ?\\d{1,2} ?[月월](?: ?\\d{1,2} ?[日일])?");

  private static final Pattern COMPACT_YEAR_LAST =
      Pattern.compile("(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|[12]\\d|3[01])((?:1[89]|20)\\d\\d)");
  private static final Pattern MONTH =
      Pattern.compile("((?:1[89]|20)\\d\\d)[-/.](?:0?[1-9]|1[0-2])");
  private static final Pattern MONTH_NAME =
      Pattern.compile(
          "(?:\\d{1,2}(?:st|nd|rd|th)?[-. ]{1,2})?\\p{L}{3,9}[-.]?[-,. ]{1,2}"
              + "(?:\\d{1,2}(?:st|nd|rd|th)?[-,. ]{1,3})?((?:1[89]|20)?\\d\\d)");

  /** As airlines write them: 17JAN57. */
  private static final Pattern JOINED =
      Pattern.compile(
          "(?i)\\d{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)((?:1[89]|20)?\\d\\d)");

  /** Whose first group is the year. */
  private static final List<Pattern> YEARS =
      List.of(YEAR_FIRST, COMPACT, COMPACT_YEAR_LAST, CHARACTERS, MONTH, JOINED);

  private Dates() {}

  static boolean isDate(String value) {
    return YEAR_FIRST.matcher(value).matches()
        || YEAR_LAST.matcher(value).matches()
        || COMPACT.matcher(value).matches()
        || COMPACT_YEAR_LAST.matcher(value).matches()
        || CHARACTERS.matcher(value).matches()
        || MONTH.matcher(value).matches()
        || JOINED.matcher(value).matches()
        || MONTH_NAME.matcher(value).matches();
  }

  /** Returns whether the dates of a column have the month before the day. */
  static boolean monthFirst(List<String> values) {
    int monthFirst = 0;
    int dayFirst = 0;
    for (String value : values) {
      Matcher date = YEAR_LAST.matcher(value);
      if (date.matches()) {
        monthFirst += Integer.parseInt(date.group(2)) > 12 ? 1 : 0;
        dayFirst += Integer.parseInt(date.group(1)) > 12 ? 1 : 0;
      }
    }
    return monthFirst > dayFirst;
  }

  /** Returns a date with the month first as one with the day first; anything else as it is. */
  static String dayFirst(String value) {
    Matcher date = YEAR_LAST.matcher(value);
    return date.matches() && Integer.parseInt(date.group(1)) <= 12
        ? date.group(2) + "/" + date.group(1) + "/" + date.group(3)
        : value;
  }

  /** Returns over how many years dates reach, the outermost few aside. */
  static int years(List<String> values) {
    List<Integer> years = values.stream().map(Dates::year).filter(y -> y > 0).sorted().toList();
    if (years.isEmpty()) {
      return 0;
    }
    int few = years.size() / 20;
    IntSummaryStatistics inner =
        years.subList(few, years.size() - few).stream().mapToInt(y -> y).summaryStatistics();
    return inner.getMax() - inner.getMin();
  }

  private static int year(String value) {
    for (Pattern pattern : YEARS) {
      Matcher date = pattern.matcher(value);
      if (date.matches()) {
        return Integer.parseInt(date.group(1));
      }
    }
    Matcher last = YEAR_LAST.matcher(value);
    if (last.matches()) {
      return Integer.parseInt(last.group(3));
    }
    Matcher named = MONTH_NAME.matcher(value);
    return named.matches() ? Integer.parseInt(named.group(1)) : 0;
  }
}

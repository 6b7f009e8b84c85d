package io.customerhub.identity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Months by the first letters of their names in the larger European languages. */
final class MonthNames {

  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    put(1, "jan jän ene gen");
    put(2, "feb fév fev");
    put(3, "mar mär mrt maa");
    put(4, "apr avr abr");
    put(5, "may mai mei mag");
    put(6, "jun juin giu");
    put(7, "jul juil lug");
    put(8, "aug aoû aou ago");
    put(9, "sep set");
    put(10, "oct okt oto ott out");
    put(11, "nov");
    put(12, "dec dez déc dic");
  }

  private MonthNames() {}

  /** Returns 1 to 12, or 0 if the word names no month. */
  static int of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int four = MONTHS.getOrDefault(Letters.prefix(lower, 4), 0);
    return four > 0 ? four : MONTHS.getOrDefault(Letters.prefix(lower, 3), 0);
  }

  private static void put(int month, String starts) {
    for (String start : starts.split(" ", -1)) {
      MONTHS.put(start, month);
    }
  }
}

package io.customerhub.segment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Periods of the calendar. */
public enum Period {
  /** From midnight to midnight. */
  DAY,
  /** From Monday to Sunday. */
  WEEK,
  /** From the first of a month to its last day. */
  MONTH,
  /** Three months, the first of them January, April, July or October. */
  QUARTER,
  /** From January to December. */
  YEAR;

  /** Returns the English word. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the first day of the period that a day is in. */
  LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /** Returns the first day of the period so many after the one that starts on a day. */
  LocalDate plus(LocalDate first, long periods) {
    return switch (this) {
      case DAY -> first.plusDays(periods);
      case WEEK -> first.plusWeeks(periods);
      case MONTH -> first.plusMonths(periods);
      case QUARTER -> first.plusMonths(3 * periods);
      case YEAR -> first.plusYears(periods);
    };
  }
}

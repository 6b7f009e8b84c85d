package io.customerhub.segment;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * A length of time. Hours, minutes and seconds are exact; days, weeks, months and years are those
 * of the calendar in the segment's zone, so that a day may have 23 or 25 hours.
 *
 * @param amount how many units, at least 1
 * @param unit the unit
 */
public record Span(long amount, Unit unit) {

  /** Units of time. */
  public enum Unit {
    /** 1 second. */
    SECOND(ChronoUnit.SECONDS),
    /** 60 seconds. */
    MINUTE(ChronoUnit.MINUTES),
    /** 3,600 seconds. */
    HOUR(ChronoUnit.HOURS),
    /** From a time of day to the same on the next day. */
    DAY(ChronoUnit.DAYS),
    /** 7 days. */
    WEEK(ChronoUnit.WEEKS),
    /** From a day of the month to the same in the next month. */
    MONTH(ChronoUnit.MONTHS),
    /** 12 months. */
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit chrono;

    Unit(ChronoUnit chrono) {
      this.chrono = chrono;
    }

    /** Returns whether the unit depends on the calendar. */
    public boolean isCalendar() {
      return chrono.compareTo(ChronoUnit.DAYS) >= 0;
    }

    ChronoUnit chrono() {
      return chrono;
    }

    /** Returns the English word for one. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    long most() {
      return SegmentLimits.WINDOW_YEARS
          * (ChronoUnit.YEARS.getDuration().toSeconds() / chrono.getDuration().toSeconds());
    }
  }

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is not at least 1 and at most about {@value
   *     SegmentLimits#WINDOW_YEARS} years
   */
  public Span {
    Objects.requireNonNull(unit, "unit");
    if (amount < 1 || amount > unit.most()) {
      throw new IllegalArgumentException(
          "a span is from 1 to "
              + unit.most()
              + " "
              + unit.word()
              + "s ("
              + SegmentLimits.WINDOW_YEARS
              + " years), found: "
              + amount);
    }
  }

  /** Returns the span in words, such as {@code 90 days}. */
  @Override
  public String toString() {
    return amount + " " + unit.word() + (amount == 1 ? "" : "s");
  }
}

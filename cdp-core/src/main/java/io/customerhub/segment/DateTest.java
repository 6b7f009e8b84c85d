package io.customerhub.segment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A test of a date: a text such as {@code 2026-01-31}, {@code 2026-01-31T10:00:00Z}, with an offset
 * or without one, in the years 1 to 9999. Another value passes no such test. A date without a time
 * is the start of its day, and a time without an offset is of the segment's zone.
 */
public sealed interface DateTest extends ValueTest {

  /** On which side of a point in time. */
  enum Side {
    /** Earlier. */
    BEFORE,
    /** Later. */
    AFTER
  }

  /** Where a date lies as seen from now. */
  enum Place {
    /** Before now. */
    PAST,
    /** Now or later. */
    FUTURE
  }

  /** Which span a date is compared with. */
  enum Reach {
    /** {@code now - span <= date < now}. */
    IN_LAST,
    /** {@code date - span < now <= date}. */
    IN_NEXT,
    /** {@code date < now - span}. */
    OLDER_THAN
  }

  /**
   * Before or after a fixed date: before its start, or after all of it.
   *
   * @param side which of both
   * @param date a {@link LocalDate} of the segment's zone or an {@link Instant}, kept to the
   *     microsecond
   */
  record Relative(Side side, Temporal date) implements DateTest {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the date is of another type or outside of the years 1 to
     *     9999
     */
    public Relative {
      Objects.requireNonNull(side, "side");
      date = date instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MICROS) : date;
      Literals.date(date);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * On one day of the segment's zone.
   *
   * @param day the day
   */
  record OnDay(LocalDate day) implements DateTest {

    /**
     * Checks the day.
     *
     * @throws IllegalArgumentException if it is outside of the years 1 to 9999
     */
    public OnDay {
      Literals.date(day);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * In the past or in the future.
   *
   * @param place which of both
   */
  record Now(Place place) implements DateTest {

    /** Checks that the place is present. */
    public Now {
      Objects.requireNonNull(place, "place");
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * In a span before or after now, or before it.
   *
   * @param reach which span
   * @param span how long it is
   */
  record Within(Reach reach, Span span) implements DateTest {

    /** Checks that the parts are present. */
    public Within {
      Objects.requireNonNull(reach, "reach");
      Objects.requireNonNull(span, "span");
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * The same day of a later year is today or comes before the span from today on is over: in next 1
   * day is today. In years without a February 29th it is the 28th.
   *
   * @param span days, weeks, months or years of the segment's zone
   */
  record Anniversary(Span span) implements DateTest {

    /**
     * Checks the span.
     *
     * @throws IllegalArgumentException if its unit is shorter than a day
     */
    public Anniversary {
      if (!span.unit().isCalendar()) {
        throw new IllegalArgumentException("an anniversary is a day, found: " + span);
      }
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * On some days of the week, in the segment's zone.
   *
   * @param days the days, at least one
   */
  record Weekday(Set<DayOfWeek> days) implements DateTest {

    /**
     * Copies the days.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Weekday {
      if (days.isEmpty()) {
        throw new IllegalArgumentException("expected at least one day of the week");
      }
      days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * At a time of day in the segment's zone: {@code from <= time < to}, over midnight if {@code to}
   * is not later. A date without a time is at no time of day.
   *
   * @param from the first minute
   * @param to the first minute after
   */
  record PartOfDay(LocalTime from, LocalTime to) implements DateTest {

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if they are equal, or not whole minutes
     */
    public PartOfDay {
      boolean whole =
          from.equals(from.truncatedTo(ChronoUnit.MINUTES))
              && to.equals(to.truncatedTo(ChronoUnit.MINUTES));
      if (!whole || from.equals(to)) {
        throw new IllegalArgumentException(
            "a part of a day is between two whole minutes, found: " + from + " to " + to);
      }
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }
}

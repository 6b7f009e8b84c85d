package io.customerhub.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Tests dates, and knows when the outcome may change. */
final class DateJudge {

  private final ZoneId zone;
  private final Days days;

  DateJudge(ZoneId zone) {
    this.zone = zone;
    this.days = new Days(zone);
  }

  boolean passes(DateTest test, Object value, Instant now) {
    DateValue date = DateValue.of(value, zone);
    return date != null && passes(test, date, now);
  }

  /**
   * Returns an instant after now before which the outcome does not change; null if it never will.
   */
  @Nullable Instant changes(DateTest test, Object value, Instant now) {
    DateValue date = DateValue.of(value, zone);
    if (date == null) {
      return null;
    }
    if (test instanceof DateTest.Now) {
      return later(after(date.at()), now);
    }
    if (test instanceof DateTest.Within within) {
      return changes(within, date.at(), now);
    }
    return test instanceof DateTest.Anniversary anniversary
        ? changes(anniversary, date.day(), now)
        : null;
  }

  private boolean passes(DateTest test, DateValue date, Instant now) {
    if (test instanceof DateTest.Relative relative) {
      return passes(relative, date.at());
    }
    if (test instanceof DateTest.OnDay on) {
      return on.day().equals(date.day());
    }
    if (test instanceof DateTest.Now place) {
      return date.at().isBefore(now) == (place.place() == DateTest.Place.PAST);
    }
    if (test instanceof DateTest.Within within) {
      return passes(within, date.at(), now);
    }
    if (test instanceof DateTest.Anniversary anniversary) {
      LocalDate next = next(date.day(), now);
      return next.isBefore(plus(days.of(now), anniversary.span()));
    }
    if (test instanceof DateTest.Weekday weekday) {
      return weekday.days().contains(date.day().getDayOfWeek());
    }
    return passes((DateTest.PartOfDay) test, date.time());
  }

  private boolean passes(DateTest.Relative test, Instant date) {
    boolean wholeDay = test.date() instanceof LocalDate;
    if (test.side() == DateTest.Side.BEFORE) {
      return date.isBefore(wholeDay ? days.start((LocalDate) test.date()) : (Instant) test.date());
    }
    return wholeDay
        ? !date.isBefore(days.start(((LocalDate) test.date()).plusDays(1)))
        : date.isAfter((Instant) test.date());
  }

  private static boolean passes(DateTest.PartOfDay test, @Nullable LocalTime time) {
    if (time == null) {
      return false;
    }
    boolean started = !time.isBefore(test.from());
    boolean open = time.isBefore(test.to());
    return test.from().isBefore(test.to()) ? started && open : started || open;
  }

  private boolean passes(DateTest.Within test, Instant date, Instant now) {
    if (test.reach() == DateTest.Reach.IN_NEXT) {
      return !date.isBefore(now) && before(date, test.span()).isBefore(now);
    }
    boolean recent = !date.isBefore(bounds(test.span()).start(now));
    return date.isBefore(now) && recent == (test.reach() == DateTest.Reach.IN_LAST);
  }

  private @Nullable Instant changes(DateTest.Within test, Instant date, Instant now) {
    Instant past = after(date);
    Instant other =
        test.reach() == DateTest.Reach.IN_NEXT
            ? after(before(date, test.span()))
            : bounds(test.span()).leaves(date);
    return Course.earlier(later(past, now), other == null ? null : later(other, now));
  }

  /** Today no anniversary is in sight, or the next one will be over. */
  private Instant changes(DateTest.Anniversary test, LocalDate date, Instant now) {
    LocalDate next = next(date, now);
    if (next.isBefore(plus(days.of(now), test.span()))) {
      return days.start(next.plusDays(1));
    }
    LocalDate seen = next.minus(test.span().amount(), test.span().unit().chrono());
    while (!next.isBefore(plus(seen, test.span()))) {
      seen = seen.plusDays(1);
    }
    return days.start(seen);
  }

  /** Returns the first anniversary today or later. */
  private LocalDate next(LocalDate date, Instant now) {
    LocalDate today = days.of(now);
    int years = Math.max(1, today.getYear() - date.getYear());
    LocalDate first = date.plusYears(years);
    return first.isBefore(today) ? date.plusYears(years + 1L) : first;
  }

  /** Counted from the date back, so that each date comes into sight once. */
  private Instant before(Instant date, Span span) {
    return span.unit().isCalendar()
        ? date.atZone(zone).minus(span.amount(), span.unit().chrono()).toInstant()
        : date.minus(span.amount(), span.unit().chrono());
  }

  private WindowBounds bounds(Span span) {
    return WindowBounds.of(new Window.Last(span), zone);
  }

  private static LocalDate plus(LocalDate day, Span span) {
    return day.plus(span.amount(), span.unit().chrono());
  }

  private static Instant after(Instant at) {
    return at.plus(1, ChronoUnit.MICROS);
  }

  private static @Nullable Instant later(Instant at, Instant now) {
    return at.isAfter(now) ? at : null;
  }
}

package io.customerhub.segment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Where a window starts at an instant, and when an event drops out of it.
 *
 * <p>The start of a window never moves back, else a person would leave a segment and re-enter it
 * with nothing having happened. A calendar alone does move back: one month before March 28th and
 * before March 29th are both February 28th; and an hour that a clock is turned back, or forward, is
 * met twice, or not at all. So a day that a month does not have counts as the end of that month, a
 * time of day that was skipped as the instant of the skip, and one that was met twice as the first
 * of both where events are, and as its end where now is.
 */
final class WindowBounds {

  /** Longer than any month, and than what a zone's rules can shift. */
  private static final int SLACK_DAYS = 40;

  private final Instant from;
  private final Instant to;
  private final @Nullable Span span;
  private final ZoneRules rules;
  private final boolean exact;
  private final Days days;
  private final Window.@Nullable Calendar calendar;

  private WindowBounds(Window window, ZoneId zone) {
    boolean fixed = window instanceof Window.Between;
    this.from = fixed ? ((Window.Between) window).from() : Timeline.BEGINNING;
    this.to = fixed ? ((Window.Between) window).to() : Timeline.END;
    this.span = window instanceof Window.Last last ? last.span() : null;
    this.calendar = window instanceof Window.Calendar period ? period : null;
    this.rules = zone.getRules();
    this.days = new Days(zone);
    this.exact = span != null && isExact(span.unit(), rules);
  }

  /** Returns the bounds; the window since something else begins where all time does. */
  static WindowBounds of(Window window, ZoneId zone) {
    return new WindowBounds(window, zone);
  }

  /** Returns the first instant in the window at {@code now}; never moves back as now proceeds. */
  Instant start(Instant now) {
    if (calendar != null) {
      return days.start(calendar.period(), now, calendar.turn() == Window.Turn.THIS ? 0 : -1);
    }
    if (span == null) {
      return from;
    }
    Instant start = exact ? now.minus(seconds(span), ChronoUnit.SECONDS) : back(span, now);
    return start.isBefore(from) ? from : start;
  }

  /** Returns the first instant that is never in the window. */
  Instant end() {
    return to;
  }

  /** Returns the first instant at which a fact of this time is in the window. */
  Instant enters(Instant time) {
    return calendar == null || calendar.turn() == Window.Turn.THIS
        ? time.plus(1, ChronoUnit.MICROS)
        : days.start(calendar.period(), time, 1);
  }

  /** Returns the first instant at which a fact of this time has left the window, null if never. */
  @Nullable Instant leaves(Instant time) {
    if (calendar != null) {
      return days.start(calendar.period(), time, calendar.turn() == Window.Turn.THIS ? 1 : 2);
    }
    if (span == null) {
      return null;
    }
    Instant last = exact ? time.plus(seconds(span), ChronoUnit.SECONDS) : forth(span, time);
    Instant after = last.plus(1, ChronoUnit.MICROS);
    return exact || (!start(last).isAfter(time) && start(after).isAfter(time))
        ? after
        : search(time, last.plus(SLACK_DAYS, ChronoUnit.DAYS));
  }

  private Instant search(Instant time, Instant surelyOut) {
    long in = ChronoUnit.MICROS.between(Instant.EPOCH, time);
    long out = ChronoUnit.MICROS.between(Instant.EPOCH, surelyOut);
    while (out - in > 1) {
      long middle = Math.floorDiv(in + out, 2);
      if (start(Instant.EPOCH.plus(middle, ChronoUnit.MICROS)).isAfter(time)) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return Instant.EPOCH.plus(out, ChronoUnit.MICROS);
  }

  private Instant back(Span by, Instant now) {
    LocalDateTime wall = wallClock(now);
    LocalDateTime start = wall.minus(by.amount(), by.unit().chrono());
    boolean noSuchDay = isMonths(by.unit()) && start.getDayOfMonth() < wall.getDayOfMonth();
    return instantOf(noSuchDay ? start.toLocalDate().plusDays(1).atStartOfDay() : start);
  }

  private Instant forth(Span by, Instant time) {
    LocalDateTime wall = LocalDateTime.ofInstant(time, rules.getOffset(time));
    return instantOf(wall.plus(by.amount(), by.unit().chrono()));
  }

  private LocalDateTime wallClock(Instant now) {
    LocalDateTime wall = LocalDateTime.ofInstant(now, rules.getOffset(now));
    ZoneOffsetTransition twice = rules.getTransition(wall);
    return twice != null && !now.isBefore(twice.getInstant()) ? twice.getDateTimeBefore() : wall;
  }

  private Instant instantOf(LocalDateTime wall) {
    ZoneOffsetTransition shift = rules.getTransition(wall);
    return shift != null && shift.isGap()
        ? shift.getInstant()
        : wall.toInstant(rules.getOffset(wall));
  }

  private static long seconds(Span span) {
    return span.amount() * span.unit().chrono().getDuration().toSeconds();
  }

  private static boolean isExact(Span.Unit unit, ZoneRules rules) {
    return !unit.isCalendar() || (!isMonths(unit) && rules.isFixedOffset());
  }

  private static boolean isMonths(Span.Unit unit) {
    return unit == Span.Unit.MONTH || unit == Span.Unit.YEAR;
  }
}

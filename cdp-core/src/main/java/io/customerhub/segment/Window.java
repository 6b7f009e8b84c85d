package io.customerhub.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * When facts have to have happened to be looked at. Windows are half-open and end at now at the
 * latest: an event dated in the future is not looked at before its time has passed.
 */
public sealed interface Window {

  /** All of the past. */
  Window ALL_TIME = new AllTime();

  /** From the last midnight of the segment's zone on. */
  Window TODAY = new Calendar(Turn.THIS, Period.DAY);

  /** The day before today. */
  Window YESTERDAY = new Calendar(Turn.LAST, Period.DAY);

  /** Which of the periods of a calendar. */
  enum Turn {
    /** The one that now is in. */
    THIS,
    /** The one before that. */
    LAST
  }

  /** One of several. */
  enum Pick {
    /** The earliest. */
    FIRST,
    /** The latest. */
    LAST
  }

  /** Returns the period of the calendar that now is in, up to now. */
  static Window current(Period period) {
    return new Calendar(Turn.THIS, period);
  }

  /** Returns the whole period of the calendar before the one that now is in. */
  static Window previous(Period period) {
    return new Calendar(Turn.LAST, period);
  }

  /** Returns the time after the earliest of some facts. */
  static Window sinceFirst(Selection anchor) {
    return new Since(Pick.FIRST, anchor);
  }

  /** Returns the time after the latest of some facts. */
  static Window sinceLast(Selection anchor) {
    return new Since(Pick.LAST, anchor);
  }

  /** All of the past. */
  record AllTime() implements Window {

    /** Returns words for error messages. */
    @Override
    public String toString() {
      return "at any time";
    }
  }

  /**
   * The span up to now: {@code now - span <= time < now}.
   *
   * @param span how long
   */
  record Last(Span span) implements Window {

    /** Checks that the span is present. */
    public Last {
      Objects.requireNonNull(span, "span");
    }

    /** Returns the window in words, such as {@code in last 90 days}. */
    @Override
    public String toString() {
      return "in last " + span;
    }
  }

  /**
   * A fixed interval: {@code from <= time < to}.
   *
   * @param from the first instant, kept to the microsecond
   * @param to the first instant after, kept to the microsecond
   */
  record Between(Instant from, Instant to) implements Window {

    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is empty or outside of the years 1 to 9999
     */
    public Between {
      from = from.truncatedTo(ChronoUnit.MICROS);
      to = to.truncatedTo(ChronoUnit.MICROS);
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a window from " + from + " to " + to + " is empty");
      }
      if (from.isBefore(Timeline.BEGINNING) || to.isAfter(Timeline.END)) {
        throw new IllegalArgumentException("a window lies in the years 1 to 9999");
      }
    }

    /** Returns the window in words. */
    @Override
    public String toString() {
      return "from \"" + from + "\" to \"" + to + "\"";
    }
  }

  /**
   * A period of the calendar of the segment's zone, as far as it is past.
   *
   * @param turn which one
   * @param period how long
   */
  record Calendar(Turn turn, Period period) implements Window {

    /** Checks that the parts are present. */
    public Calendar {
      Objects.requireNonNull(turn, "turn");
      Objects.requireNonNull(period, "period");
    }

    /** Returns the window in words, such as {@code last month}. */
    @Override
    public String toString() {
      if (period == Period.DAY) {
        return turn == Turn.THIS ? "today" : "yesterday";
      }
      return (turn == Turn.THIS ? "this " : "last ") + period.word();
    }
  }

  /**
   * The time after one of some other facts that lie before now; no time at all if there is none.
   *
   * @param pick which one
   * @param anchor the other facts
   */
  record Since(Pick pick, Selection anchor) implements Window {

    /** Checks that the parts are present. */
    public Since {
      Objects.requireNonNull(pick, "pick");
      Objects.requireNonNull(anchor, "anchor");
    }

    /** Returns the window in words, such as {@code since last "Login"}. */
    @Override
    public String toString() {
      return "since " + (pick == Pick.FIRST ? "first " : "last ") + anchor;
    }
  }
}

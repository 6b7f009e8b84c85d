package io.customerhub.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * When events have to have happened to be looked at. Windows are half-open and end at now at the
 * latest: an event dated in the future is not looked at before its time has passed.
 */
public sealed interface Window {

  /** All of the past. */
  Window ALL_TIME = new AllTime();

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
}

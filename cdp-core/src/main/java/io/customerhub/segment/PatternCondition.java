package io.customerhub.segment;

import java.util.Objects;

/** Holds if something happened in a certain rhythm. */
public sealed interface PatternCondition extends Condition {

  /** Returns which facts the pattern is of. */
  Selection of();

  /** Which side of a span. */
  enum Side {
    /** Longer ago. */
    MORE_THAN,
    /** As long ago, or less. */
    LESS_THAN
  }

  /** Which of several intervals. */
  enum Interval {
    /** The shortest one. */
    SHORTEST,
    /** The sum of all by their number, exactly. */
    AVERAGE,
    /** The longest one. */
    LONGEST
  }

  /**
   * Holds if the first that ever happened lies in the window.
   *
   * @param of what has to have happened
   * @param window when
   */
  record FirstTime(Selection of, Window window) implements PatternCondition {

    /** Checks that the parts are present. */
    public FirstTime {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(window, "window");
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if it happened, and the last time was more, or less, than a span ago.
   *
   * @param of what has to have happened
   * @param side more or less
   * @param span how long ago
   */
  record Recency(Selection of, Side side, Span span) implements PatternCondition {

    /** Checks that the parts are present. */
    public Recency {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(side, "side");
      Objects.requireNonNull(span, "span");
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if it happened in enough of the last periods, which end at now and follow each other
   * without a gap.
   *
   * @param of what has to have happened
   * @param needed in how many periods, from 1 to all
   * @param periods how many periods are looked at, 1 to {@value SegmentLimits#PERIODS}
   * @param unit how long a period is
   */
  record Regular(Selection of, int needed, int periods, Span.Unit unit)
      implements PatternCondition {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Regular {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(unit, "unit");
      if (periods < 1 || periods > SegmentLimits.PERIODS || needed < 1 || needed > periods) {
        throw new IllegalArgumentException(
            "at least "
                + needed
                + " of last "
                + periods
                + " periods, at most "
                + SegmentLimits.PERIODS);
      }
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if it has not happened in the span up to now, but often enough in the span before that.
   *
   * @param of what stopped
   * @param quiet how long it has not happened
   * @param times how often it happened before, at least 1
   * @param before within how long
   */
  record Stopped(Selection of, Span quiet, int times, Span before) implements PatternCondition {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it need not have happened before
     */
    public Stopped {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(quiet, "quiet");
      Objects.requireNonNull(before, "before");
      if (times < 1) {
        throw new IllegalArgumentException("what stopped has happened at least once: " + times);
      }
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if it happened in the window, and the time before that was more than a span earlier.
   *
   * @param of what resumed
   * @param gap how long it had not happened
   * @param window when it resumed
   */
  record Resumed(Selection of, Span gap, Window window) implements PatternCondition {

    /** Checks that the parts are present. */
    public Resumed {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(gap, "gap");
      Objects.requireNonNull(window, "window");
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if the time from one to the next in the window compares as asked; never if there are not
   * at least two.
   *
   * @param interval which of the intervals
   * @param of what has to have happened
   * @param op how to compare
   * @param span with what; a day has 24 hours here, and months and years are too vague
   * @param window when
   */
  record Gap(Interval interval, Selection of, ValueTest.Op op, Span span, Window window)
      implements PatternCondition {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the span is of months or years
     */
    public Gap {
      Objects.requireNonNull(interval, "interval");
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(op, "op");
      Objects.requireNonNull(window, "window");
      if (span.unit().compareTo(Span.Unit.WEEK) > 0) {
        throw new IllegalArgumentException(
            "an interval compares with weeks or less, found: " + span);
      }
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }

  /**
   * Holds if it happened in each of so many periods of the calendar of the segment's zone in a row,
   * up to this one; or up to the last one, as long as this one is not over.
   *
   * @param of what has to have happened
   * @param periods in how many periods at least, 1 to {@value SegmentLimits#PERIODS}
   * @param period how long one is
   */
  record Streak(Selection of, int periods, Period period) implements PatternCondition {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the number is out of range
     */
    public Streak {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(period, "period");
      if (periods < 1 || periods > SegmentLimits.PERIODS) {
        throw new IllegalArgumentException(
            "a streak is of 1 to " + SegmentLimits.PERIODS + " periods, found: " + periods);
      }
    }

    @Override
    public String toString() {
      return SegmentText.print(this);
    }
  }
}

package io.customerhub.segment;

/** The sizes beyond which a condition is refused, in Java, text and JSON alike. */
public final class SegmentLimits {

  /** Longest condition as text, in UTF-16 units. */
  public static final int TEXT_LENGTH = 64 * 1024;

  /** Longest condition as JSON, in UTF-16 units. */
  public static final int JSON_LENGTH = 1024 * 1024;

  /** Deepest nesting of conditions. */
  public static final int DEPTH = 100;

  /** Most conditions and property tests in one tree. */
  public static final int NODES = 10_000;

  /** Most values after one {@code in} or {@code has}. */
  public static final int VALUES = 10_000;

  /** Most periods of a streak, or looked at for something regular. */
  public static final int PERIODS = 366;

  /** Most steps of a sequence. */
  public static final int STEPS = 20;

  /** Deepest nesting of tests in one condition. */
  public static final int TEST_DEPTH = 8;

  /** Longest regular expression or wildcard pattern, in UTF-16 units. */
  public static final int PATTERN_LENGTH = 256;

  /** Longest regular expression with its counted repetitions written out. */
  public static final int REGEX_SIZE = 1_000;

  /** Most corners of a region. */
  public static final int CORNERS = 1_000;

  /** Longest window, in years. */
  public static final int WINDOW_YEARS = 1_000;

  private SegmentLimits() {}
}

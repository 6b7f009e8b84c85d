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

  /** Most values after one {@code in}. */
  public static final int VALUES = 10_000;

  /** Longest window, in years. */
  public static final int WINDOW_YEARS = 1_000;

  private SegmentLimits() {}
}

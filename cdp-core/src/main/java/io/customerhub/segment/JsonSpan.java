package io.customerhub.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans as durations of ISO 8601 with one unit, such as {@code P90D} and {@code PT2H}. */
final class JsonSpan {

  private static final Pattern ISO =
      Pattern.compile("P(?:(\\d{1,12})([DWMY])|T(\\d{1,12})([HMS]))");

  private JsonSpan() {}

  static String write(Span span) {
    return (span.unit().isCalendar() ? "P" : "PT") + span.amount() + span.unit().name().charAt(0);
  }

  /**
   * Reads a span.
   *
   * @throws IllegalArgumentException if it is none, or too long
   */
  static Span read(String text) {
    Matcher found = ISO.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "expected a duration of one unit such as P90D, P2W, P3M, P1Y, PT12H, PT30M or PT10S");
    }
    boolean calendar = found.group(1) != null;
    String unit = calendar ? "P" + found.group(2) : "PT" + found.group(4);
    return new Span(Long.parseLong(calendar ? found.group(1) : found.group(3)), unit(unit));
  }

  private static Span.Unit unit(String letters) {
    return switch (letters) {
      case "PD" -> Span.Unit.DAY;
      case "PW" -> Span.Unit.WEEK;
      case "PM" -> Span.Unit.MONTH;
      case "PY" -> Span.Unit.YEAR;
      case "PTH" -> Span.Unit.HOUR;
      case "PTM" -> Span.Unit.MINUTE;
      default -> Span.Unit.SECOND;
    };
  }
}

package io.customerhub.intake;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * Times of events. Accepted are ISO 8601 with an offset or {@code Z}, and whole numbers of
 * milliseconds since 1970; a second 60 counts as 59. A time with no possible meaning (a year of
 * five digits) is refused; one that only cannot be right (before 1970, or more than a day ahead of
 * its arrival) is a wrong clock, and no reason to lose what the event says.
 */
final class Timestamps {

  private static final Duration AHEAD = Duration.ofHours(24);
  private static final int LENGTH = 64;

  /** The last millisecond of year 9999, and the first of year 0. */
  private static final BigInteger LAST = BigInteger.valueOf(253_402_300_799_999L);

  private static final BigInteger FIRST = BigInteger.valueOf(-62_167_219_200_000L);
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");
  private static final Pattern LONG_YEAR = Pattern.compile("(-[0-9]{4}|[+-]?[0-9]{5,})-.*");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

  private Timestamps() {}

  /**
   * Returns the time that a value of a message says.
   *
   * @throws InvalidEventException TIMESTAMP_SYNTAX or TIMESTAMP_RANGE
   */
  static Instant parse(String field, Object value) {
    if (value instanceof Long || value instanceof BigInteger) {
      return millis(field, new BigInteger(value.toString()));
    }
    if (value instanceof String text && text.length() <= LENGTH) {
      return iso(field, text);
    }
    throw syntax(field);
  }

  /** Returns whether the time can be right for something that arrived at {@code receivedAt}. */
  static boolean plausible(Instant time, Instant receivedAt) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(receivedAt.plus(AHEAD));
  }

  static InvalidEventException syntax(String field) {
    return new InvalidEventException(
        ReasonCode.TIMESTAMP_SYNTAX,
        field,
        "expected ISO 8601 with an offset, or a whole number of milliseconds");
  }

  private static Instant iso(String field, String text) {
    if (LONG_YEAR.matcher(text).matches()) {
      throw range(field);
    }
    if (DIGITS.matcher(text).matches()) {
      millis(field, new BigInteger(text));
      throw syntax(field); // seconds or milliseconds: a text does not say
    }
    try {
      return OffsetDateTime.parse(text.replace("T23:59:60", "T23:59:59"), ISO).toInstant();
    } catch (DateTimeException e) {
      throw syntax(field);
    }
  }

  private static Instant millis(String field, BigInteger value) {
    if (value.compareTo(FIRST) < 0 || value.compareTo(LAST) > 0) {
      throw range(field);
    }
    return Instant.ofEpochMilli(value.longValueExact());
  }

  private static InvalidEventException range(String field) {
    return new InvalidEventException(
        ReasonCode.TIMESTAMP_RANGE, field, "expected a year of four digits");
  }
}

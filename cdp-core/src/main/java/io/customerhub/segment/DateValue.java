package io.customerhub.segment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A value that is a date, as a zone sees it; without a time it is the start of its day. */
record DateValue(Instant at, LocalDate day, @Nullable LocalTime time) {

  private static final int DAY_LENGTH = "2026-01-31".length();
  private static final int LONGEST = 40;

  /** Returns the date, or null if the value is none. */
  static @Nullable DateValue of(Object value, ZoneId zone) {
    return value instanceof String text && looksLikeDate(text) ? parse(text, zone) : null;
  }

  /** Spares most texts the cost of an exception. */
  private static boolean looksLikeDate(String text) {
    return text.length() >= DAY_LENGTH
        && text.length() <= LONGEST
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && Character.isDigit(text.charAt(0));
  }

  private static @Nullable DateValue parse(String text, ZoneId zone) {
    try {
      if (text.length() == DAY_LENGTH) {
        LocalDate day = LocalDate.parse(text);
        return day.getYear() < 1 ? null : new DateValue(new Days(zone).start(day), day, null);
      }
      return hasOffset(text)
          ? of(OffsetDateTime.parse(text).atZoneSameInstant(zone))
          : of(LocalDateTime.parse(text).atZone(zone));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 7;
  }

  private static @Nullable DateValue of(ZonedDateTime local) {
    if (local.getYear() < 1 || local.getYear() > 9999) {
      return null;
    }
    Instant at = local.toInstant().truncatedTo(ChronoUnit.MICROS);
    return new DateValue(at, local.toLocalDate(), local.toLocalTime());
  }
}

package io.customerhub.intake;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates and times of cells, in ISO 8601 or in the mapping's format. */
final class CellTimes {

  private static final int LENGTH = 64;
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

  private final @Nullable DateTimeFormatter format;
  private final @Nullable ZoneId zone;

  CellTimes(String dateFormat, @Nullable ZoneId zone) {
    this.format = dateFormat.isEmpty() ? null : formatter(dateFormat);
    this.zone = zone;
  }

  /**
   * Returns the formatter of a pattern, in which {@code y} means what people take it for; of a
   * strict formatter it is the year of an era, and useless without the era.
   *
   * @throws IllegalArgumentException if it is not a pattern
   */
  static DateTimeFormatter formatter(String pattern) {
    String[] parts = pattern.split("'", -1);
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = parts[i].replace('y', 'u');
    }
    return DateTimeFormatter.ofPattern(String.join("'", parts), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  LocalDate date(String column, String cell) {
    try {
      return format == null
          ? LocalDate.parse(bounded(column, cell))
          : LocalDate.from(format.parse(bounded(column, cell)));
    } catch (DateTimeException e) {
      throw refused(column, cell);
    }
  }

  Instant instant(String column, String cell) {
    String text = bounded(column, cell);
    try {
      return format == null ? iso(column, text) : instant(column, format, text);
    } catch (DateTimeException e) {
      throw refused(column, cell);
    }
  }

  private Instant iso(String column, String text) {
    if (zone == null) {
      return Timestamps.parse(column, text);
    }
    try {
      String local = text.replace(' ', 'T');
      return local.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : LocalDateTime.parse(local, LOCAL_TIME).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      return Timestamps.parse(column, text);
    }
  }

  private Instant instant(String column, DateTimeFormatter by, String text) {
    TemporalAccessor parsed =
        by.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (zone == null) {
      throw refused(column, text);
    }
    return parsed instanceof LocalDateTime time
        ? time.atZone(zone).toInstant()
        : ((LocalDate) parsed).atStartOfDay(zone).toInstant();
  }

  private String bounded(String column, String cell) {
    if (cell.length() > LENGTH) {
      throw refused(column, cell);
    }
    return cell;
  }

  private InvalidEventException refused(String column, String cell) {
    return Cells.refused(
        ReasonCode.TIMESTAMP_SYNTAX,
        column,
        cell,
        (format == null ? "ISO 8601" : "the date format")
            + (zone == null ? ", and a time with offset as no zone is set" : ""));
  }
}

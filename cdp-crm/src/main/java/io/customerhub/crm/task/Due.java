package io.customerhub.crm.task;

import io.customerhub.crm.Checks;
import io.customerhub.crm.InvalidRecordException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/** Until when something is to be done. Immutable. */
public sealed interface Due {

  /** Returns the zone in which it is meant and shown. */
  ZoneId zone();

  /** Returns the first instant at which it is too late. */
  Instant overdueFrom();

  /** Returns whether it is too late. */
  default boolean isOverdue(Instant now) {
    return !now.isBefore(overdueFrom());
  }

  /**
   * By the end of a day: too late only when that day has ended in its zone.
   *
   * @param date the day
   * @param zone where the day ends
   */
  record On(LocalDate date, ZoneId zone) implements Due {

    /**
     * Checks the parts.
     *
     * @throws InvalidRecordException if the year is not 1 to 9999
     */
    public On {
      Checks.date("due", date);
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public Instant overdueFrom() {
      return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  /**
   * By an instant: too late once it has passed.
   *
   * @param instant the instant
   * @param zone where to show it
   */
  record At(Instant instant, ZoneId zone) implements Due {

    /**
     * Checks the parts.
     *
     * @throws InvalidRecordException if the year is not 1 to 9999
     */
    public At {
      Checks.time("due", instant);
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public Instant overdueFrom() {
      return instant.plusNanos(1);
    }
  }
}

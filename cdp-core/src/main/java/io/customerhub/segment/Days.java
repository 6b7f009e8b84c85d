package io.customerhub.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of a zone as intervals of instants, one after the other: where a clock is turned back
 * over midnight, the local date goes back for an hour, but these days do not.
 */
record Days(ZoneId zone) {

  Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  LocalDate of(Instant at) {
    LocalDate local = at.atZone(zone).toLocalDate();
    if (at.isBefore(start(local))) {
      return local.minusDays(1);
    }
    LocalDate next = local.plusDays(1);
    return at.isBefore(start(next)) ? local : next;
  }

  /** Returns the start of the period so many after the one that an instant is in. */
  Instant start(Period period, Instant at, long periods) {
    return start(period.plus(period.first(of(at)), periods));
  }
}

package io.customerhub.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Something dated that conditions count and look into: what they see of an event, or of a record
 * that another module keeps about a person, such as a deal.
 *
 * @param time when it happened, kept to the microsecond; years 1 to 9999
 * @param fields its properties in canonical form, see {@link io.customerhub.event.Values}; not
 *     copied
 */
public record Fact(Instant time, Map<String, Object> fields) {

  /** Truncates the time. */
  public Fact {
    time = time.truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns the time; never the fields. */
  @Override
  public String toString() {
    return "Fact[" + time + "]";
  }
}

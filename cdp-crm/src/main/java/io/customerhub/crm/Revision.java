package io.customerhub.crm;

import java.time.Instant;
import java.util.Objects;

/**
 * A version of a record, and how it came about.
 *
 * @param <T> the record
 * @param value the record as it was after the change
 * @param actor who made the change
 * @param change what was changed, in words
 * @param recordedAt when the change was recorded, which may be later than when it took effect
 */
public record Revision<T>(T value, String actor, String change, Instant recordedAt) {

  /** Checks that the parts are present. */
  public Revision {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(recordedAt, "recordedAt");
  }

  /** Returns the record's own text form and the time; no personal data. */
  @Override
  public String toString() {
    return "Revision[" + value + ", recorded " + recordedAt + "]";
  }
}

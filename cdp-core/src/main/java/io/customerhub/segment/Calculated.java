package io.customerhub.segment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a calculation gives at an instant. Holds personal data; {@link #toString()} does not show
 * it.
 *
 * @param value the value in canonical form; null if there is none
 * @param due the earliest later instant, in whole microseconds, at which the value may be another
 *     with no new fact; null if it never will
 */
public record Calculated(@Nullable Object value, @Nullable Instant due) {

  /** Returns the value, or empty if there is none. */
  public Optional<Object> shown() {
    return Optional.ofNullable(value);
  }

  /** Returns {@link #due()}, or empty if time alone never changes the value. */
  public Optional<Instant> nextChange() {
    return Optional.ofNullable(due);
  }

  /** Returns whether there is a value, and until when it stays. */
  @Override
  public String toString() {
    return "Calculated[" + (value == null ? "no value" : "a value") + ", until " + due + "]";
  }
}

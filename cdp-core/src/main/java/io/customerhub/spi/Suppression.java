package io.customerhub.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That events with a fingerprint are refused. The fingerprint is a keyed hash: it tells nothing to
 * whom the key is not known.
 *
 * @param fingerprint 64 hexadecimal digits
 * @param until events that happened before this are refused; null for all events
 */
public record Suppression(String fingerprint, @Nullable Instant until) {

  /** Checks that the fingerprint is present. */
  public Suppression {
    Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /** Returns the time before which events are refused; empty if all are. */
  public Optional<Instant> end() {
    return Optional.ofNullable(until);
  }

  /** Returns whether an event that happened at a time is refused. */
  public boolean refuses(Instant time) {
    return until == null || time.isBefore(until);
  }
}

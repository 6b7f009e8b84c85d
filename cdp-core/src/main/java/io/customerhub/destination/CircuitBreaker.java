package io.customerhub.destination;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a destination alone for a while after failures in a row, so that an outage does not use up
 * the attempts of everything that waits. Thread-safe.
 */
final class CircuitBreaker {

  private static final int FAILURES = 5;
  private static final long LONGEST_SECONDS = Duration.ofMinutes(5).toSeconds();

  private int failures;
  private @Nullable Instant openUntil;

  synchronized void succeeded() {
    failures = 0;
    openUntil = null;
  }

  /** Opens after five failures in a row, for a second, then twice as long each time. */
  synchronized void failed(Instant now) {
    failures++;
    if (failures >= FAILURES) {
      int doublings = Math.min(failures - FAILURES, 16);
      openUntil = now.plusSeconds(Math.min(1L << doublings, LONGEST_SECONDS));
    }
  }

  /** Returns until when nothing is to be tried, if it is open. */
  synchronized Optional<Instant> openUntil(Instant now) {
    return Optional.ofNullable(openUntil).filter(now::isBefore);
  }
}

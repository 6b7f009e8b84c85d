package io.customerhub.destination;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a destination does.
 *
 * @param name its name
 * @param registered whether this hub has a subscription of that name; otherwise news waits for a
 *     hub that has, or to be cleared
 * @param queued how much waits, failing ones included
 * @param failing how much of it had a failed attempt
 * @param oldest when the oldest that waits happened; null if nothing waits
 * @param dead how many dead letters there are because of failures
 * @param skipped how many there are because a rule withheld them
 * @param paused why it is paused; null if it is not
 * @param restingUntil until when this process leaves it alone after failures in a row; null if it
 *     does not
 */
public record DestinationStatus(
    String name,
    boolean registered,
    long queued,
    long failing,
    @Nullable Instant oldest,
    long dead,
    long skipped,
    @Nullable String paused,
    @Nullable Instant restingUntil) {

  /** Returns why it is paused, or empty if it is not. */
  public Optional<String> pauseReason() {
    return Optional.ofNullable(paused);
  }

  /** Returns whether news is told to it at the moment. */
  public boolean isActive() {
    return registered && paused == null && restingUntil == null;
  }
}

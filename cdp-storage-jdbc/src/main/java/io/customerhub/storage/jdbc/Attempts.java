package io.customerhub.storage.jdbc;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StorageException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs what met a concurrent transaction again, after a random pause that grows, up to a time. */
final class Attempts {

  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

  private final Duration retryFor;

  Attempts(Duration retryFor) {
    this.retryFor = retryFor;
  }

  /**
   * Runs work until it succeeds.
   *
   * @param work told how often it was begun, with this time
   */
  <T extends @Nullable Object> T run(IntFunction<T> work) {
    long start = System.nanoTime();
    long pause = TimeUnit.MILLISECONDS.toNanos(1);
    // Monotonic time, for pauses only: nothing that is kept depends on it.
    SplittableRandom random = new SplittableRandom(start ^ Thread.currentThread().getId());
    for (int attempt = 1; true; attempt++) {
      try {
        return work.apply(attempt);
      } catch (ConflictException | LostConnectionException e) {
        requireTime(start, e);
      }
      LockSupport.parkNanos(random.nextLong(pause) + 1);
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
    }
  }

  private void requireTime(long start, StorageException failure) {
    boolean late = System.nanoTime() - start >= retryFor.toNanos();
    if (late || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
  }
}

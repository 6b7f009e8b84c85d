package io.customerhub.destination;

import java.time.Duration;

/**
 * How often and how long after each other failed deliveries are tried again: after the n-th failure
 * at a random time up to {@code first * 2^(n-1)}, but never more than {@code longest} (exponential
 * backoff with full jitter), nor less than the receiver asked for within {@code longest}.
 *
 * @param attempts the most attempts in all, 1 to 100; the news is a dead letter after the last
 * @param first the longest wait after the first failure, 1 ms to {@code longest}
 * @param longest the longest wait at all, up to 7 days
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  private static final int MOST_ATTEMPTS = 100;
  private static final Duration MOST = Duration.ofDays(7);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a part is out of its bounds
   */
  public RetryPolicy {
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException("attempts: " + attempts + ", expected 1 to 100");
    }
    if (longest.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("longest: " + longest + ", expected up to 7 days");
    }
    if (first.toMillis() < 1 || first.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "first: " + first + ", expected 1 ms to " + longest + ", the longest wait");
    }
  }

  /** Returns 24 attempts, waiting up to 1 s at first and 4 h at last: about 20 hours in all. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(24, Duration.ofSeconds(1), Duration.ofHours(4));
  }

  /** Returns a policy that never tries again. */
  public static RetryPolicy never() {
    return new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  /**
   * Returns how long to wait.
   *
   * @param failures how many attempts failed so far, at least 1
   * @param random any 64 random bits
   */
  Duration delay(int failures, long random) {
    long most = longest.toMillis();
    long bound = first.toMillis();
    for (int i = 1; i < failures && bound < most; i++) {
      bound *= 2;
    }
    return Duration.ofMillis(Math.floorMod(random, Math.min(bound, most) + 1));
  }

  /** Returns the wait that a receiver asked for, within bounds. */
  Duration bounded(Duration asked) {
    return asked.isNegative() ? Duration.ZERO : asked.compareTo(longest) > 0 ? longest : asked;
  }
}

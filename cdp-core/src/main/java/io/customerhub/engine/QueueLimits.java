package io.customerhub.engine;

import java.time.Duration;

/**
 * How much an {@link IngestQueue} holds, and how long a caller waits for room: what slows senders
 * down when the database does not keep up. Immutable.
 *
 * @param events the most events that wait or are being committed, at least 1; 10,000 by default
 * @param bytes the most memory that these take, estimated, at least 1; 64 MiB by default. A single
 *     event is taken whatever its size
 * @param patience how long to wait for room, zero or more; 30 seconds by default. Zero refuses at
 *     once
 */
public record QueueLimits(int events, long bytes, Duration patience) {

  private static final QueueLimits DEFAULTS =
      new QueueLimits(10_000, 64L * 1024 * 1024, Duration.ofSeconds(30));

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public QueueLimits {
    require(events >= 1, "events: " + events + ", expected at least 1");
    require(bytes >= 1, "bytes: " + bytes + ", expected at least 1");
    require(!patience.isNegative(), "patience: " + patience + ", expected zero or more");
  }

  /** Returns the defaults. */
  public static QueueLimits defaults() {
    return DEFAULTS;
  }

  /** Returns a copy that holds so many events. */
  public QueueLimits withEvents(int most) {
    return new QueueLimits(most, bytes, patience);
  }

  /** Returns a copy that holds so many bytes. */
  public QueueLimits withBytes(long most) {
    return new QueueLimits(events, most, patience);
  }

  /** Returns a copy whose callers wait so long for room. */
  public QueueLimits withPatience(Duration longest) {
    return new QueueLimits(events, bytes, longest);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}

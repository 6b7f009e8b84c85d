package io.customerhub.intake;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a message happened, as far as the sender's clock can be believed.
 *
 * <p>The specification corrects it by {@code receivedAt - (sentAt - timestamp)}, as if every
 * difference between sending and arrival were a wrong clock. It need not be: a client that keeps
 * sentAt while it tries again, or from when it was offline, would move what happened towards its
 * arrival. So this much is done:
 *
 * <ul>
 *   <li>Sent after it arrived: nothing but a clock that is ahead makes it so, and waiting can only
 *       hide a part of it. Corrected.
 *   <li>Sent long before it arrived: a clock that is behind, or a message that waited. Corrected
 *       only of senders that are known to set sentAt anew for each attempt, and beyond a year,
 *       which nothing waits, while a device without a battery begins in 1970 or 2000.
 * </ul>
 *
 * @param time the time to use
 * @param said what the message says otherwise, by the name under which the context keeps it
 * @param corrected the member that was not taken as it is, and why; empty if it was
 */
record MessageTime(Instant time, Map<String, Object> said, Map<String, ReasonCode> corrected) {

  /** Shorter is the way of a message, and no clock is set better. */
  private static final Duration WAY = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofDays(366);

  /**
   * Returns the time of a message; of one that says none, that of its arrival.
   *
   * @param sentAnew whether the sender sets sentAt anew for each attempt
   * @throws InvalidEventException TIMESTAMP_SYNTAX or TIMESTAMP_RANGE
   */
  static MessageTime of(Map<String, Object> message, Instant receivedAt, boolean sentAnew) {
    Object timestamp = message.get("timestamp");
    Object original = message.get("originalTimestamp");
    Map<String, Object> said = new TreeMap<>();
    if (timestamp != null && original != null && !original.equals(timestamp)) {
      // Somebody before us corrected one to the other.
      said.put("originalTimestamp", original);
      return of("timestamp", timestamp, Duration.ZERO, receivedAt, said);
    }
    Duration lag = lag(message.get("sentAt"), receivedAt, sentAnew);
    if (timestamp != null) {
      return of("timestamp", timestamp, lag, receivedAt, said);
    }
    return original == null
        ? new MessageTime(receivedAt, Map.of(), Map.of())
        : of("originalTimestamp", original, lag, receivedAt, said);
  }

  private static MessageTime of(
      String field, Object value, Duration lag, Instant receivedAt, Map<String, Object> said) {
    Instant time = Timestamps.parse(field, value).plus(lag);
    boolean plausible = Timestamps.plausible(time, receivedAt);
    if (plausible && lag.isZero()) {
      return new MessageTime(time, said, Map.of());
    }
    said.put(said.isEmpty() ? "originalTimestamp" : field, value);
    return plausible
        ? new MessageTime(time, said, Map.of(field, ReasonCode.CLOCK_SKEW))
        : new MessageTime(receivedAt, said, Map.of(field, ReasonCode.TIMESTAMP_RANGE));
  }

  /** Returns by how much the sender's clock is behind, negative if ahead; zero if in doubt. */
  private static Duration lag(@Nullable Object sentAt, Instant receivedAt, boolean sentAnew) {
    Instant sent = readable(sentAt);
    if (sent == null) {
      return Duration.ZERO;
    }
    Duration lag = Duration.between(sent, receivedAt);
    boolean isClock = lag.isNegative() || sentAnew || lag.compareTo(LONGEST_WAIT) > 0;
    return isClock && lag.abs().compareTo(WAY) > 0 ? lag : Duration.ZERO;
  }

  /** It is about the delivery, so one that cannot be read costs nothing but the correction. */
  private static @Nullable Instant readable(@Nullable Object sentAt) {
    try {
      return sentAt == null ? null : Timestamps.parse("sentAt", sentAt);
    } catch (InvalidEventException e) {
      return null;
    }
  }
}

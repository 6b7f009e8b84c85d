package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * News that waits for one destination. Holds ids and names only: what a destination may see of a
 * person is read when it is delivered.
 *
 * @param id unique; the idempotency key of every attempt
 * @param destination for whom
 * @param kind what happened
 * @param about the canonical id when it happened
 * @param details what else belongs to the news, name to text, such as the segment
 * @param at when it happened
 * @param attempts how many attempts failed so far
 * @param due when the next attempt may be made
 * @param failure why the last attempt failed; empty if none was made
 */
public record OutboxEntry(
    UUID id,
    String destination,
    NewsKind kind,
    ProfileId about,
    Map<String, String> details,
    Instant at,
    int attempts,
    Instant due,
    String failure) {

  /** Checks and copies the parts. */
  public OutboxEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(destination, "destination");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(failure, "failure");
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** Returns a copy with another number of failed attempts, next time and last failure. */
  public OutboxEntry withAttempts(int failed, Instant next, String why) {
    return new OutboxEntry(id, destination, kind, about, details, at, failed, next, why);
  }

  /** Returns ids, kind and attempts; not the details. */
  @Override
  public String toString() {
    return "OutboxEntry["
        + kind.key()
        + " "
        + id
        + " about "
        + about
        + " to "
        + destination
        + ", "
        + attempts
        + " attempts]";
  }
}

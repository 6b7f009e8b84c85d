package io.customerhub.spi;

import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept.
 *
 * @param event the event
 * @param member the member it was born under; null if it named nobody
 * @param receivedAt when the hub took it, to the microsecond
 * @param hash of the event's content, to tell a repeated delivery from a reused messageId
 * @param setAside identifiers that were not used as keys: masked identifier to reason code
 */
public record StoredEvent(
    Event event,
    @Nullable ProfileId member,
    Instant receivedAt,
    String hash,
    Map<String, String> setAside) {

  /** Checks and copies the parts. */
  public StoredEvent {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(hash, "hash");
    setAside = java.util.Collections.unmodifiableMap(new TreeMap<>(setAside));
  }

  /** Returns the member the event was born under, or empty if it named nobody. */
  public Optional<ProfileId> about() {
    return Optional.ofNullable(member);
  }
}

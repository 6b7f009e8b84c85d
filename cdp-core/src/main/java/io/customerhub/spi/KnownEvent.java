package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventStore.EventKey;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That an event was taken, whether it is in the log or was removed from it.
 *
 * @param key its name
 * @param member the member it was born under; null if it named nobody
 * @param hash of its content, to tell a repeated delivery from a reused messageId
 */
public record KnownEvent(EventKey key, @Nullable ProfileId member, String hash) {

  /** Checks that key and hash are present. */
  public KnownEvent {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(hash, "hash");
  }

  /** Returns what is known of an event in the log. */
  public static KnownEvent of(StoredEvent stored) {
    return new KnownEvent(EventKey.of(stored.event()), stored.member(), stored.hash());
  }

  /** Returns the member the event was born under, or empty if it named nobody. */
  public Optional<ProfileId> about() {
    return Optional.ofNullable(member);
  }
}

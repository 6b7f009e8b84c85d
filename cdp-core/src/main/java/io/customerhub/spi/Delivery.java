package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One attempt to tell one destination one piece of news.
 *
 * @param id names the news to this destination, the same in every attempt: the idempotency key
 * @param destination the destination's name
 * @param kind what happened
 * @param profile the canonical id when it happened; resolves for ever
 * @param at when it happened
 * @param attempt 1 for the first
 * @param attemptedAt when this attempt is made, by the hub's clock
 * @param body the news as a JSON object; personal data, as far as the subscription asks for it
 */
public record Delivery(
    UUID id,
    String destination,
    NewsKind kind,
    ProfileId profile,
    Instant at,
    int attempt,
    Instant attemptedAt,
    String body) {

  /** Checks that the parts are present. */
  public Delivery {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(destination, "destination");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(attemptedAt, "attemptedAt");
    Objects.requireNonNull(body, "body");
  }

  /** Returns ids, kind and attempt; not the body. */
  @Override
  public String toString() {
    return "Delivery["
        + kind.key()
        + " "
        + id
        + " to "
        + destination
        + ", attempt "
        + attempt
        + "]";
  }
}

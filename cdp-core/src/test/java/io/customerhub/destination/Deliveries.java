package io.customerhub.destination;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Delivery;
import io.customerhub.spi.NewsKind;
import java.time.Instant;
import java.util.UUID;

/** Deliveries for tests. */
final class Deliveries {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private Deliveries() {}

  static Delivery of(int n, String body) {
    return new Delivery(
        new UUID(7, n),
        "mail",
        NewsKind.EVENT_ACCEPTED,
        new ProfileId(new UUID(1, 1)),
        NOW,
        1,
        NOW,
        body);
  }
}

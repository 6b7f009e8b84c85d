package io.customerhub.segment;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One person at one instant. Not thread-safe. */
final class Look {

  private final Facts facts;
  private final Instant now;
  private final ZoneId zone;
  private @Nullable Evaluator evaluator;

  Look(Facts facts, Instant now, ZoneId zone) {
    this.facts = facts;
    this.now = now;
    this.zone = zone;
  }

  Facts facts() {
    return facts;
  }

  Instant now() {
    return now;
  }

  /** Returns what judges all that is not prepared; made when it is needed first. */
  Evaluator evaluator() {
    if (evaluator == null) {
      evaluator = new Evaluator(facts, now, zone);
    }
    return evaluator;
  }
}

package io.customerhub.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How something that holds or not goes on as time passes and nothing else happens. */
interface Course {

  /** How many instants are tried before one is given that may be no change. */
  int STEPS = 64;

  boolean holds(Instant now);

  /** Returns an instant after now before which it stays as it is; null if it does for ever. */
  @Nullable Instant after(Instant now);

  /** Returns when it next flips, or an instant before that; null if it never does. */
  default @Nullable Instant nextFlip(Instant now, boolean holds) {
    Instant at = after(now);
    for (int i = 1; i < STEPS && at != null && holds(at) == holds; i++) {
      at = after(at);
    }
    return at == null || !at.isBefore(Timeline.END) ? null : at;
  }

  static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}

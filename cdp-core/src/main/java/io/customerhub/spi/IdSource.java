package io.customerhub.spi;

import java.time.Clock;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes ids. Thread-safe. */
public interface IdSource {

  /** Returns an id that was not returned before; larger than all that this source made before. */
  UUID next();

  /**
   * Returns a source of UUIDs of version 7 (RFC 9562): 48 bits of milliseconds of the clock, then
   * random bits. Within a millisecond, or when the clock steps back, the ids go on ascending.
   *
   * @param seed the same seed and clock give the same ids
   */
  static IdSource seeded(Clock clock, long seed) {
    return new TimeOrderedIds(Objects.requireNonNull(clock, "clock"), new SplittableRandom(seed));
  }
}

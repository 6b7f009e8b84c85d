package io.customerhub.spi;

import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;

/** UUIDs of version 7: milliseconds, a 12-bit counter, 62 random bits. */
final class TimeOrderedIds implements IdSource {

  private static final int COUNTER_MAX = 0xFFF;

  private final Clock clock;
  private final SplittableRandom random;
  private long millis;
  private int counter;

  TimeOrderedIds(Clock clock, SplittableRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      counter = random.nextInt(COUNTER_MAX / 2);
    } else if (++counter > COUNTER_MAX) {
      millis++;
      counter = 0;
    }
    long high = (millis << 16) | 0x7000L | counter;
    long low = 0x8000000000000000L | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}

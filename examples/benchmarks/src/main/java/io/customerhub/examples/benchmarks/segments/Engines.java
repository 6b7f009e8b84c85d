package io.customerhub.examples.benchmarks.segments;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Clock;

/** Engines as hosts have them. */
final class Engines {

  private Engines() {}

  static CustomerEngine over(Storage storage) {
    Clock clock = Clock.systemUTC();
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, System.nanoTime()))
        .build();
  }
}

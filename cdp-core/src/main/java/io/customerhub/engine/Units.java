package io.customerhub.engine;

import io.customerhub.spi.Transaction;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs units: each in a transaction of its own, at the instant the clock shows when it starts. */
final class Units {

  private final Wiring wiring;

  Units(Wiring wiring) {
    this.wiring = wiring;
  }

  <T extends @Nullable Object> T run(Function<Unit, T> work) {
    return wiring.storage().inTransaction(tx -> work.apply(within(tx)));
  }

  /** Returns a unit that is part of a transaction that somebody else runs. */
  Unit within(Transaction tx) {
    return new Unit(tx, wiring, wiring.clock().instant().truncatedTo(ChronoUnit.MICROS));
  }
}

package io.customerhub.engine;

import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs units: each in a transaction of its own, at the instant the clock shows when it starts. */
final class Units {

  private final Wiring wiring;
  private final SecondLooks looks;

  Units(Wiring wiring, SecondLooks looks) {
    this.wiring = wiring;
    this.looks = looks;
  }

  /** Runs a unit; behind its commit, members it asked for are looked at again. */
  <T extends @Nullable Object> T run(Function<Unit, T> work) {
    return run(this::within, work, this::lookAgain);
  }

  private void lookAgain(Unit unit) {
    // The host's transaction may not have ended when it says so: its connection is in use.
    if (!unit.asked().isEmpty() && !unit.tx().isPartOfHosts()) {
      unit.tx().afterCommit(() -> looks.after(this, unit));
    }
  }

  /** Runs a unit as {@link #run} does, with few trips to the store for many events. */
  <T extends @Nullable Object> T runBatch(Function<Unit, T> work) {
    return run(tx -> Unit.buffered(tx, wiring, now()), work, this::lookAgain);
  }

  /** Runs a unit that is a second look itself. */
  <T extends @Nullable Object> T again(Function<Unit, T> work) {
    return run(this::within, work, unit -> {});
  }

  private <T extends @Nullable Object> T run(
      Function<Transaction, Unit> begin, Function<Unit, T> work, Consumer<Unit> end) {
    return wiring
        .storage()
        .inTransaction(
            tx -> {
              Unit unit = begin.apply(tx);
              T result = work.apply(unit);
              unit.end();
              end.accept(unit);
              return result;
            });
  }

  /** Returns a unit that is part of a transaction that somebody else runs. */
  Unit within(Transaction tx) {
    return new Unit(tx, wiring, now());
  }

  private Instant now() {
    return wiring.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}

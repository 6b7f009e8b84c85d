package io.customerhub.examples.benchmarks.concurrency;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts transactions, how often their work was run, and why it had to be run again. */
record CountedStorage(
    Storage storage,
    LongAdder transactions,
    LongAdder attempts,
    LongAdder deadlocks,
    LongAdder timeouts)
    implements Storage {

  private static final Set<String> DEADLOCK = Set.of("40P01", "40001");
  private static final Set<String> TIMEOUT = Set.of("55P03", "HYT00");

  CountedStorage(Storage storage) {
    this(storage, new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    transactions.increment();
    return storage.inTransaction(tx -> counted(tx, work));
  }

  private <T extends @Nullable Object> T counted(Transaction tx, Function<Transaction, T> work) {
    attempts.increment();
    try {
      return work.apply(tx);
    } catch (ConflictException e) {
      count(e);
      throw e;
    }
  }

  private void count(ConflictException conflict) {
    if (conflict.getCause() instanceof SQLException cause) {
      String state = String.valueOf(cause.getSQLState());
      (DEADLOCK.contains(state) ? deadlocks : timeouts)
          .add(DEADLOCK.contains(state) || TIMEOUT.contains(state) ? 1 : 0);
    }
  }

  @Override
  public void close() {
    storage.close();
  }
}

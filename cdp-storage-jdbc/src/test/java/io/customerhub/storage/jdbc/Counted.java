package io.customerhub.storage.jdbc;

import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts transactions and how often their work was run. */
record Counted(Storage storage, LongAdder transactions, LongAdder attempts) implements Storage {

  Counted(Storage storage) {
    this(storage, new LongAdder(), new LongAdder());
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    transactions.increment();
    return storage.inTransaction(
        tx -> {
          attempts.increment();
          return work.apply(tx);
        });
  }

  @Override
  public void close() {
    storage.close();
  }
}

package io.customerhub.engine;

import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notes whose profiles transactions change, so that nobody is shown them as they were. */
record WatchedStorage(Storage storage, Freshness freshness) implements Storage {

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    AtomicReference<@Nullable WatchedTransaction> last = new AtomicReference<>();
    try {
      return storage.inTransaction(tx -> work.apply(watched(tx, last)));
    } finally {
      // Also where it is not known whether the commit was done.
      WatchedTransaction tx = last.get();
      if (tx != null) {
        tx.tell();
      }
    }
  }

  /** First of all that is done after the commit: listeners may look at what was changed. */
  private Transaction watched(Transaction tx, AtomicReference<@Nullable WatchedTransaction> last) {
    WatchedTransaction watched = new WatchedTransaction(tx, freshness);
    last.set(watched);
    tx.afterCommit(watched::tell);
    return watched;
  }

  @Override
  public void close() {
    storage.close();
  }
}

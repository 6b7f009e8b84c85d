package io.customerhub.memory;

import io.customerhub.spi.AfterCommit;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in memory until it is closed. Nothing is written anywhere.
 *
 * <p>Thread-safe. One transaction runs at a time; others wait for it. Work that throws {@link
 * ConflictException} is run again, at most ten times.
 */
public final class MemoryStorage implements Storage {

  private static final int ATTEMPTS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final UndoLog undo = new UndoLog();
  private @Nullable MemoryStores stores = new MemoryStores(undo);

  private MemoryStorage() {}

  /** Returns a new, empty storage. */
  public static MemoryStorage create() {
    return new MemoryStorage();
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    Objects.requireNonNull(work, "work");
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("a transaction is running on this thread already");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(work);
      } catch (ConflictException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Forgets everything. A second call does nothing; it waits for a running transaction. */
  @Override
  public void close() {
    lock.lock();
    try {
      stores = null;
    } finally {
      lock.unlock();
    }
  }

  private <T extends @Nullable Object> T attempt(Function<Transaction, T> work) {
    AfterCommit afterCommit = new AfterCommit();
    T result;
    lock.lock();
    try {
      result = run(work, new MemoryTransaction(open(), afterCommit));
    } finally {
      lock.unlock();
    }
    afterCommit.run();
    return result;
  }

  private <T extends @Nullable Object> T run(
      Function<Transaction, T> work, MemoryTransaction transaction) {
    boolean done = false;
    undo.begin();
    try {
      T result = work.apply(transaction);
      done = true;
      return result;
    } finally {
      transaction.end();
      if (done) {
        undo.commit();
      } else {
        undo.rollback();
      }
    }
  }

  private MemoryStores open() {
    if (stores == null) {
      throw new IllegalStateException("the storage is closed");
    }
    return stores;
  }
}

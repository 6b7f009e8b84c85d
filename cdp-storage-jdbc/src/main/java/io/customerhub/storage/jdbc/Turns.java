package io.customerhub.storage.jdbc;

import io.customerhub.spi.StorageException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the transactions of a process run side by side, and one that keeps meeting others run alone:
 * where everybody writes about the same people, each would else undo the other until both give up.
 * Other processes are met nonetheless, but one transaction of each at most. Thread-safe.
 */
final class Turns {

  /** So often a transaction is run beside others. */
  private static final int TOGETHER = 2;

  /** Longer than most transactions; one that takes longer, such as an export, stops nobody. */
  private static final long WAIT_MILLIS = 1_000;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(/* fair= */ true);
  private final long waitMillis;

  Turns() {
    this(WAIT_MILLIS);
  }

  /**
   * Creates turns.
   *
   * @param waitMillis how long to wait for others to end before running beside them nonetheless
   */
  Turns(long waitMillis) {
    this.waitMillis = waitMillis;
  }

  /** Work on a connection. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run() throws SQLException;
  }

  /**
   * Runs a transaction.
   *
   * @param attempt how often it was begun, with this time
   */
  <T extends @Nullable Object> T take(int attempt, Work<T> work) throws SQLException {
    Lock turn = turn(attempt);
    try {
      return work.run();
    } finally {
      turn.unlock();
    }
  }

  private Lock turn(int attempt) {
    try {
      if (attempt > TOGETHER && lock.writeLock().tryLock(waitMillis, TimeUnit.MILLISECONDS)) {
        return lock.writeLock();
      }
      lock.readLock().lockInterruptibly();
      return lock.readLock();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while waiting for other transactions", e);
    }
  }
}

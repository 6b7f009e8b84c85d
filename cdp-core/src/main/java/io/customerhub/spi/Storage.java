package io.customerhub.spi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place where one tenant's hub keeps everything. The tenant is fixed when the storage is opened.
 *
 * <p>Thread-safe.
 */
public interface Storage extends AutoCloseable {

  /**
   * Runs work in one transaction: all of its writes are kept, or none.
   *
   * <p>A transaction that meets a concurrent one is rolled back and run again, a bounded number of
   * times: the work must have no effect outside the transaction other than through {@link
   * Transaction#afterCommit}. What {@code work} throws rolls back and is thrown on.
   *
   * <p>Within work, a nested call on the same thread is an error.
   *
   * @throws ConflictException if the transaction kept meeting concurrent ones
   * @throws StorageException if the store failed
   * @throws IllegalStateException if the storage is closed, or called within work
   */
  <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work);

  /** Releases what this storage opened itself. A second call does nothing. */
  @Override
  void close();
}

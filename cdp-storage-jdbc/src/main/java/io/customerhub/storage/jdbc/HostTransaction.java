package io.customerhub.storage.jdbc;

import io.customerhub.spi.AfterCommit;
import java.sql.Connection;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of the host's own that calls of the hub take part in.
 *
 * <pre>{@code
 * connection.setAutoCommit(false);
 * HostTransaction transaction = storage.join(connection);
 * insertOrder(connection);
 * transaction.run(() -> hub.ingest(event));
 * connection.commit();
 * transaction.committed();
 * }</pre>
 *
 * <p>The connection is the host's: it is neither committed nor rolled back nor closed here, and
 * keeps its settings, such as how long it waits for locks. If the host rolls back, nothing of the
 * calls remains. Each transaction of the hub within is all or nothing by a savepoint: if it throws,
 * nothing of it remains.
 *
 * <p>Nothing is run again on meeting a concurrent transaction: {@link
 * io.customerhub.spi.ConflictException} reaches the host. It then has to roll back, as some
 * databases have done already, and may do the whole of its work again.
 *
 * <p>Not thread-safe: it belongs to one connection and one transaction.
 */
public final class HostTransaction {

  private final JdbcStorage storage;
  private final Connection connection;
  private AfterCommit waiting = new AfterCommit();

  HostTransaction(JdbcStorage storage, Connection connection) {
    this.storage = storage;
    this.connection = connection;
  }

  /**
   * Makes calls of the hub, by this thread, part of the transaction.
   *
   * @return what they return
   * @throws IllegalStateException if the connection commits automatically or is not at READ
   *     COMMITTED, or if this thread takes part in a transaction of the host already
   */
  public <T extends @Nullable Object> T call(Supplier<T> calls) {
    Objects.requireNonNull(calls, "calls");
    return storage.within(this, calls);
  }

  /** Like {@link #call}, of calls whose result does not matter. */
  public void run(Runnable calls) {
    Objects.requireNonNull(calls, "calls");
    this.<@Nullable Object>call(
        () -> {
          calls.run();
          return null;
        });
  }

  /**
   * Tells that the host has committed: now what waits for that runs, as the hub's listeners. If the
   * host rolled back, it just does not call this. A second call runs nothing again.
   */
  public void committed() {
    AfterCommit due = waiting;
    waiting = new AfterCommit();
    due.run();
  }

  Connection connection() {
    return connection;
  }

  void later(Runnable actions) {
    waiting.add(actions);
  }
}

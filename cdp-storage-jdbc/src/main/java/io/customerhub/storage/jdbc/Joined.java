package io.customerhub.storage.jdbc;

import io.customerhub.spi.AfterCommit;
import io.customerhub.spi.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work within a transaction of the host, undone by a savepoint should it fail. */
final class Joined {

  private static final Logger LOG = LoggerFactory.getLogger(Joined.class);

  private final Connection connection;
  private final Consumer<Runnable> afterCommit;

  /**
   * Takes part in a transaction of the host.
   *
   * @param afterCommit takes what is to run when the host has committed
   */
  Joined(Connection connection, Consumer<Runnable> afterCommit) {
    this.connection = connection;
    this.afterCommit = afterCommit;
  }

  /** Row locks tell who was first only where every statement sees what is committed by then. */
  static void requireJoinable(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException(
          "the connection commits automatically, so there is no transaction to take part in; call"
              + " setAutoCommit(false) first");
    }
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      throw new IllegalStateException(
          "the host's transaction is not at READ COMMITTED, which the hub's locks need");
    }
  }

  <T extends @Nullable Object> T run(
      Function<Transaction, T> work,
      Function<Connection, Sql> statements,
      BiFunction<Sql, AfterCommit, Transaction> stores) {
    try {
      requireJoinable(connection);
      Savepoint before = connection.setSavepoint();
      boolean done = false;
      try (Sql sql = statements.apply(connection)) {
        AfterCommit actions = new AfterCommit();
        T result = work.apply(stores.apply(sql, actions));
        sql.requireNoFailure();
        afterCommit.accept(actions::run);
        done = true;
        return result;
      } finally {
        end(before, done);
      }
    } catch (SQLException e) {
      throw Failures.of("taking part in the host's transaction", e);
    }
  }

  private void end(Savepoint before, boolean done) throws SQLException {
    if (done) {
      connection.releaseSavepoint(before);
    } else {
      undo(before);
    }
  }

  /** Never hides why the work failed. */
  private void undo(Savepoint before) {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      LOG.warn("Going back to a savepoint failed with SQLState {}", e.getSQLState());
    }
  }
}

package io.customerhub.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection during one transaction; it is given back with the settings it came with. */
final class Borrowed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Borrowed.class);
  private static final long LOCK_TIMEOUT_MILLIS = 3_000;

  private final Connection connection;
  private final SqlDialect dialect;
  private final boolean autoCommit;
  private final int isolation;
  private final long lockTimeout;
  private boolean ended;

  Borrowed(Connection connection, SqlDialect dialect) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.autoCommit = connection.getAutoCommit();
    this.isolation = connection.getTransactionIsolation();
    this.lockTimeout = lockTimeout();
    isolate(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    waitForLocks(LOCK_TIMEOUT_MILLIS);
  }

  Connection connection() {
    return connection;
  }

  void commit() throws SQLException {
    connection.commit();
    ended = true;
  }

  /** Rolls back unless committed, and gives the connection back. Never hides another failure. */
  @Override
  public void close() {
    try (connection) {
      if (!ended) {
        connection.rollback();
      }
      waitForLocks(lockTimeout);
      connection.setAutoCommit(autoCommit);
      isolate(isolation);
    } catch (SQLException e) {
      LOG.warn("Giving back a connection failed with SQLState {}", e.getSQLState());
    }
  }

  private void isolate(int level) throws SQLException {
    if (connection.getTransactionIsolation() != level) {
      connection.setTransactionIsolation(level);
    }
  }

  private void waitForLocks(long millis) throws SQLException {
    if (lockTimeout != LOCK_TIMEOUT_MILLIS) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(dialect.setLockTimeout(millis));
      }
    }
  }

  private long lockTimeout() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(dialect.lockTimeout())) {
      result.next();
      return result.getLong(1);
    }
  }
}

package io.customerhub.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a transaction set on its connection, to be set back when it has ended. */
interface Session {

  /** Sets the connection back to how it came. */
  void end() throws SQLException;

  /** Where settings are the connection's: remembers them. */
  static Session ofConnection(Connection connection, long lockTimeoutMillis) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    int isolation = connection.getTransactionIsolation();
    long lockTimeout = lockTimeout(connection);
    isolate(connection, Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    if (lockTimeout != lockTimeoutMillis) {
      execute(connection, "SET LOCK_TIMEOUT " + lockTimeoutMillis);
    }
    return () -> {
      if (lockTimeout != lockTimeoutMillis) {
        execute(connection, "SET LOCK_TIMEOUT " + lockTimeout);
      }
      connection.setAutoCommit(autoCommit);
      isolate(connection, isolation);
    };
  }

  /** Where settings can be the transaction's: one trip to the server, and nothing to set back. */
  static Session ofTransaction(Connection connection, long lockTimeoutMillis) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    execute(
        connection,
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL plan_cache_mode ="
            + " force_generic_plan; SET LOCAL lock_timeout = "
            + lockTimeoutMillis);
    return () -> connection.setAutoCommit(autoCommit);
  }

  private static void isolate(Connection connection, int level) throws SQLException {
    if (connection.getTransactionIsolation() != level) {
      connection.setTransactionIsolation(level);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long lockTimeout(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("CALL LOCK_TIMEOUT()")) {
      result.next();
      return result.getLong(1);
    }
  }
}

package io.customerhub.storage.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the connection of the running transaction, which closing leaves open, as Spring's
 * TransactionAwareDataSourceProxy does; another one where none runs.
 */
final class HostDataSource implements DataSource {

  private final DataSource pool;
  private @Nullable Connection running;

  HostDataSource(DataSource pool) {
    this.pool = pool;
  }

  void begin() throws SQLException {
    running = pool.getConnection();
    running.setAutoCommit(false);
  }

  void commit() throws SQLException {
    current().commit();
    end();
  }

  void rollback() throws SQLException {
    current().rollback();
    end();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return running == null ? pool.getConnection() : new Unclosed(running).proxy();
  }

  private Connection current() {
    if (running == null) {
      throw new AssertionError("no transaction is running");
    }
    return running;
  }

  private void end() throws SQLException {
    try (Connection connection = current()) {
      connection.setAutoCommit(true);
    }
    running = null;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}

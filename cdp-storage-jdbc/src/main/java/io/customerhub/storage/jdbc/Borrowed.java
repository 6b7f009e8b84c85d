package io.customerhub.storage.jdbc;

import io.customerhub.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection during one transaction; it is given back with the settings it came with. */
final class Borrowed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Borrowed.class);
  private static final long LOCK_TIMEOUT_MILLIS = 3_000;

  private final Connection connection;
  private final SqlDialect dialect;
  private final Session session;
  private boolean ended;

  /** Begins a transaction, or closes the connection. */
  static Borrowed of(Connection connection, SqlDialect dialect) throws SQLException {
    try {
      return new Borrowed(connection, dialect);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private Borrowed(Connection connection, SqlDialect dialect) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.session = dialect.begin(connection, LOCK_TIMEOUT_MILLIS);
  }

  /**
   * Commits; where the connection breaks meanwhile nobody knows, so it must not be done again.
   *
   * @param forced whether the disk has to have it when this returns
   */
  void commit(boolean forced) {
    try {
      connection.commit();
      ended = true;
    } catch (SQLException e) {
      StorageException failure = Failures.of("commit", e);
      throw failure instanceof LostConnectionException
          ? new StorageException("it is not known whether the commit was done", failure)
          : failure;
    }
    if (forced) {
      force();
    }
  }

  /** It stays committed if this fails. */
  private void force() {
    try {
      dialect.force(connection);
    } catch (SQLException e) {
      throw new StorageException(
          "it was committed, and it is not known whether the disk has it",
          Failures.of("forcing to the disk", e));
    }
  }

  /** Rolls back unless committed, and gives the connection back. Never hides another failure. */
  @Override
  public void close() {
    try (connection) {
      if (!ended) {
        connection.rollback();
      }
      session.end();
    } catch (SQLException e) {
      LOG.warn("Giving back a connection failed with SQLState {}", e.getSQLState());
    }
  }
}

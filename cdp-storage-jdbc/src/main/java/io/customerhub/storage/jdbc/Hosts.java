package io.customerhub.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a connection means that the data source hands out with autocommit off. To guess is not an
 * option: to commit a host's transaction is as bad as not to commit one's own.
 *
 * @param commits whether our transaction begins with it, which we commit
 * @param afterCommit takes what is to run after the commit of the host whose transaction it is;
 *     null if it is none
 */
record Hosts(boolean commits, @Nullable Consumer<Runnable> afterCommit) {

  /** Nobody has said what it means. */
  static final Hosts UNKNOWN = new Hosts(false, null);

  /** There is no transaction of the host. */
  static final Hosts NONE = new Hosts(true, null);

  /** It is the connection of the host's running transaction. */
  static Hosts joined(Consumer<Runnable> afterCommit) {
    return new Hosts(false, afterCommit);
  }

  Hosts or(Hosts other) {
    if (!equals(UNKNOWN)) {
      throw new IllegalStateException(
          "hostTransactions and ownTransactions exclude each other, and each is set once");
    }
    return other;
  }

  /** Returns whether a transaction of our own is to begin on a connection. */
  boolean own(Connection connection) throws SQLException {
    if (commits || connection.getAutoCommit()) {
      return true;
    }
    if (afterCommit == null) {
      try (connection) {
        throw unknown();
      }
    }
    return false;
  }

  void later(Runnable action) {
    if (afterCommit != null) {
      afterCommit.accept(action);
    }
  }

  /** Tables are never added within a transaction of the host. */
  void requireOutside(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      if (!commits && !connection.getAutoCommit()) {
        throw unknown();
      }
    } catch (SQLException e) {
      throw Failures.of("asking a connection for its settings", e);
    }
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException(
        "the data source handed out a connection with autocommit off. If a transaction of the host"
            + " is running, open the storage outside of it and set hostTransactions on the builder;"
            + " if the pool is set so, set ownTransactions");
  }
}

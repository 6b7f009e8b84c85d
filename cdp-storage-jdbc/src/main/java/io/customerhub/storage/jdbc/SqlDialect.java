package io.customerhub.storage.jdbc;

import io.customerhub.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The databases that are supported, and in what they differ. Immutable. */
public enum SqlDialect {
  /** H2 2.2 or newer. */
  H2("h2", " FOR UPDATE", "", "CALL LOCK_TIMEOUT()", "SET LOCK_TIMEOUT %d");

  private static final List<String> SCRIPTS = List.of("V1__customer_hub.sql");

  private final String folder;
  private final String rowLock;
  private final String ifAbsent;
  private final String lockTimeout;
  private final String setLockTimeout;

  SqlDialect(
      String folder, String rowLock, String ifAbsent, String lockTimeout, String setLockTimeout) {
    this.folder = folder;
    this.rowLock = rowLock;
    this.ifAbsent = ifAbsent;
    this.lockTimeout = lockTimeout;
    this.setLockTimeout = setLockTimeout;
  }

  static SqlDialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    if (product.equals("H2")) {
      return H2;
    }
    throw new StorageException("the database is " + product + "; supported is H2", null);
  }

  /** Where the scripts are, beside this class. */
  String folder() {
    return folder;
  }

  /** The scripts' names, in the order in which they are run. */
  List<String> scripts() {
    return SCRIPTS;
  }

  /** What makes a SELECT lock its rows until the transaction ends. */
  String rowLock() {
    return rowLock;
  }

  /**
   * What makes an INSERT of a key that is there count 0 rows. Where it is empty, the violation of
   * the key is caught, which such a database survives within the transaction.
   */
  String ifAbsent() {
    return ifAbsent;
  }

  /** The query for how many milliseconds the connection waits for a lock. */
  String lockTimeout() {
    return lockTimeout;
  }

  /** The statement that sets how many milliseconds the connection waits for a lock. */
  String setLockTimeout(long millis) {
    return setLockTimeout.formatted(millis);
  }
}

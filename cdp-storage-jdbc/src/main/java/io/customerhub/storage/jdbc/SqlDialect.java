package io.customerhub.storage.jdbc;

import io.customerhub.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** The databases that are supported, and in what they differ. Immutable. */
public enum SqlDialect {
  /** H2 2.2 or newer. */
  // It knows one kind of row lock.
  H2("h2", " FOR UPDATE", " FOR UPDATE", ""),

  /** PostgreSQL 13 or newer. */
  // Keys never change, so the weaker lock does: it lets a host's foreign keys to the row pass.
  POSTGRESQL("postgresql", " FOR NO KEY UPDATE", " FOR KEY SHARE", " ON CONFLICT DO NOTHING");

  private static final List<String> SCRIPTS =
      List.of(
          "V1__customer_hub.sql",
          "V2__privacy.sql",
          "V3__second_looks.sql",
          "V4__outbox.sql",
          "V5__membership_history.sql",
          "V6__retention.sql",
          "V7__open_pairs.sql");

  private static final Pattern EACH = Pattern.compile("\\{each (\\w+) (\\w) ON ([^}]*)\\}");
  private static final Pattern ANY = Pattern.compile("\\{any (\\w+) (\\w) ON ([^}]*)\\}");

  private final String folder;
  private final String rowLock;
  private final String sharedLock;
  private final String ifAbsent;

  SqlDialect(String folder, String rowLock, String sharedLock, String ifAbsent) {
    this.folder = folder;
    this.rowLock = rowLock;
    this.sharedLock = sharedLock;
    this.ifAbsent = ifAbsent;
  }

  static SqlDialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> H2;
      case "PostgreSQL" -> POSTGRESQL;
      default ->
          throw new StorageException(
              "the database is " + product + "; supported are H2 and PostgreSQL", null);
    };
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
   * What makes a SELECT keep its rows from being deleted until the transaction ends. On PostgreSQL
   * they can be locked by {@link #rowLock()} meanwhile.
   */
  String sharedLock() {
    return sharedLock;
  }

  /**
   * Returns SQL with {@link Keys#each} and {@link Keys#any} written out. PostgreSQL is kept from
   * choosing another way than the index: it would read all rows of a tenant that it has no
   * statistics of yet, as is the rule while the first data come in.
   */
  String joined(String sql) {
    String each =
        EACH.matcher(sql)
            .replaceAll(
                this == H2
                    ? "JOIN $1 $2 ON $3"
                    : "CROSS JOIN LATERAL (SELECT $2.* FROM $1 $2 WHERE $3 OFFSET 0) $2");
    return ANY.matcher(each)
        .replaceAll(
            this == H2
                ? "LEFT JOIN $1 $2 ON $3"
                : "LEFT JOIN LATERAL (SELECT $2.* FROM $1 $2 WHERE $3 OFFSET 0) $2 ON TRUE");
  }

  /** Whether a SELECT for {@link Keys} locks the rows it finds in the order of the keys. */
  boolean locksInOrder() {
    return this == POSTGRESQL;
  }

  /** What makes an INSERT of a key that is there count 0 rows; empty if it fails nonetheless. */
  String ifAbsent() {
    return ifAbsent;
  }

  /**
   * Whether an INSERT of a key that is there fails, and the transaction can go on. Otherwise {@link
   * #ifAbsent()} keeps it from failing, for any failure ends the transaction.
   */
  boolean survivesKnownKeys() {
    return ifAbsent.isEmpty();
  }

  /** Brings what was committed to the disk, where the database does not do so by itself. */
  void force(Connection connection) throws SQLException {
    if (this == H2) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  /** Begins a transaction at READ COMMITTED that waits so long for a lock. */
  Session begin(Connection connection, long lockTimeoutMillis) throws SQLException {
    return this == H2
        ? Session.ofConnection(connection, lockTimeoutMillis)
        : Session.ofTransaction(connection, lockTimeoutMillis);
  }
}

package io.customerhub.storage.jdbc;

import io.customerhub.spi.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The tables of a {@link JdbcStorage}: their scripts, adding them, and checking them.
 *
 * <p>The scripts are numbered, can be run by hand or by Flyway as they are, and change nothing when
 * run again. Thread-safe.
 */
public final class JdbcSchema {

  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS cdp_schema_version (script VARCHAR(200) PRIMARY KEY)";

  private static final String DONE = "SELECT script FROM cdp_schema_version";

  private static final String ADD = "INSERT INTO cdp_schema_version (script) VALUES (?)";

  /** Of this process; an embedded database has no other. */
  private static final Object ONE_AT_A_TIME = new Object();

  /** More than there are statements: each that fails was just done by somebody else. */
  private static final int ATTEMPTS = 200;

  private final DataSource dataSource;
  private final TableNames names;

  JdbcSchema(DataSource dataSource, TableNames names) {
    this.dataSource = dataSource;
    this.names = names;
  }

  /** Returns the schema of a database, with the table prefix {@code cdp_}. */
  public static JdbcSchema on(DataSource dataSource) {
    Objects.requireNonNull(dataSource, "dataSource");
    return new JdbcSchema(dataSource, new TableNames(TableNames.DEFAULT_PREFIX));
  }

  /** Returns the scripts for a database, name to text, in the order in which to run them. */
  public static Map<String, String> scripts(SqlDialect dialect) {
    Map<String, String> scripts = new java.util.LinkedHashMap<>();
    Script.of(dialect, new TableNames(TableNames.DEFAULT_PREFIX))
        .forEach(script -> scripts.put(script.name(), script.text()));
    return Collections.unmodifiableMap(scripts);
  }

  /**
   * Returns the same schema with another table prefix.
   *
   * @throws IllegalArgumentException unless 1 to 30 lower-case letters, digits or _, a letter first
   */
  public JdbcSchema tablePrefix(String prefix) {
    return new JdbcSchema(dataSource, new TableNames(prefix));
  }

  /**
   * Runs the scripts that were not run yet. Several may start this at once: the scripts change
   * nothing when run again, so whoever comes second finds the work done.
   *
   * @return the names of the scripts that this call ran
   * @throws StorageException if a script fails
   */
  public List<String> migrate() {
    // In H2 a table that somebody adds a column to is not there for a while.
    synchronized (ONE_AT_A_TIME) {
      return migrateAlone();
    }
  }

  private List<String> migrateAlone() {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = dataSource.getConnection()) {
        return migrate(connection);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS) {
          throw Failures.of("migrating the schema", e);
        }
      }
    }
  }

  /**
   * Checks that every table and column is there.
   *
   * @throws StorageException if any is missing: the message lists all of them, each with the script
   *     that adds it
   */
  public void validate() {
    try (Connection connection = dataSource.getConnection()) {
      List<String> missing = missing(connection);
      if (!missing.isEmpty()) {
        throw new StorageException(
            "the schema is not complete; run the scripts named here: " + String.join("; ", missing),
            null);
      }
    } catch (SQLException e) {
      throw Failures.of("validating the schema", e);
    }
  }

  SqlDialect dialect() {
    try (Connection connection = dataSource.getConnection()) {
      return SqlDialect.of(connection);
    } catch (SQLException e) {
      throw Failures.of("asking the database for its name", e);
    }
  }

  private List<String> migrate(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute(names.in(VERSIONS));
      Set<String> done = done(statement);
      List<String> ran = new ArrayList<>();
      for (Script script : Script.of(SqlDialect.of(connection), names)) {
        if (!done.contains(script.name())) {
          run(connection, script);
          ran.add(script.name());
        }
      }
      return List.copyOf(ran);
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private Set<String> done(Statement statement) throws SQLException {
    Set<String> done = new HashSet<>();
    try (ResultSet results = statement.executeQuery(names.in(DONE))) {
      while (results.next()) {
        done.add(results.getString(1));
      }
    }
    return done;
  }

  private void run(Connection connection, Script script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : script.statements()) {
        statement.execute(one);
      }
    }
    try (var insert = connection.prepareStatement(names.in(ADD))) {
      insert.setString(1, script.name());
      insert.executeUpdate();
    } catch (SQLException e) {
      if (!Failures.isUniqueKey(e)) {
        throw e;
      }
    }
  }

  private List<String> missing(Connection connection) throws SQLException {
    Map<String, Set<String>> present = present(connection);
    List<String> missing = new ArrayList<>();
    for (Script script : Script.of(SqlDialect.of(connection), names)) {
      script
          .tables()
          .forEach((table, columns) -> missing.addAll(missing(script, table, columns, present)));
      script
          .added()
          .forEach((table, columns) -> missing.addAll(missing(script, table, columns, present)));
    }
    return missing;
  }

  private static List<String> missing(
      Script script, String table, List<String> columns, Map<String, Set<String>> present) {
    Set<String> found = present.get(table);
    if (found == null) {
      return List.of("table " + table + " (" + script.name() + ")");
    }
    return columns.stream()
        .filter(column -> !found.contains(column))
        .map(column -> "column " + table + "." + column + " (" + script.name() + ")")
        .toList();
  }

  private static Map<String, Set<String>> present(Connection connection) throws SQLException {
    Map<String, Set<String>> present = new TreeMap<>();
    try (ResultSet columns =
        connection
            .getMetaData()
            .getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
      while (columns.next()) {
        present
            .computeIfAbsent(lower(columns.getString("TABLE_NAME")), t -> new HashSet<>())
            .add(lower(columns.getString("COLUMN_NAME")));
      }
    }
    return present;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

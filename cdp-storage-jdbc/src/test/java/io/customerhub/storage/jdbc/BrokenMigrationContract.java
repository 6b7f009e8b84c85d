package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A migration breaks off, by a crash or a failing database: the next one finishes it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
abstract class BrokenMigrationContract {

  /** Every statement is the last one within a few runs; 1 tries all in one run. */
  private static final int STEP = Integer.getInteger("customerhub.fault.step", 6);

  private static final long SEED = Long.getLong("customerhub.seed", System.nanoTime());

  private final JdbcConnectionPool database = open();
  private final JdbcSchema schema = JdbcSchema.on(database);

  /** Opens a database without a table. */
  abstract JdbcConnectionPool open();

  abstract SqlDialect dialect();

  @AfterEach
  void closeConnections() {
    database.dispose();
  }

  @Test
  void a_migration_that_broke_off_anywhere_is_finished_by_the_next() throws Exception {
    List<String> whole = structure("cdp_", schema.migrate());
    Random random = new Random(SEED);
    List<String> names = new ArrayList<>();
    for (int done = 0; done < statements("x_").size(); done += 1 + random.nextInt(2 * STEP - 1)) {
      String prefix = "after" + done + "_";
      for (String statement : statements(prefix).subList(0, done)) {
        execute(statement);
      }
      JdbcSchema broken = schema.tablePrefix(prefix);

      assertThat(broken.migrate()).as("seed %d, %s", SEED, prefix).hasSize(scripts().size());

      assertThatCode(broken::validate).doesNotThrowAnyException();
      assertThat(structure(prefix, scripts())).as("seed %d", SEED).isEqualTo(whole);
      names.add(prefix);
    }
    assertThat(names).hasSizeGreaterThan(3);
  }

  @Test
  void a_migration_goes_on_where_the_database_failed() {
    Faults faults = new Faults();
    Random random = new Random(SEED);
    for (Faults.Kind kind : List.of(Faults.Kind.LOST, Faults.Kind.REFUSED)) {
      boolean hit = true;
      for (int call = 1; hit; call += 1 + random.nextInt(8 * STEP)) {
        JdbcSchema failing =
            JdbcSchema.on(faults.over(database)).tablePrefix("f" + kind.ordinal() + call + "_");
        faults.arm(kind, call);
        failing.migrate();
        hit = faults.disarm();
        assertThatCode(failing::validate)
            .as("seed %d, %s %d", SEED, kind, call)
            .doesNotThrowAnyException();
      }
    }
  }

  private List<String> statements(String prefix) {
    return Script.of(dialect(), new TableNames(prefix)).stream()
        .flatMap(script -> script.statements().stream())
        .toList();
  }

  /** Returns the columns of all indexes of the scripts' tables, without the prefix. */
  private List<String> structure(String prefix, List<String> scripts) throws Exception {
    assertThat(scripts).isEqualTo(scripts());
    List<String> structure = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (Script script : Script.of(dialect(), new TableNames(prefix))) {
        for (String table : script.tables().keySet()) {
          indexes(connection, table)
              .forEach(index -> structure.add(table.substring(prefix.length()) + " " + index));
        }
      }
    }
    assertThat(structure).hasSizeGreaterThan(30);
    return structure;
  }

  private List<String> indexes(Connection connection, String table) throws Exception {
    List<String> found = new ArrayList<>();
    String stored = dialect() == SqlDialect.H2 ? table.toUpperCase(Locale.ROOT) : table;
    try (ResultSet rows =
        connection
            .getMetaData()
            .getIndexInfo(connection.getCatalog(), connection.getSchema(), stored, false, false)) {
      while (rows.next()) {
        found.add(
            rows.getBoolean("NON_UNIQUE")
                + " "
                + rows.getInt("ORDINAL_POSITION")
                + " "
                + rows.getString("COLUMN_NAME"));
      }
    }
    found.sort(null);
    return found;
  }

  private List<String> scripts() {
    return List.copyOf(JdbcSchema.scripts(dialect()).keySet());
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package io.customerhub.storage.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Databases for tests. */
final class Databases {

  private Databases() {}

  /** Returns a new, empty database in memory, which lives as long as a connection is open. */
  static JdbcConnectionPool inMemory() {
    return pool("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  static JdbcConnectionPool file(Path folder) {
    return pool("jdbc:h2:file:" + folder.resolve("hub").toAbsolutePath());
  }

  static void shutDown(JdbcConnectionPool database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    }
    database.dispose();
  }

  /** Returns an empty schema of the PostgreSQL server. */
  static JdbcConnectionPool postgres() {
    return postgres(newSchema());
  }

  static JdbcConnectionPool postgres(String schema) {
    return postgres(PostgresServer.url(), schema);
  }

  static JdbcConnectionPool postgres(String url, String schema) {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setURL(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema);
    // H2's pool serves any driver.
    JdbcConnectionPool pool = JdbcConnectionPool.create(source);
    pool.setMaxConnections(20);
    return pool;
  }

  /** Adds an empty schema to the PostgreSQL server. */
  static String newSchema() {
    String schema = "s" + UUID.randomUUID().toString().replace("-", "");
    JdbcConnectionPool pool = postgres("public");
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
      return schema;
    } catch (SQLException e) {
      throw new AssertionError(e);
    } finally {
      pool.dispose();
    }
  }

  private static JdbcConnectionPool pool(String url) {
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
    pool.setMaxConnections(20);
    return pool;
  }

  static JdbcStorage storage(DataSource dataSource) {
    return JdbcStorage.builder(dataSource).retryFor(Duration.ofSeconds(4)).build();
  }
}

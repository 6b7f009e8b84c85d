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
    String schema = "s" + UUID.randomUUID().toString().replace("-", "");
    JdbcConnectionPool pool = postgres(schema);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return pool;
  }

  /** Returns another pool on a schema. H2's pool serves any driver. */
  static JdbcConnectionPool postgres(String schema) {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    String url = PostgresServer.url();
    source.setURL(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema);
    JdbcConnectionPool pool = JdbcConnectionPool.create(source);
    pool.setMaxConnections(20);
    return pool;
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

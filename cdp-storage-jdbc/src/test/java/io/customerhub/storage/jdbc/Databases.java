package io.customerhub.storage.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

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

  private static JdbcConnectionPool pool(String url) {
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
    pool.setMaxConnections(20);
    return pool;
  }

  static JdbcStorage storage(DataSource dataSource) {
    return JdbcStorage.builder(dataSource).retryFor(Duration.ofSeconds(4)).build();
  }
}

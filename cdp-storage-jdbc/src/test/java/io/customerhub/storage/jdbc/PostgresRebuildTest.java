package io.customerhub.storage.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class PostgresRebuildTest extends JdbcRebuildContract {

  private final JdbcConnectionPool database = Databases.postgres();

  @Override
  DataSource database() {
    return database;
  }

  @AfterEach
  void closeDatabase() throws Exception {
    database.dispose();
  }
}

package io.customerhub.storage.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class PostgresCachedProfilesTest extends CachedProfilesContract {

  private final JdbcConnectionPool database = Databases.postgres();

  @Override
  DataSource database() {
    return database;
  }

  @AfterEach
  void closeDatabase() {
    database.dispose();
  }
}

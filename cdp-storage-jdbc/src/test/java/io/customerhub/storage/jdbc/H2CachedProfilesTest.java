package io.customerhub.storage.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2CachedProfilesTest extends CachedProfilesContract {

  private final JdbcConnectionPool database = Databases.inMemory();

  @Override
  DataSource database() {
    return database;
  }

  @AfterEach
  void closeDatabase() throws Exception {
    Databases.shutDown(database);
  }
}

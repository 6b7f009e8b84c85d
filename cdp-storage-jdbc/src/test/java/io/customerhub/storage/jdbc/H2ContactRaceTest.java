package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class H2ContactRaceTest extends ContactRaceContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.inMemory();
  }

  @Override
  void close(JdbcConnectionPool pool) throws Exception {
    Databases.shutDown(pool);
  }
}

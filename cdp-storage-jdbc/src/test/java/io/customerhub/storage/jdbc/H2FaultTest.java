package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class H2FaultTest extends FaultContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.inMemory();
  }

  @Override
  int usualStep() {
    return 8;
  }
}

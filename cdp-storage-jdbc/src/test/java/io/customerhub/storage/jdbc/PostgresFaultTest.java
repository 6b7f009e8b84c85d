package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class PostgresFaultTest extends FaultContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.postgres();
  }

  @Override
  int usualStep() {
    return 20;
  }
}

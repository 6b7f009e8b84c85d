package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class H2LockStormTest extends LockStormContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.inMemory();
  }
}

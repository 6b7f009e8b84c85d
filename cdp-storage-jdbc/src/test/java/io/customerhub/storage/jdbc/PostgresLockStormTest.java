package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class PostgresLockStormTest extends LockStormContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.postgres();
  }
}

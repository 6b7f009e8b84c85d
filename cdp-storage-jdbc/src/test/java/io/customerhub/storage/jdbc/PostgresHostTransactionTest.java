package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class PostgresHostTransactionTest extends HostTransactionContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.postgres();
  }
}

package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class H2HostTransactionTest extends HostTransactionContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.inMemory();
  }
}

package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class H2BrokenMigrationTest extends BrokenMigrationContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.inMemory();
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.H2;
  }
}

package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class PostgresBrokenMigrationTest extends BrokenMigrationContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.postgres();
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.POSTGRESQL;
  }
}

package io.customerhub.storage.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

class PostgresContactRaceTest extends ContactRaceContract {

  @Override
  JdbcConnectionPool open() {
    return Databases.postgres();
  }

  @Override
  void close(JdbcConnectionPool pool) {
    pool.dispose();
  }
}

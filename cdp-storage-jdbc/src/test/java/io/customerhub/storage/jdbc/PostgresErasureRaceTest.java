package io.customerhub.storage.jdbc;

import io.customerhub.contract.ErasureRaceContract;
import io.customerhub.spi.Storage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

/** Each storage is a tenant of its own in one database: so the tables hold others' rows as well. */
class PostgresErasureRaceTest extends ErasureRaceContract {

  private final JdbcConnectionPool database = Databases.postgres();
  private int tenants;

  @Override
  protected Storage open() {
    return JdbcStorage.builder(database).tenant("t" + tenants++).build();
  }

  @Override
  protected String dump(Storage storage) throws Exception {
    return Dump.of(database);
  }

  @AfterEach
  void closeDatabase() throws Exception {
    database.dispose();
  }
}

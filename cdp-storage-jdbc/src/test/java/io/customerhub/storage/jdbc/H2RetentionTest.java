package io.customerhub.storage.jdbc;

import io.customerhub.contract.RetentionContract;
import io.customerhub.spi.Storage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2RetentionTest extends RetentionContract {

  private final JdbcConnectionPool database = Databases.inMemory();
  private int tenants;

  @Override
  protected Storage open() {
    return JdbcStorage.builder(database).tenant("t" + tenants++).build();
  }

  @AfterEach
  void closeDatabase() throws Exception {
    Databases.shutDown(database);
  }
}

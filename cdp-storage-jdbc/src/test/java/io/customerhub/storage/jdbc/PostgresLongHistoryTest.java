package io.customerhub.storage.jdbc;

import io.customerhub.contract.LongHistoryContract;
import io.customerhub.spi.Storage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class PostgresLongHistoryTest extends LongHistoryContract {

  private final JdbcConnectionPool database = Databases.postgres();
  private int tenants;

  @Override
  protected Storage open() {
    return JdbcStorage.builder(database).tenant("t" + tenants++).build();
  }

  @AfterEach
  void closeDatabase() throws Exception {
    database.dispose();
  }
}

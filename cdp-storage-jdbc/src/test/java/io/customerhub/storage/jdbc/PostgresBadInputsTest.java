package io.customerhub.storage.jdbc;

import io.customerhub.contract.BadInputsContract;
import io.customerhub.spi.Storage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class PostgresBadInputsTest extends BadInputsContract {

  private final JdbcConnectionPool database = Databases.postgres();

  @Override
  protected Storage open() {
    return JdbcStorage.builder(database).build();
  }

  @AfterEach
  void closeDatabase() throws Exception {
    database.dispose();
  }
}

package io.customerhub.storage.jdbc;

import io.customerhub.contract.LongHistoryContract;
import io.customerhub.spi.Storage;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2LongHistoryTest extends LongHistoryContract {

  private final List<JdbcConnectionPool> databases = new ArrayList<>();

  @Override
  protected Storage open() {
    JdbcConnectionPool database = Databases.inMemory();
    databases.add(database);
    return JdbcStorage.builder(database).build();
  }

  @AfterEach
  void closeDatabases() throws Exception {
    for (JdbcConnectionPool database : databases) {
      Databases.shutDown(database);
    }
  }
}

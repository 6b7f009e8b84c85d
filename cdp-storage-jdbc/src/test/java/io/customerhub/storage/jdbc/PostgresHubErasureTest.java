package io.customerhub.storage.jdbc;

import io.customerhub.spi.Storage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class PostgresHubErasureTest extends HubErasureContract {

  private final JdbcConnectionPool database = Databases.postgres();

  @Override
  Storage open(String tenant) {
    return JdbcStorage.builder(database).tenant(tenant).build();
  }

  @Override
  String dump(Storage storage) throws Exception {
    return Dump.of(database);
  }

  @AfterEach
  void closeConnections() {
    database.dispose();
  }
}

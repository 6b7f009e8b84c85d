package io.customerhub.storage.jdbc;

import io.customerhub.contract.OutboxContract;
import io.customerhub.spi.Storage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class PostgresOutboxTest extends OutboxContract {

  private final JdbcConnectionPool database = Databases.postgres();

  @Override
  protected Storage open() {
    return Databases.storage(database);
  }

  @AfterEach
  void closeConnections() {
    database.dispose();
  }
}

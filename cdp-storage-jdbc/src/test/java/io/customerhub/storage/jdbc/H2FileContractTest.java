package io.customerhub.storage.jdbc;

import io.customerhub.contract.StorageContract;
import io.customerhub.spi.Storage;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2FileContractTest extends StorageContract {

  @TempDir Path folder;
  private @Nullable JdbcConnectionPool database;

  @BeforeEach
  void openDatabase() {
    database = Databases.file(folder);
  }

  @Override
  protected Storage open() {
    return Databases.storage(database == null ? Databases.file(folder) : database);
  }

  @AfterEach
  void closeDatabase() throws Exception {
    if (database != null) {
      Databases.shutDown(database);
    }
  }
}

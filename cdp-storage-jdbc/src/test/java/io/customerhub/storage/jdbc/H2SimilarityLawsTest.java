package io.customerhub.storage.jdbc;

import io.customerhub.contract.SimilarityLawsContract;
import io.customerhub.spi.Storage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Each storage is a tenant of its own in one database: so the tables hold others' rows as well. */
@TestInstance(Lifecycle.PER_CLASS)
class H2SimilarityLawsTest extends SimilarityLawsContract {

  private final JdbcConnectionPool database = Databases.inMemory();
  private int tenants;

  @BeforeAll
  void createTables() {
    JdbcSchema.on(database).migrate();
  }

  @Override
  protected Storage open() {
    return JdbcStorage.builder(database).tenant("t" + tenants++).schema(SchemaMode.TRUST).build();
  }

  @Override
  protected int sequences() {
    return 2;
  }

  @AfterAll
  void dropDatabase() throws Exception {
    Databases.shutDown(database);
  }
}

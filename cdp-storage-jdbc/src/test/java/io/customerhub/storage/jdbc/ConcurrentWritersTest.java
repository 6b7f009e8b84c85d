package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.SimilarPeople;
import io.customerhub.contract.StateDigest;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.Storage;
import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writers that want the same people at the same time end in what one careful writer makes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class ConcurrentWritersTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 20"})
  void two_processes_of_four_threads_on_postgresql(long seed, int batch, @TempDir Path folder)
      throws Exception {
    String schema = Databases.newSchema();
    JdbcConnectionPool database = Databases.postgres(schema);
    Load load = Load.byKeys(seed);
    CustomerEngine engine = Load.engine(JdbcStorage.create(database), 1);
    Load.defineSegments(engine);

    long[] counts = Writers.run(folder, schema, load, 2, batch);

    requireStateOfOneWriter(load, engine);
    requireFewRetries(counts[0], counts[1]);
    database.dispose();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 20"})
  void eight_threads_on_h2(long seed, int batch) throws Exception {
    JdbcConnectionPool database = Databases.inMemory();
    Load load = Load.byKeys(seed);
    Counted storage = new Counted(JdbcStorage.create(database));
    CustomerEngine engine = Load.engine(storage, 1);
    Load.defineSegments(engine);

    load.deliver(engine, 0, 8, 8, batch);

    requireFewRetries(storage.transactions().sum(), storage.attempts().sum());
    requireStateOfOneWriter(load, engine);
    Databases.shutDown(database);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 20"})
  void two_processes_on_postgresql_whose_people_look_alike(
      long seed, int batch, @TempDir Path folder) throws Exception {
    String schema = Databases.newSchema();
    JdbcConnectionPool database = Databases.postgres(schema);
    Load load = Load.bySimilarity(seed);
    CustomerEngine engine = Load.engine(JdbcStorage.create(database), 1);

    Writers.run(folder, schema, load, 2, batch);

    requireWhatTheRecordsSay(load, engine);
    database.dispose();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 20"})
  void eight_threads_on_h2_whose_people_look_alike(long seed, int batch) throws Exception {
    JdbcConnectionPool database = Databases.inMemory();
    Load load = Load.bySimilarity(seed);
    CustomerEngine engine = Load.engine(JdbcStorage.create(database), 1);

    load.deliver(engine, 0, 8, 8, batch);

    requireWhatTheRecordsSay(load, engine);
    Databases.shutDown(database);
  }

  private static void requireWhatTheRecordsSay(Load load, CustomerEngine engine) {
    long left = 0;
    for (long done = engine.tick(); done > 0; done = engine.tick()) {
      left += done;
      assertThat(left).as("requests after the writers have ended").isLessThan(10_000);
    }
    assertThat(StateDigest.partition(engine, event -> true))
        .as("seed %d", load.seed())
        .isEqualTo(SimilarPeople.partition(engine, Load.BLOCK_LIMIT));
  }

  private static void requireStateOfOneWriter(Load load, CustomerEngine engine) {
    try (Storage memory = MemoryStorage.create()) {
      CustomerEngine careful = Load.engine(memory, 2);
      Load.defineSegments(careful);
      load.events().forEach(careful::ingest);
      List<String> expected = StateDigest.of(careful);

      assertThat(StateDigest.of(engine)).as("seed %d", load.seed()).isEqualTo(expected);
      assertThat(engine.countEvents()).isEqualTo(load.events().size());
    }
  }

  private static void requireFewRetries(long transactions, long attempts) {
    assertThat(attempts).as("of %d transactions", transactions).isLessThan(3 * transactions);
  }
}

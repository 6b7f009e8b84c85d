package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerhub.contract.StateDigest;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The server is stopped and started while threads write. They are told nothing but, at most, that
 * it is not known whether a commit was done; who hands the event over again then loses nothing.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class PostgresRestartTest {

  private static final int WRITERS = 4;
  private static final int BETWEEN = 60;
  private static final Load LOAD = Load.byKeys(11);

  private final Semaphore acknowledged = new Semaphore(0);

  @Test
  void writers_go_on_where_they_were() throws Exception {
    assumeTrue(SystemPostgres.programs().isPresent(), "needs PostgreSQL's own programs");
    SystemPostgres server = SystemPostgres.create();
    JdbcConnectionPool database = Databases.postgres(server.url(), "public");
    Storage storage = JdbcStorage.builder(database).retryFor(Duration.ofSeconds(60)).build();
    CustomerEngine engine = Load.engine(storage, 1);
    Load.defineSegments(engine);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      List<Event> share = LOAD.share(writer, WRITERS);
      writers.add(threads.submit(() -> share.forEach(event -> untilKnown(engine, event))));
    }

    for (String mode : List.of("immediate", "fast", "immediate")) {
      assertThat(acknowledged.tryAcquire(BETWEEN, 60, TimeUnit.SECONDS)).as(mode).isTrue();
      server.stop(mode);
      server.startAgain();
    }
    for (Future<?> writer : writers) {
      writer.get(120, TimeUnit.SECONDS);
    }

    threads.shutdown();
    requireStateOfOneWriter(engine);
    database.dispose();
  }

  private void untilKnown(CustomerEngine engine, Event event) {
    boolean known = false;
    while (!known) {
      try {
        engine.ingest(event);
        known = true;
      } catch (StorageException e) {
        assertThat(e).hasMessage("it is not known whether the commit was done");
      }
    }
    acknowledged.release();
  }

  private static void requireStateOfOneWriter(CustomerEngine engine) {
    try (Storage memory = MemoryStorage.create()) {
      CustomerEngine careful = Load.engine(memory, 2);
      Load.defineSegments(careful);
      LOAD.events().forEach(careful::ingest);

      assertThat(StateDigest.of(engine)).isEqualTo(StateDigest.of(careful));
      assertThat(engine.countEvents()).isEqualTo(LOAD.events().size());
      assertThat(engine.verify(progress -> {}).violations()).isEmpty();
    }
  }
}

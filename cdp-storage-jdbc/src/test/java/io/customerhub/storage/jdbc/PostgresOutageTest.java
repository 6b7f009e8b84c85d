package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerhub.contract.StateDigest;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * The server is stopped and started, or cuts connections, while threads write. They are told
 * nothing but, at most, that it is not known whether a commit was done; who hands the event over
 * again then loses nothing.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class PostgresOutageTest {

  private static final int WRITERS = 4;
  private static final int BETWEEN = 60;
  private static final Load LOAD = Load.byKeys(11);

  private final Semaphore acknowledged = new Semaphore(0);

  @Test
  void writers_go_on_where_they_were_when_the_server_is_started_again() throws Exception {
    assumeTrue(SystemPostgres.programs().isPresent(), "needs PostgreSQL's own programs");
    SystemPostgres server = SystemPostgres.create();
    JdbcConnectionPool database = Databases.postgres(server.url(), "public");

    whileWriting(
        database,
        writers -> {
          for (String mode : List.of("immediate", "fast", "immediate")) {
            assertThat(acknowledged.tryAcquire(BETWEEN, 60, TimeUnit.SECONDS)).as(mode).isTrue();
            server.stop(mode);
            server.startAgain();
          }
        });

    database.dispose();
  }

  @Test
  void writers_whose_connections_are_cut_over_and_over_lose_nothing() throws Exception {
    String schema = Databases.newSchema();
    String url = PostgresServer.url();
    String named = url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + schema;
    JdbcConnectionPool database = Databases.postgres(named, schema);
    JdbcConnectionPool other = Databases.postgres(schema);
    long[] cut = new long[1];

    whileWriting(
        database,
        writers -> {
          while (!writers.stream().allMatch(Future::isDone)) {
            // By what was done and not by time: on a busy machine nobody would get through.
            if (acknowledged.tryAcquire(10, 50, TimeUnit.MILLISECONDS)) {
              cut[0] += cut(other, schema);
            }
          }
        });

    assertThat(cut[0]).isGreaterThan(10);
    database.dispose();
    other.dispose();
  }

  private interface Outage {
    void happen(List<Future<?>> writers) throws Exception;
  }

  private void whileWriting(JdbcConnectionPool database, Outage outage) throws Exception {
    Storage storage = JdbcStorage.builder(database).retryFor(Duration.ofSeconds(60)).build();
    CustomerEngine engine = Load.engine(storage, 1);
    Load.defineSegments(engine);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      List<Event> share = LOAD.share(writer, WRITERS);
      writers.add(threads.submit(() -> share.forEach(event -> untilKnown(engine, event))));
    }

    outage.happen(writers);

    for (Future<?> writer : writers) {
      writer.get(120, TimeUnit.SECONDS);
    }
    threads.shutdown();
    requireStateOfOneWriter(engine);
  }

  /** Returns how many connections were cut. */
  private static long cut(JdbcConnectionPool by, String name) throws SQLException {
    try (Connection connection = by.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE application_name = ? AND pid <> pg_backend_pid()")) {
      statement.setString(1, name);
      try (ResultSet count = statement.executeQuery()) {
        count.next();
        return count.getLong(1);
      }
    }
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

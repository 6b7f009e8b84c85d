package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.StateDigest;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody else locks the hub's rows: in the wrong order, all the time, or without end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
abstract class LockStormContract {

  private static final Load LOAD = Load.byKeys(5);
  private static final int WRITERS = 3;
  private static final int DISTURBERS = 2;

  private JdbcConnectionPool database;

  abstract JdbcConnectionPool open();

  @BeforeEach
  void openDatabase() {
    database = open();
  }

  @AfterEach
  void closeDatabase() {
    database.dispose();
  }

  @Test
  void writers_come_through_a_storm_of_locks_and_deadlocks() throws Exception {
    CustomerEngine engine = engine(Duration.ofSeconds(60));
    Load.defineSegments(engine);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(DISTURBERS);
    List<Future<Integer>> storm = new ArrayList<>();
    for (int i = 0; i < DISTURBERS; i++) {
      Random random = new Random(i);
      storm.add(threads.submit(() -> disturb(random, over)));
    }

    LOAD.deliver(engine, 0, WRITERS, WRITERS, 1);
    over.set(true);

    for (Future<Integer> disturber : storm) {
      assertThat(disturber.get(60, TimeUnit.SECONDS)).isGreaterThan(10);
    }
    threads.shutdown();
    requireStateOfOneWriter(engine);
  }

  @Test
  void a_lock_without_end_is_told_in_time_and_leaves_no_trace() throws Exception {
    CustomerEngine engine = engine(Duration.ofMillis(100));
    engine.ingest(seen("m-1"));
    List<String> before = StateDigest.of(engine);
    long start = System.nanoTime();

    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      lock(other, "SELECT id FROM cdp_member FOR UPDATE");
      assertThatThrownBy(() -> engine.ingest(seen("m-2"))).isInstanceOf(ConflictException.class);
      other.rollback();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThat(StateDigest.of(engine)).isEqualTo(before);
    engine.ingest(seen("m-2"));
    assertThat(engine.countEvents()).isEqualTo(2);
    assertThat(engine.verify(progress -> {}).violations()).isEmpty();
  }

  /** Locks rows from the newest to the oldest, which is the wrong way round, and keeps them. */
  private int disturb(Random random, AtomicBoolean over) throws SQLException {
    int storms = 0;
    while (!over.get()) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          lock(
              connection,
              "SELECT id FROM cdp_member ORDER BY id DESC LIMIT "
                  + (1 + random.nextInt(8))
                  + " FOR UPDATE");
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(15)));
          lock(connection, "SELECT id FROM cdp_member ORDER BY id LIMIT 3 FOR UPDATE");
        } catch (SQLException e) {
          assertThat(e.getSQLState()).isIn("40001", "40P01", "HYT00", "90131");
        }
        connection.rollback();
      }
      storms++;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(15)));
    }
    return storms;
  }

  private static void lock(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        assertThat(rows.getString(1)).isNotNull();
      }
    }
  }

  private CustomerEngine engine(Duration retryFor) {
    return Load.engine(JdbcStorage.builder(database).retryFor(retryFor).build(), 1);
  }

  private static Event seen(String messageId) {
    return Event.track("Seen")
        .messageId(messageId)
        .at(Instant.parse("2026-11-01T00:00:00Z"))
        .userId("ada")
        .build();
  }

  private static void requireStateOfOneWriter(CustomerEngine engine) {
    try (Storage memory = MemoryStorage.create()) {
      CustomerEngine careful = Load.engine(memory, 2);
      Load.defineSegments(careful);
      LOAD.events().forEach(careful::ingest);

      assertThat(StateDigest.of(engine)).isEqualTo(StateDigest.of(careful));
      assertThat(engine.verify(progress -> {}).violations()).isEmpty();
    }
  }
}

package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerhub.contract.TestClock;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.IngestResult;
import io.customerhub.event.Event;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.StorageException;
import io.customerhub.spi.StorageFullException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The disk fills up while events come in: that is said in so many words, nothing that was
 * acknowledged is lost, and all goes on once there is space.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class DiskFullTest {

  private static final int MOST = 4_000;
  private static final String NO_MOUNT = "only root may mount a small disk";

  @Test
  void h2_says_so_loses_nothing_and_goes_on_once_there_is_space() throws Exception {
    SmallDisk disk = mount(6);
    try (disk) {
      String url = "jdbc:h2:file:" + disk.folder().resolve("hub") + ";WRITE_DELAY=0";
      JdbcConnectionPool before = JdbcConnectionPool.create(url, "sa", "");
      List<Event> acknowledged = fill(before);
      before.dispose();

      disk.grow(64);

      JdbcConnectionPool after = JdbcConnectionPool.create(url, "sa", "");
      requireAll(after, acknowledged);
      Databases.shutDown(after);
    }
  }

  @Test
  void postgresql_says_so_loses_nothing_and_goes_on_once_there_is_space() throws Exception {
    assumeTrue(SystemPostgres.programs().isPresent(), "needs PostgreSQL's own programs");
    SystemPostgres server = SystemPostgres.create();
    SmallDisk disk = mount(8);
    try (disk) {
      Path folder = disk.folderOf("postgres");
      JdbcConnectionPool database = Databases.postgres(server.url(), "public");
      execute(database, "CREATE TABLESPACE small LOCATION '" + folder + "'");
      execute(database, "ALTER DATABASE postgres SET default_tablespace = small");
      database.dispose();
      JdbcConnectionPool small = Databases.postgres(server.url(), "public");
      List<Event> acknowledged = fill(small);

      disk.grow(64);

      requireAll(small, acknowledged);
      small.dispose();
    }
  }

  private static SmallDisk mount(int megabytes) throws IOException {
    var disk = SmallDisk.mount(megabytes);
    assumeTrue(disk.isPresent(), NO_MOUNT);
    return disk.orElseThrow();
  }

  /** Returns the events that were acknowledged until the disk was full. */
  private static List<Event> fill(JdbcConnectionPool database) {
    CustomerEngine engine = engine(database, 1);
    List<Event> acknowledged = new ArrayList<>();
    StorageException failure = null;
    for (int i = 0; i < MOST && failure == null; i++) {
      try {
        assertThat(engine.ingest(event(i))).isInstanceOf(IngestResult.Accepted.class);
        acknowledged.add(event(i));
      } catch (StorageException e) {
        failure = e;
      }
    }
    assertThat(acknowledged.size()).isBetween(20, MOST - 1);
    assertThat(failure)
        .isInstanceOf(StorageFullException.class)
        .hasMessageContaining("no space left")
        .hasMessageNotContaining("secret");
    return acknowledged;
  }

  private static void requireAll(JdbcConnectionPool database, List<Event> acknowledged) {
    CustomerEngine engine = engine(database, 2);
    for (Event event : acknowledged) {
      assertThat(engine.ingest(event)).isInstanceOf(IngestResult.Duplicate.class);
    }
    assertThat(engine.ingest(event(acknowledged.size())))
        .isNotInstanceOf(IngestResult.Rejected.class);
    assertThat(engine.ingest(event(MOST))).isInstanceOf(IngestResult.Accepted.class);
    assertThat(engine.countEvents()).isEqualTo(acknowledged.size() + 2L);
    assertThat(engine.verify(progress -> {}).violations()).isEmpty();
  }

  private static CustomerEngine engine(JdbcConnectionPool database, int seed) {
    TestClock clock = new TestClock(Instant.parse("2026-11-22T12:00:00Z"));
    return CustomerEngine.over(
            JdbcStorage.builder(database).retryFor(Duration.ofSeconds(1)).build())
        .clock(clock)
        .ids(IdSource.seeded(clock, seed))
        .build();
  }

  private static Event event(int i) {
    return Event.track("Note Taken")
        .source("disk")
        .messageId("m" + i)
        .userId("user-" + i % 10)
        .property("note", "secret " + noise(i))
        .at(Instant.parse("2026-11-01T00:00:00Z").plusSeconds(i))
        .build();
  }

  /** Nothing that a database could make smaller. */
  private static String noise(int i) {
    return new Random(i)
        .ints(6_000, 'A', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void execute(JdbcConnectionPool database, String sql) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

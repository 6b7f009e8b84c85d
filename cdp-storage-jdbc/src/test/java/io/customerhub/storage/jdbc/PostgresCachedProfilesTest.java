package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresCachedProfilesTest extends CachedProfilesContract {

  private final String schema = Databases.newSchema();
  private final JdbcConnectionPool database = Databases.postgres(schema);

  @Override
  DataSource database() {
    return database;
  }

  @AfterEach
  void closeDatabase() {
    database.dispose();
  }

  @Test
  void what_another_process_commits_shows_after_the_staleness() throws Exception {
    CustomerEngine ours = engine(Databases.storage(database));
    ours.ingest(Event.track("Seen").userId("ada"));
    assertThat(events(ours)).hasValue(1L);

    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PostgresCachedProfilesTest.class.getName(),
                PostgresServer.url(),
                schema)
            .inheritIO()
            .start();
    assertThat(other.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(other.exitValue()).isZero();

    assertThat(events(ours)).as("within the second").hasValue(1L);
    assertThat(ours.profiles().find(ADA)).as("not remembered").isPresent();
    assertThat(ours.profiles().find(ADA).orElseThrow().activity().events()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(1));
    assertThat(events(ours)).hasValue(2L);
  }

  /** Another process that takes one event. Arguments: URL and schema. */
  public static void main(String[] arguments) {
    JdbcConnectionPool database = Databases.postgres(arguments[0], arguments[1]);
    KilledWriter.engine(Databases.storage(database)).ingest(Event.track("Seen").userId("ada"));
    database.dispose();
  }
}

package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.TestClock;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.spi.IdSource;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Remembered answers beside transactions of the host and beside other hubs on one database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class CachedProfilesContract {

  static final Identifier ADA = Identifier.userId("ada");

  final TestClock clock = new TestClock(Instant.parse("2026-11-22T12:00:00Z"));
  private int engines;

  abstract DataSource database();

  final CustomerEngine engine(JdbcStorage storage) {
    return CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, engines++)).build();
  }

  static Optional<Long> events(CustomerEngine engine) {
    return engine.profiles().cached().find(ADA).map(one -> one.activity().events());
  }

  @Test
  void what_the_host_rolls_back_is_not_remembered() throws Exception {
    JdbcStorage storage = Databases.storage(database());
    CustomerEngine engine = engine(storage);
    engine.ingest(Event.track("Seen").userId("ada"));
    try (Connection connection = database().getConnection()) {
      connection.setAutoCommit(false);
      HostTransaction host = storage.join(connection);
      host.run(
          () -> {
            engine.ingest(Event.track("Seen").userId("ada"));
            assertThat(events(engine)).hasValue(2L);
          });
      connection.rollback();
      connection.setAutoCommit(true);
    }

    assertThat(events(engine)).hasValue(1L);
  }

  @Test
  void what_the_host_commits_shows_once_it_says_so() throws Exception {
    JdbcStorage storage = Databases.storage(database());
    CustomerEngine engine = engine(storage);
    engine.ingest(Event.track("Seen").userId("ada"));
    try (Connection connection = database().getConnection()) {
      connection.setAutoCommit(false);
      HostTransaction host = storage.join(connection);
      host.run(() -> engine.ingest(Event.track("Seen").userId("ada")));
      assertThat(events(engine)).hasValue(1L);
      connection.commit();
      host.committed();
      connection.setAutoCommit(true);
    }

    assertThat(events(engine)).hasValue(2L);
  }

  @Test
  void what_another_hub_commits_shows_after_the_staleness() {
    CustomerEngine ours = engine(Databases.storage(database()));
    CustomerEngine theirs = engine(Databases.storage(database()));
    assertThat(events(ours)).isEmpty();
    for (long i = 1; i < 5; i++) {
      theirs.ingest(Event.track("Seen").userId("ada"));
      assertThat(events(theirs)).hasValue(i);
      clock.advance(Duration.ofSeconds(1));
      assertThat(events(ours)).hasValue(i);
    }
  }
}

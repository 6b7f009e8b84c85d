package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.RandomEvents;
import io.customerhub.contract.StateDigest;
import io.customerhub.contract.TestClock;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The hub's own clock is set forwards and backwards: in the end it does not show. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class ClockStepsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LATER = Duration.ofDays(40);

  enum Store {
    MEMORY,
    H2,
    POSTGRESQL
  }

  @ParameterizedTest
  @EnumSource
  void a_clock_that_jumps_ends_in_the_state_of_one_that_stands(Store store) throws Exception {
    if (store == Store.MEMORY) {
      requireSameState(MemoryStorage.create());
    } else {
      JdbcConnectionPool database = store == Store.H2 ? Databases.inMemory() : Databases.postgres();
      requireSameState(JdbcStorage.create(database));
      database.dispose();
    }
  }

  private static void requireSameState(Storage storage) {
    long seed = 3;
    List<Event> events = new RandomEvents(seed, 15).take(80);
    TestClock jumping = new TestClock(NOW);
    TestClock standing = new TestClock(NOW);
    Random random = new Random(seed);
    try (storage;
        Storage memory = MemoryStorage.create()) {
      CustomerEngine tried = engine(storage, jumping);
      CustomerEngine careful = engine(memory, standing);
      for (Event event : events) {
        jumping.set(NOW.plusSeconds(random.nextInt(8 * 86_400) - 4 * 86_400L));
        tried.ingest(event);
        if (random.nextInt(5) == 0) {
          tried.tick();
        }
        careful.ingest(event);
      }
      // Beyond all jumps, so that nothing is due that was looked at by a later clock.
      jumping.set(NOW.plus(LATER));
      standing.set(NOW.plus(LATER));
      tick(tried);
      tick(careful);

      assertThat(StateDigest.of(tried)).as("seed %d", seed).isEqualTo(StateDigest.of(careful));
      assertThat(tried.verify(progress -> {}).violations()).isEmpty();
    }
  }

  private static void tick(CustomerEngine engine) {
    for (int i = 0; i < 100 && engine.tick() > 0; i++) {
      assertThat(i).as("rounds of ticks").isLessThan(99);
    }
  }

  private static CustomerEngine engine(Storage storage, TestClock clock) {
    CustomerEngine engine =
        CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, 7)).build();
    engine.segments().define("recent", "did \"Order Completed\" at least 1 times in last 30 days");
    engine.segments().define("buyers", "did \"Order Completed\" at least 2 times in last 90 days");
    return engine;
  }
}

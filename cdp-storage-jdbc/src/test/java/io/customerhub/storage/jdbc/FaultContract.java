package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.StateDigest;
import io.customerhub.contract.TestClock;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.ErasedProfileException;
import io.customerhub.engine.IdentityDecisionException;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StorageException;
import io.customerhub.storage.jdbc.Faults.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database fails at every call of an operation, one after the other and in every way: doing it
 * again works, and in the end everything is as if the database had never failed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
abstract class FaultContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Every call fails within a few runs; 1 lets every call fail in one run. */
  private static final int STEP = Integer.getInteger("customerhub.fault.step", 0);

  private static final long SEED = Long.getLong("customerhub.seed", System.nanoTime());

  private final Faults faults = new Faults();
  private final Random random = new Random(SEED);
  private final List<String> tags = new ArrayList<>();

  abstract JdbcConnectionPool open();

  /** Every how many calls one fails if not set otherwise: all would take minutes. */
  abstract int usualStep();

  @ParameterizedTest
  @EnumSource
  void whatever_call_fails_nothing_is_lost_or_half_done(FaultyOperation operation)
      throws Exception {
    JdbcConnectionPool database = open();
    Storage storage =
        JdbcStorage.builder(faults.over(database)).retryFor(Duration.ofSeconds(4)).build();
    CustomerEngine engine = engine(storage, 1);
    for (Kind kind : Kind.values()) {
      boolean hit = true;
      for (int call = 1; hit; call += kind.isOfCommit() ? 1 : step()) {
        hit = fails(engine, operation, kind, call);
      }
    }

    assertThat(tags).hasSizeGreaterThan(10);
    requireAsIfNothingHadFailed(engine, operation);
    database.dispose();
  }

  private int step() {
    return STEP > 0 ? STEP : 1 + random.nextInt(2 * usualStep() - 1);
  }

  /** Returns whether the operation made that many calls. */
  private boolean fails(CustomerEngine engine, FaultyOperation operation, Kind kind, int call) {
    String tag = "%s-%s-%d".formatted(operation, kind, call).toLowerCase(Locale.ROOT);
    tags.add(tag);
    Runnable work = operation.prepared(engine, tag);
    faults.arm(kind, call);
    boolean done = succeeds(work);
    boolean hit = faults.disarm();
    assertThat(done || hit).as(tag).isTrue();
    if (!done) {
      again(work, kind, tag);
    }
    return hit;
  }

  private static boolean succeeds(Runnable work) {
    try {
      work.run();
      return true;
    } catch (StorageException e) {
      assertThat(e.getMessage()).doesNotContain("as planned");
      return false;
    }
  }

  /** An event may be known by now; what cannot be done twice says so, if it was done. */
  private static void again(Runnable work, Kind kind, String tag) {
    try {
      work.run();
    } catch (ErasedProfileException | IdentityDecisionException e) {
      assertThat(kind).as(tag).isEqualTo(Kind.ANSWER_LOST);
    }
  }

  private void requireAsIfNothingHadFailed(CustomerEngine engine, FaultyOperation operation) {
    assertThat(engine.verify(progress -> {}).violations()).isEmpty();
    try (Storage memory = MemoryStorage.create()) {
      CustomerEngine careful = engine(memory, 2);
      tags.forEach(tag -> operation.prepared(careful, tag).run());

      assertThat(StateDigest.of(tick(engine))).isEqualTo(StateDigest.of(tick(careful)));
      assertThat(engine.countEvents()).isEqualTo(careful.countEvents());
    }
    assertThat(engine.verify(progress -> {}).violations()).isEmpty();
  }

  private static CustomerEngine tick(CustomerEngine engine) {
    for (int i = 0; i < 100 && engine.tick() > 0; i++) {
      assertThat(i).as("rounds of ticks").isLessThan(99);
    }
    return engine;
  }

  private static CustomerEngine engine(Storage storage, int seed) {
    TestClock clock = new TestClock(NOW);
    CustomerEngine engine =
        CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, seed)).build();
    engine.segments().define("paris", "trait.city = \"Paris\"");
    return engine;
  }
}

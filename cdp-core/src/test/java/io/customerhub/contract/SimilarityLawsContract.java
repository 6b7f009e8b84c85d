package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.intake.Parsed;
import io.customerhub.profile.Profile;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Law 3 where similarity ties records: whoever writes what and when, people are what the records
 * alone say. A store's author extends this class and opens an empty store.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class SimilarityLawsContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** So small that many keys become generic. */
  private static final int LIMIT = 5;

  private static final int RECORDS = 80;

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  /** How many random sequences to try for each law. */
  protected int sequences() {
    return 3;
  }

  @Test
  void any_order_ends_in_what_the_records_say() {
    int narrowed = 0;
    for (long seed = 0; seed < sequences(); seed++) {
      List<Event> events = new SimilarPeople(seed, 9).take(RECORDS);
      Set<Set<Set<String>>> outcomes = new HashSet<>();
      for (int order = 0; order < 2; order++) {
        Collections.shuffle(events, new Random(seed + order));
        try (Storage storage = open()) {
          CustomerEngine engine = engine(storage);
          events.forEach(engine::ingest);
          Set<Set<String>> outcome = requireDefined(seed, engine);
          outcomes.add(outcome);
          narrowed += outcome.equals(SimilarPeople.partition(engine, RECORDS)) ? 0 : 1;
        }
      }
      assertThat(outcomes).as("seed %d", seed).hasSize(1);
    }
    assertThat(narrowed).as("sequences in which the limit matters").isPositive();
  }

  @Test
  void batches_end_in_what_the_records_say() {
    for (long seed = 50; seed < 50 + sequences(); seed++) {
      List<Event> events = new SimilarPeople(seed, 9).take(RECORDS);
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage);
        engine.ingestAll(
            "test",
            events.stream().map(event -> new Parsed.Accepted(event, "test")).iterator(),
            report -> {});
        requireDefined(seed, engine);
      }
    }
  }

  @Test
  void concurrent_writers_end_in_what_the_records_say() throws Exception {
    for (long seed = 100; seed < 100 + sequences(); seed++) {
      List<Event> events = new SimilarPeople(seed, 9).take(RECORDS);
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage);
        ingestFrom(8, engine, events);
        requireDefined(seed, engine);
      }
    }
  }

  @Test
  void a_crash_after_each_commit_loses_nothing_that_ticks_do_not_find() throws Exception {
    for (long seed = 200; seed < 200 + sequences(); seed++) {
      List<Event> events = new SimilarPeople(seed, 9).take(RECORDS);
      try (Storage storage = open()) {
        ingestFrom(4, engine(new Spoiled(storage, true)), events);
        requireDefined(seed, engine(storage, 2));
      }
    }
  }

  @Test
  void several_that_tick_at_once_do_no_harm() throws Exception {
    for (long seed = 300; seed < 300 + sequences(); seed++) {
      List<Event> events = new SimilarPeople(seed, 9).take(RECORDS);
      try (Storage storage = open()) {
        events.forEach(engine(new Spoiled(storage, true))::ingest);
        List<Callable<Void>> ticks = new ArrayList<>();
        for (int i = 2; i < 6; i++) {
          CustomerEngine engine = engine(storage, i);
          ticks.add(() -> settled(engine));
        }
        together(ticks);
        requireDefined(seed, engine(storage, 9));
      }
    }
  }

  /** A key that was too common stays so, for a process too that was not there when it was. */
  @Test
  void whoever_is_left_after_erasures_is_found_by_all_keys_in_use() {
    for (long seed = 400; seed < 400 + sequences(); seed++) {
      Random random = new Random(seed);
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage);
        for (Event event : new SimilarPeople(seed, 9).take(RECORDS)) {
          engine.ingest(event);
          if (random.nextInt(6) == 0) {
            List<Profile> people = List.copyOf(StateDigest.profiles(engine));
            engine.privacy().erase(people.get(random.nextInt(people.size())).id()).commit();
          }
          engine = random.nextInt(15) == 0 ? engine(storage, random.nextInt(99)) : engine;
        }
        settled(engine);
        assertThat(engine(storage, 100).verify(progress -> {}).violations())
            .as("seed %d", seed)
            .isEmpty();
      }
    }
  }

  private static Set<Set<String>> requireDefined(long seed, CustomerEngine engine) {
    settled(engine);
    Set<Set<String>> people = StateDigest.partition(engine, event -> true);
    assertThat(people).as("seed %d", seed).isEqualTo(SimilarPeople.partition(engine, LIMIT));
    return people;
  }

  private static Void settled(CustomerEngine engine) {
    for (int calls = 0; engine.tick() > 0; calls++) {
      assertThat(calls).as("ticks until nothing is left to do").isLessThan(100);
    }
    return null;
  }

  private static CustomerEngine engine(Storage storage) {
    return engine(storage, 1);
  }

  private static CustomerEngine engine(Storage storage, int seed) {
    TestClock clock = new TestClock(NOW);
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, seed))
        .blockLimit(LIMIT)
        .build();
  }

  private static void ingestFrom(int threads, CustomerEngine engine, List<Event> events)
      throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      List<Event> own = new ArrayList<>();
      for (int j = i; j < events.size(); j += threads) {
        own.add(events.get(j));
      }
      work.add(
          () -> {
            own.forEach(engine::ingest);
            return null;
          });
    }
    together(work);
  }

  private static void together(List<Callable<Void>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

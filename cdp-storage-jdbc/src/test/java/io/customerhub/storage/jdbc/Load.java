package io.customerhub.storage.jdbc;

import io.customerhub.contract.RandomEvents;
import io.customerhub.contract.SimilarPeople;
import io.customerhub.contract.TestClock;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.IngestReport;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.intake.Parsed;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Events that writers want at the same time: many people who share keys and names, one person whom
 * all events of a kind are about, and people who turn out to be one. A tenth is delivered twice.
 *
 * @param seed the same seed gives the same events
 * @param alike whether the events are of people who share no key, but look alike
 */
record Load(long seed, boolean alike) {

  /** So small that look-up keys become generic under way. */
  static final int BLOCK_LIMIT = 8;

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final int MANY = 160;
  private static final int HOT = 60;
  private static final int STORM = 40;
  private static final int ALIKE = 120;

  /** Returns the load of people who share keys. */
  static Load byKeys(long seed) {
    return new Load(seed, false);
  }

  /** Returns the load of people who look alike. */
  static Load bySimilarity(long seed) {
    return new Load(seed, true);
  }

  /** Returns every event once, in an order of chance. */
  List<Event> events() {
    return alike ? new SimilarPeople(seed, 18).take(ALIKE) : keyed();
  }

  private List<Event> keyed() {
    List<Event> events = new ArrayList<>(new RandomEvents(seed, 30).nameless().take(MANY));
    for (int i = 0; i < HOT; i++) {
      events.add(event("hot", i).userId("hot").anonymousId("visit-" + i % 20).build());
    }
    for (int i = 0; i < STORM; i++) {
      events.add(event("one", i).userId("piece-" + i).build());
      String next = "piece-" + (i + 1) % STORM;
      events.add(event("two", i).anonymousId("tie-" + i).email("tie" + i + "@example.com").build());
      events.add(event("join", i).userId("piece-" + i).anonymousId("tie-" + i).build());
      events.add(event("tie", i).email("tie" + i + "@example.com").userId(next).build());
    }
    Collections.shuffle(events, new Random(seed));
    return events;
  }

  /** Returns what one of several writers delivers. */
  List<Event> share(int writer, int writers) {
    List<Event> all = events();
    List<Event> share = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean again = i % 10 == 0 && (i + 1) % writers == writer;
      if (i % writers == writer || again) {
        share.add(all.get(i));
      }
    }
    return share;
  }

  /**
   * Delivers the shares of some of the writers, each on a thread of its own.
   *
   * @param batch how many events a transaction takes
   */
  void deliver(CustomerEngine engine, int from, int to, int writers, int batch) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(to - from);
    try {
      List<Callable<IngestReport>> work = new ArrayList<>();
      for (int writer = from; writer < to; writer++) {
        List<Event> share = share(writer, writers);
        work.add(() -> deliver(engine, share, batch));
      }
      for (Future<IngestReport> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static IngestReport deliver(CustomerEngine engine, List<Event> events, int batch) {
    IngestReport report = IngestReport.NONE;
    for (int from = 0; from < events.size(); from += batch) {
      List<Event> some = events.subList(from, Math.min(events.size(), from + batch));
      List<Parsed> items = new ArrayList<>();
      some.forEach(event -> items.add(new Parsed.Accepted(event, "test")));
      report = report.and(engine.ingestAll("test", items.iterator(), progress -> {}));
    }
    return report;
  }

  /** Returns an engine; each process has to have a number of its own, or ids would clash. */
  static CustomerEngine engine(Storage storage, int process) {
    TestClock clock = new TestClock(NOW);
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, process))
        .blockLimit(BLOCK_LIMIT)
        .build();
  }

  static void defineSegments(CustomerEngine engine) {
    engine.segments().define("london", "trait.city = \"London\"");
    engine.segments().define("buyers", "did \"Order Completed\" at least 2 times in last 90 days");
    engine.segments().define("hot", "did \"hot\" at least 50 times in last 365 days");
  }

  private static EventBuilder event(String kind, int i) {
    return Event.track(kind)
        .source("load")
        .messageId(kind + i)
        .at(START.plusSeconds(3_600L * i).plusNanos(1_000));
  }
}

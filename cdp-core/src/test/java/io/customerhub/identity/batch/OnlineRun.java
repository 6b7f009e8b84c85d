package io.customerhub.identity.batch;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** How good an engine is against the truth, over pairs. */
record OnlineRun(double precision, double recall, long largest, double seconds) {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  static OnlineRun of(List<LabelledRecords.Row> rows, long seed) {
    List<LabelledRecords.Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    long start = System.nanoTime();
    try (MemoryStorage storage = MemoryStorage.create()) {
      CustomerEngine engine =
          CustomerEngine.over(storage)
              .clock(clock)
              .ids(IdSource.seeded(clock, 1))
              .defaultRegion("AU")
              .build();
      List<Optional<ProfileId>> born = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        born.add(engine.ingest(event(shuffled.get(i), i)).profile());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return scored(shuffled, clusters(engine, born), seconds);
    }
  }

  private static List<String> clusters(CustomerEngine engine, List<Optional<ProfileId>> born) {
    while (engine.tick() > 0) {
      // Nothing but what was left to look at again is due.
    }
    List<String> clusters = new ArrayList<>();
    for (Optional<ProfileId> id : born) {
      clusters.add(
          id.flatMap(engine.profiles()::get)
              .map(profile -> profile.id().toString())
              .orElse("nobody " + clusters.size()));
    }
    return clusters;
  }

  private static OnlineRun scored(
      List<LabelledRecords.Row> rows, List<String> clusters, double seconds) {
    Map<String, Long> truth = new HashMap<>();
    Map<String, Long> found = new HashMap<>();
    Map<String, Long> both = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String person = rows.get(i).person();
      truth.merge(person, 1L, Long::sum);
      found.merge(clusters.get(i), 1L, Long::sum);
      both.merge(person + "|" + clusters.get(i), 1L, Long::sum);
    }
    return new OnlineRun(
        (double) pairs(both) / Math.max(1, pairs(found)),
        (double) pairs(both) / Math.max(1, pairs(truth)),
        Collections.max(found.values()),
        seconds);
  }

  double f1() {
    return 2 * precision * recall / Math.max(1e-9, precision + recall);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.4f (P %.4f, R %.4f), largest %d, %.2f s",
        f1(),
        precision,
        recall,
        largest,
        seconds);
  }

  private static long pairs(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  private static EventBuilder event(LabelledRecords.Row row, int number) {
    EventBuilder event = Event.identify().source("set").messageId("m" + number);
    event.at(Instant.parse("2026-01-01T00:00:00Z")).traits(row.fields());
    row.identifiers().forEach(event::identifier);
    return event;
  }
}

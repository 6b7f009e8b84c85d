package io.customerhub.identity.batch;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.Verdict;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.identity.MatchModel;
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
import java.util.TreeMap;

/**
 * How good an engine is against the truth, over pairs.
 *
 * @param missed how many pairs of one person are apart, by what became of them
 */
record OnlineRun(
    double precision, double recall, long largest, double seconds, Map<Verdict.Kind, Long> missed) {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** With more missed pairs only so many are asked about. */
  private static final int ASKED = 1_000;

  /** Returns what the library's defaults make of the rows, in the order of a seed. */
  static OnlineRun of(List<LabelledRecords.Row> rows, long seed) {
    return both(rows, seed, false).get(0);
  }

  /** Returns the same, and what it becomes once the model is adopted that the rows teach. */
  static List<OnlineRun> andAdopted(List<LabelledRecords.Row> rows, long seed) {
    return both(rows, seed, true);
  }

  private static List<OnlineRun> both(
      List<LabelledRecords.Row> rows, long seed, boolean adoptedToo) {
    List<LabelledRecords.Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    try (MemoryStorage storage = MemoryStorage.create()) {
      long start = System.nanoTime();
      CustomerEngine engine = engine(storage, 1, MatchModel.defaults());
      List<Optional<ProfileId>> born = new ArrayList<>();
      for (LabelledRecords.Row row : shuffled) {
        born.add(engine.ingest(event(row)).profile());
      }
      List<OnlineRun> runs = new ArrayList<>(List.of(scored(shuffled, born, engine, start)));
      if (adoptedToo) {
        start = System.nanoTime();
        engine = engine(storage, 2, engine.identities().estimate().model());
        engine.identities().adoptModel("test", "learned", report -> {});
        runs.add(scored(shuffled, born, engine, start));
      }
      return runs;
    }
  }

  private static CustomerEngine engine(MemoryStorage storage, long ids, MatchModel model) {
    return CustomerEngine.over(storage)
        .clock(CLOCK)
        .ids(IdSource.seeded(CLOCK, ids))
        .defaultRegion("AU")
        .matchModel(model)
        .build();
  }

  private static OnlineRun scored(
      List<LabelledRecords.Row> rows,
      List<Optional<ProfileId>> born,
      CustomerEngine engine,
      long start) {
    List<String> clusters = clusters(engine, born);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<Verdict.Kind, Long> missed = new TreeMap<>();
    int asked = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i && asked < ASKED; j++) {
        if (rows.get(i).person().equals(rows.get(j).person())
            && !clusters.get(i).equals(clusters.get(j))
            && born.get(i).isPresent()
            && born.get(j).isPresent()) {
          Verdict verdict =
              engine.identities().whyNot(born.get(i).orElseThrow(), born.get(j).orElseThrow());
          missed.merge(verdict.kind(), 1L, Long::sum);
          asked++;
        }
      }
    }
    return scored(rows, clusters, seconds, missed);
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
      List<LabelledRecords.Row> rows,
      List<String> clusters,
      double seconds,
      Map<Verdict.Kind, Long> missed) {
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
        seconds,
        missed);
  }

  double f1() {
    return 2 * precision * recall / Math.max(1e-9, precision + recall);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.4f (P %.4f, R %.4f), largest %d, %.2f s, missed %s",
        f1(),
        precision,
        recall,
        largest,
        seconds,
        missed);
  }

  private static long pairs(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  private static EventBuilder event(LabelledRecords.Row row) {
    EventBuilder event = Event.identify().source("set").messageId(row.id());
    event.at(Instant.parse("2026-01-01T00:00:00Z")).traits(row.fields());
    row.identifiers().forEach(event::identifier);
    return event;
  }
}

package io.customerhub.examples.benchmarks.ingest;

import io.customerhub.examples.benchmarks.Arguments;
import io.customerhub.examples.benchmarks.Json;
import io.customerhub.examples.benchmarks.Program;
import io.customerhub.examples.benchmarks.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures events per second of one thread, end to end: told from repeated ones, resolved, folded,
 * evaluated against segments and committed.
 */
public final class Ingest implements Program {

  private static final int EVENTS = 5_000;
  private static final int ROUNDS = 5;
  private static final int SEGMENTS = 100;

  /** Creates the program. */
  public Ingest() {}

  @Override
  public void run(List<String> args, PrintStream out) {
    Arguments options =
        Arguments.of(args, "--postgres", "--events", "--rounds", "--segments", "--only");
    TextTable table =
        TextTable.of(
            "database", "work", "segments", "events/s", "by hand", "ratio", "events/s CPU");
    List<String> lines = new ArrayList<>();
    int segments = Math.toIntExact(options.number("--segments", SEGMENTS));
    for (Work work : Work.values()) {
      Race race = race(options, work);
      for (Database database : databases(options)) {
        try (database) {
          measure(database, race, 0, table, lines);
          measure(database, race, segments, table, lines);
        }
      }
    }
    table.print(out);
    lines.forEach(out::println);
  }

  private static Race race(Arguments options, Work work) {
    return new Race(
        work,
        Math.toIntExact(Math.max(1, options.number("--events", EVENTS))),
        Math.toIntExact(Math.max(1, options.number("--rounds", ROUNDS))));
  }

  private static List<Database> databases(Arguments options) {
    List<Database> all = new ArrayList<>(List.of(Database.memory(), Database.h2()));
    if (options.has("--postgres")) {
      all.add(Database.postgres(options.text("--postgres")));
    }
    all.removeIf(one -> options.has("--only") && !options.list("--only").contains(one.name()));
    return all;
  }

  private static void measure(
      Database database, Race race, int segments, TextTable table, List<String> lines) {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Hub(database.storage(), segments));
    database.pool().ifPresent(pool -> contenders.add(new HandWritten(pool, race.work())));
    List<Race.Speed> speeds = race.run(contenders);
    contenders.forEach(Contender::close);
    Race.Speed hub = speeds.get(0);
    double byHand = speeds.size() > 1 ? speeds.get(1).perSecond() : Double.NaN;
    table.row(
        database.name(),
        race.work().title(),
        segments,
        (long) hub.perSecond(),
        Double.isNaN(byHand) ? "-" : Long.toString((long) byHand),
        Double.isNaN(byHand) ? "-" : hub.perSecond() / byHand,
        (long) hub.perCpuSecond());
    lines.add(
        Json.object(
            "database", database.name(),
            "work", race.work().title(),
            "segments", segments,
            "events_per_second", hub.perSecond(),
            "by_hand_per_second", byHand,
            "ratio", hub.perSecond() / byHand,
            "events_per_cpu_second", hub.perCpuSecond()));
  }
}

package io.customerhub.examples.benchmarks.concurrency;

import io.customerhub.engine.VerificationReport;
import io.customerhub.examples.benchmarks.Arguments;
import io.customerhub.examples.benchmarks.Json;
import io.customerhub.examples.benchmarks.Percentiles;
import io.customerhub.examples.benchmarks.Program;
import io.customerhub.examples.benchmarks.TextTable;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes about the same people from many threads, of several processes where the database serves
 * several, a tenth of the events twice; tells how fast, how often a transaction was run again, and
 * what is wrong afterwards, which has to be nothing.
 */
public final class Concurrency implements Program {

  private static final int EVENTS = 2_000;
  private static final int THREADS = 8;
  private static final int PROCESSES = 2;
  private static final int BATCH = 100;

  /** Creates the program. */
  public Concurrency() {}

  @Override
  public void run(List<String> args, PrintStream out) throws IOException {
    Arguments options =
        Arguments.of(args, "--postgres", "--events", "--threads", "--processes", "--only");
    TextTable table =
        TextTable.of(
            "database",
            "protocol",
            "work",
            "processes",
            "threads",
            "events/s",
            "attempts",
            "p50 ms",
            "p99 ms",
            "deadlocks",
            "timeouts",
            "violations");
    List<String> lines = new ArrayList<>();
    for (int batch : new int[] {1, BATCH}) {
      for (Workload work : Workload.values()) {
        if (wanted(options, "H2")) {
          row("H2", onH2(writing(options, work, batch, 1)), table, lines);
        }
        if (options.has("--postgres") && wanted(options, "PostgreSQL")) {
          int processes = number(options, "--processes", PROCESSES);
          Writing writing = writing(options, work, batch, processes);
          row("PostgreSQL", onPostgres(options.text("--postgres"), writing), table, lines);
        }
      }
    }
    table.print(out);
    lines.forEach(out::println);
  }

  /** What was written, what that took, and how many invariants did not hold afterwards. */
  private record Outcome(Writing writing, Tally tally, long violations) {}

  private static boolean wanted(Arguments options, String database) {
    return !options.has("--only") || options.list("--only").contains(database);
  }

  private static Writing writing(Arguments options, Workload work, int batch, int processes) {
    int events = number(options, "--events", EVENTS);
    return new Writing(work, events, batch, 0, processes, number(options, "--threads", THREADS));
  }

  private static int number(Arguments options, String name, int other) {
    return Math.toIntExact(Math.max(1, options.number(name, other)));
  }

  /** H2's files belong to one process. */
  private static Outcome onH2(Writing writing) throws IOException {
    Path folder = Files.createTempDirectory("concurrency");
    String url = "jdbc:h2:file:" + folder.resolve("hub").toAbsolutePath();
    try (Site site = Site.open(url, UUID.randomUUID().toString(), writing.threads())) {
      Writer.warmUp(url, writing);
      site.defineSegments();
      Tally tally = writing.run(site.storage(), site.hub());
      return new Outcome(writing, tally, violations(site, writing));
    } finally {
      delete(folder);
    }
  }

  private static Outcome onPostgres(String url, Writing writing) throws IOException {
    String tenant = UUID.randomUUID().toString();
    try (Site site = Site.open(url, tenant, writing.threads())) {
      site.defineSegments();
      Tally tally = Processes.run(url, tenant, writing);
      return new Outcome(writing, tally, violations(site, writing));
    }
  }

  private static long violations(Site site, Writing writing) {
    VerificationReport report = site.hub().verify(progress -> {});
    return report.violations().size()
        + report.unchecked()
        + Oracle.violations(site.hub(), writing.workload().events(writing.events()));
  }

  private static void row(String database, Outcome outcome, TextTable table, List<String> lines) {
    Writing writing = outcome.writing();
    Tally tally = outcome.tally();
    Percentiles times = Percentiles.of(tally.calls().stream().mapToLong(Long::longValue).toArray());
    String protocol = writing.batch() == 1 ? "single" : "batches of " + writing.batch();
    double perSecond = tally.events() / (tally.nanos() / 1e9);
    double attempts = (double) tally.attempts() / tally.transactions();
    table.row(
        database,
        protocol,
        writing.workload().title(),
        writing.processes(),
        writing.threads(),
        (long) perSecond,
        attempts,
        times.milliseconds(50),
        times.milliseconds(99),
        tally.deadlocks(),
        tally.timeouts(),
        outcome.violations());
    lines.add(
        Json.object(
            "database", database,
            "protocol", protocol,
            "work", writing.workload().title(),
            "processes", writing.processes(),
            "threads", writing.threads(),
            "events", tally.events(),
            "events_per_second", perSecond,
            "transactions", tally.transactions(),
            "attempts_per_transaction", attempts,
            "attempts_per_event", (double) tally.attempts() / tally.events(),
            "p50_ms", times.milliseconds(50),
            "p99_ms", times.milliseconds(99),
            "deadlocks", tally.deadlocks(),
            "lock_timeouts", tally.timeouts(),
            "violations", outcome.violations()));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}

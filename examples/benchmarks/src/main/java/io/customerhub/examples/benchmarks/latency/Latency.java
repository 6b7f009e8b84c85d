package io.customerhub.examples.benchmarks.latency;

import io.customerhub.CustomerHub;
import io.customerhub.event.EventBuilder;
import io.customerhub.examples.benchmarks.Arguments;
import io.customerhub.examples.benchmarks.Json;
import io.customerhub.examples.benchmarks.Percentiles;
import io.customerhub.examples.benchmarks.Program;
import io.customerhub.examples.benchmarks.TextTable;
import io.customerhub.examples.benchmarks.people.Population;
import io.customerhub.examples.benchmarks.people.Row;
import io.customerhub.examples.resolve.UsageException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * How long it takes a hub in memory to take in one record - find whose it is, by keys and by
 * similarity, and store it - while it knows so many people. On one thread, after all of them came
 * in the same way, so that everything is compiled. By CPU beside wall, since machines are shared.
 */
public final class Latency implements Program {

  private static final int CALLS = 5_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Creates the program. */
  public Latency() {}

  @Override
  public void run(List<String> args, PrintStream out) {
    Arguments options = Arguments.of(args, "--people", "--calls", "--seed");
    int calls = Math.toIntExact(Math.max(1, options.number("--calls", CALLS)));
    TextTable table =
        TextTable.of(
            "people",
            "records/s to fill",
            "p50 ms CPU",
            "p99 ms CPU",
            "p50 ms",
            "p99 ms",
            "max ms",
            "records/s CPU");
    List<String> lines = new ArrayList<>();
    List<String> sizes =
        options.has("--people") ? options.list("--people") : List.of("10000", "100000");
    for (String size : sizes) {
      measure(people(size), calls, options.number("--seed", 7), table, lines);
    }
    table.print(out);
    lines.forEach(out::println);
  }

  private static int people(String text) {
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new UsageException("--people: expected whole numbers");
    }
    return Integer.parseInt(text);
  }

  private static void measure(
      int people, int calls, long seed, TextTable table, List<String> lines) {
    // Of one seed: those who come later are partly known and partly not, as in life.
    Iterator<Row> rows = Population.of(seed).rows(5L * people + calls).iterator();
    try (CustomerHub hub = CustomerHub.builder().build()) {
      double fill = fill(hub, rows, people);
      long[] cpu = new long[calls];
      long[] wall = new long[calls];
      for (int i = 0; i < calls; i++) {
        EventBuilder event = Records.event(rows.next());
        long startCpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        hub.ingest(event);
        wall[i] = System.nanoTime() - start;
        cpu[i] = THREADS.getCurrentThreadCpuTime() - startCpu;
      }
      report(people, fill, Percentiles.of(cpu), Percentiles.of(wall), table, lines);
    }
  }

  /** Returns the records per second of this thread's CPU. */
  private static double fill(CustomerHub hub, Iterator<Row> rows, int people) {
    Set<String> known = new HashSet<>();
    long start = THREADS.getCurrentThreadCpuTime();
    long records = 0;
    while (known.size() < people) {
      Row row = rows.next();
      known.add(row.person());
      hub.ingest(Records.event(row));
      records++;
    }
    return records * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
  }

  private static void report(
      int people,
      double fill,
      Percentiles cpu,
      Percentiles wall,
      TextTable table,
      List<String> lines) {
    table.row(
        people,
        (long) fill,
        cpu.milliseconds(50),
        cpu.milliseconds(99),
        wall.milliseconds(50),
        wall.milliseconds(99),
        wall.milliseconds(100),
        (long) cpu.perSecond());
    lines.add(
        Json.object(
            "people", people,
            "fill_records_per_cpu_second", fill,
            "p50_cpu_ms", cpu.milliseconds(50),
            "p99_cpu_ms", cpu.milliseconds(99),
            "p50_ms", wall.milliseconds(50),
            "p99_ms", wall.milliseconds(99),
            "max_ms", wall.milliseconds(100),
            "records_per_cpu_second", cpu.perSecond()));
  }
}

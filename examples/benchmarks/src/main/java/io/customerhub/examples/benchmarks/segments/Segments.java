package io.customerhub.examples.benchmarks.segments;

import io.customerhub.examples.benchmarks.Arguments;
import io.customerhub.examples.benchmarks.Json;
import io.customerhub.examples.benchmarks.Program;
import io.customerhub.examples.benchmarks.TextTable;
import io.customerhub.examples.benchmarks.ingest.Database;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.Storage;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures live segments: a change while few or many are defined, an event of somebody with a long
 * history, and a new segment over everybody beside a scan by SQL. By CPU of the calling thread.
 */
public final class Segments implements Program {

  private static final List<String> CONDITIONS =
      List.of(
          "",
          "did \"Order Completed\" at least 2 times in last 7 days",
          "did \"Order Completed\" at least 2 times in last 90 days",
          "count of \"Order Completed\" > 5",
          "sum of revenue of \"Order Completed\" > 200",
          "sum of revenue of \"Order Completed\" > 200 in last 365 days");

  private final List<String> lines = new ArrayList<>();

  /** Creates the program. */
  public Segments() {}

  @Override
  public void run(List<String> args, PrintStream out) {
    Arguments options =
        Arguments.of(args, "--segments", "--history", "--people", "--calls", "--seed");
    int calls = Math.toIntExact(Math.max(1, options.number("--calls", 500)));
    TextTable table = TextTable.of("what", "size", "us CPU", "members");
    for (String size : sizes(options, "--segments", "1000", "10000")) {
      int segments = Integer.parseInt(size);
      row(table, "one attribute changes", segments, ManySegments.microseconds(segments, calls), -1);
    }
    int history = Math.toIntExact(options.number("--history", 100_000));
    LongHistory person = new LongHistory(history);
    for (String condition : CONDITIONS) {
      row(table, "one event; " + condition, history, person.microseconds(condition, calls), -1);
    }
    everybody(options, table);
    table.print(out);
    lines.forEach(out::println);
  }

  private static List<String> sizes(Arguments options, String name, String... usual) {
    return options.has(name) ? options.list(name) : List.of(usual);
  }

  private void everybody(Arguments options, TextTable table) {
    int people = Math.toIntExact(options.number("--people", 10_000));
    NewSegment work = new NewSegment(people, options.number("--seed", 7));
    try (Storage memory = MemoryStorage.create()) {
      everybody(table, "memory", people, work.hub(memory));
    }
    try (Database database = Database.h2()) {
      everybody(table, "H2", people, work.hub(database.storage()));
      database.pool().ifPresent(pool -> result(table, "scan by SQL in H2", people, work.sql(pool)));
    }
  }

  private void everybody(
      TextTable table, String where, int people, List<NewSegment.Result> results) {
    result(table, "preview, " + where, people, results.get(0));
    result(table, "define, " + where, people, results.get(1));
  }

  private void result(TextTable table, String what, int size, NewSegment.Result result) {
    row(table, what, size, result.seconds() * 1e6, result.members());
  }

  private void row(TextTable table, String what, int size, double microseconds, long members) {
    table.row(what, size, microseconds, members < 0 ? "-" : members);
    lines.add(Json.object("what", what, "size", size, "cpu_us", microseconds, "members", members));
  }
}

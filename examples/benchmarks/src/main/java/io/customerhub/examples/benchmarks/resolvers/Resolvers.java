package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.benchmarks.Arguments;
import io.customerhub.examples.benchmarks.Program;
import io.customerhub.examples.benchmarks.TextTable;
import io.customerhub.examples.benchmarks.quality.LabelledSet;
import io.customerhub.examples.resolve.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Both resolvers on all sets, each in a JVM of its own, one after the other. */
public final class Resolvers implements Program {

  /** Duke is not started on more. */
  private static final long MOST_FOR_DUKE = 100_000;

  private static final long MINUTES = 10;

  /** Creates the program. */
  public Resolvers() {}

  @Override
  public void run(List<String> args, PrintStream out) throws IOException {
    Arguments options =
        Arguments.of(
            args, "--data", "--records", "--seed", "--minutes", "--heap", "--runs", "--only");
    Forked forked =
        new Forked(
            options.text("--heap", "6g"),
            Duration.ofMinutes(options.number("--minutes", MINUTES)),
            options.number("--runs", 20));
    TextTable table =
        TextTable.of(
            "set",
            "resolver",
            "records",
            "F1",
            "records/CPU s",
            "CPU s",
            "wall s",
            "heap MB",
            "times Duke");
    for (LabelledSet set : sets(options)) {
      long records = set.name().startsWith("people_") ? generated(set) : 0;
      Outcome duke =
          records > MOST_FOR_DUKE
              ? Outcome.not("not run: more than " + MOST_FOR_DUKE + " records")
              : forked.run("duke", set);
      Outcome hub = forked.run("hub", set);
      row(table, set, "Duke 1.2", duke, "");
      row(table, set, "Customer Hub", hub, ratio(hub, duke));
      // At once, since all of it takes long.
      out.println(duke.line(set.name()));
      out.println(hub.line(set.name()));
    }
    table.print(out);
  }

  private static long generated(LabelledSet set) {
    return Long.parseLong(set.name().substring("people_".length()));
  }

  private static List<LabelledSet> sets(Arguments options) throws IOException {
    List<LabelledSet> sets = new ArrayList<>();
    if (options.has("--data")) {
      sets.addAll(LabelledSet.in(Path.of(options.text("--data"))));
    }
    List<String> sizes =
        options.has("--records")
            ? options.list("--records")
            : List.of("1000", "10000", "100000", "1000000");
    for (String size : sizes) {
      sets.add(LabelledSet.generated(whole(size), options.number("--seed", 7)));
    }
    List<String> only = options.list("--only");
    sets.removeIf(set -> !only.isEmpty() && !only.contains(set.name()));
    return sets;
  }

  private static long whole(String text) {
    if (!text.matches("[1-9]\\d{0,7}")) {
      throw new UsageException("--records: expected whole numbers");
    }
    return Long.parseLong(text);
  }

  private static void row(
      TextTable table, LabelledSet set, String resolver, Outcome outcome, String ratio) {
    if (outcome.ran()) {
      table.row(
          set.name(),
          resolver,
          (long) outcome.number("records"),
          outcome.number("f1"),
          (long) outcome.number("records_per_cpu_second"),
          outcome.number("cpu_seconds"),
          outcome.number("wall_seconds"),
          (long) outcome.number("peak_heap_megabytes"),
          ratio);
    } else {
      table.row(set.name(), resolver, outcome.reason(), "", "", "", "", "", "");
    }
  }

  private static String ratio(Outcome hub, Outcome duke) {
    return hub.ran() && duke.ran()
        ? String.format(
            Locale.ROOT,
            "%,.0f",
            hub.number("records_per_cpu_second") / duke.number("records_per_cpu_second"))
        : "";
  }
}

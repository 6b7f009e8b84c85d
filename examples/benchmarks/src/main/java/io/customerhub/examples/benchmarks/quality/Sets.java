package io.customerhub.examples.benchmarks.quality;

import io.customerhub.examples.benchmarks.Arguments;
import io.customerhub.examples.benchmarks.Json;
import io.customerhub.examples.benchmarks.Program;
import io.customerhub.examples.benchmarks.TextTable;
import io.customerhub.examples.resolve.LabelledRow;
import io.customerhub.examples.resolve.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Finds the people of all sets with one configuration, each in several orders of which the worst
 * counts, beside the goals.
 */
public final class Sets implements Program {

  private static final long SHUFFLES = 5;

  /** Creates the program. */
  public Sets() {}

  @Override
  public void run(List<String> args, PrintStream out) throws IOException {
    Arguments options = Arguments.of(args, "--data", "--records", "--seed", "--shuffles", "--only");
    TextTable table =
        TextTable.of(
            "set",
            "records",
            "precision",
            "recall",
            "F1",
            "goal",
            "",
            "B-cubed",
            "largest",
            "candidates",
            "CPU s",
            "seed");
    List<String> lines = new ArrayList<>();
    for (LabelledSet set : sets(options)) {
      Run worst = worst(set.rows(), options.number("--shuffles", SHUFFLES));
      row(table, set, worst);
      lines.add(line(set, worst));
    }
    table.print(out);
    lines.forEach(out::println);
  }

  private static List<LabelledSet> sets(Arguments options) throws IOException {
    List<LabelledSet> sets = new ArrayList<>();
    if (options.has("--data")) {
      sets.addAll(LabelledSet.in(Path.of(options.text("--data"))));
    }
    long records = options.number("--records", 10_000);
    if (records > 0) {
      sets.add(LabelledSet.generated(records, options.number("--seed", 7)));
    }
    List<String> only = options.list("--only");
    sets.removeIf(set -> !only.isEmpty() && !only.contains(set.name()));
    if (sets.isEmpty()) {
      throw new UsageException("--data: none of the sets is there");
    }
    return sets;
  }

  private static Run worst(List<LabelledRow> rows, long shuffles) {
    return LongStream.rangeClosed(1, Math.max(1, shuffles))
        .mapToObj(seed -> Run.of(rows, seed))
        .min(Comparator.comparingDouble(run -> run.quality().f1()))
        .orElseThrow();
  }

  private static void row(TextTable table, LabelledSet set, Run run) {
    Quality quality = run.quality();
    String reached = quality.f1() >= set.goal() ? "reached" : "missed";
    table.row(
        set.name(),
        run.records(),
        quality.precision(),
        quality.recall(),
        quality.f1(),
        set.goal() == 0 ? "-" : String.valueOf(set.goal()),
        set.goal() == 0 ? "" : reached,
        quality.b3(),
        quality.largest(),
        run.candidates(),
        run.seconds(),
        run.seed());
  }

  private static String line(LabelledSet set, Run run) {
    Quality quality = run.quality();
    return Json.object(
        "set", set.name(),
        "records", run.records(),
        "clusters", quality.clusters(),
        "precision", quality.precision(),
        "recall", quality.recall(),
        "f1", quality.f1(),
        "goal", set.goal(),
        "b3", quality.b3(),
        "largest", quality.largest(),
        "candidates", run.candidates(),
        "cpu_seconds", run.seconds(),
        "seed", run.seed());
  }
}

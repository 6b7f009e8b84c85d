package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.benchmarks.Arguments;
import io.customerhub.examples.benchmarks.Cpu;
import io.customerhub.examples.benchmarks.Json;
import io.customerhub.examples.benchmarks.Program;
import io.customerhub.examples.benchmarks.quality.LabelledSet;
import io.customerhub.examples.benchmarks.quality.Quality;
import io.customerhub.examples.resolve.LabelledRow;
import io.customerhub.examples.resolve.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One resolver on one set in this JVM: repeated while there is time, because the first runs pay for
 * compiling; the median of the later half is told, by CPU. Reading the files is not counted.
 */
public final class OneRun implements Program {

  private static final int MOST_RUNS = 20;
  private static final double ENOUGH_SECONDS = 20;

  private record Timed(double cpu, double wall, double megabytes, Quality quality) {}

  /** Creates the program. */
  public OneRun() {}

  @Override
  public void run(List<String> args, PrintStream out) {
    Arguments options = Arguments.of(args, "--resolver", "--in", "--truth", "--runs");
    List<Path> files = options.list("--in").stream().map(Path::of).toList();
    List<LabelledRow> rows = new LabelledSet("", files, options.text("--truth"), 0).rows();
    Contender contender = contender(options.text("--resolver"));
    List<Timed> runs = new ArrayList<>();
    double spent = 0;
    long most = options.number("--runs", MOST_RUNS);
    while (runs.isEmpty() || (runs.size() < most && spent < ENOUGH_SECONDS)) {
      Timed run = timed(contender, rows);
      runs.add(run);
      spent += run.cpu();
    }
    out.println(line(options.text("--resolver"), rows.size(), runs));
  }

  private static Contender contender(String name) {
    return switch (name) {
      case "hub" -> new Hub();
      case "duke" -> new Duke();
      default -> throw new UsageException("--resolver: expected hub or duke");
    };
  }

  private static Timed timed(Contender contender, List<LabelledRow> rows) {
    HeapPeak heap = HeapPeak.start();
    Cpu cpu = Cpu.start();
    Answer answer = contender.resolve(rows);
    double seconds = cpu.seconds();
    double wall = cpu.wallSeconds();
    double megabytes = heap.megabytes();
    List<String> people = rows.stream().map(LabelledRow::person).toList();
    return new Timed(seconds, wall, megabytes, answer.quality(people));
  }

  private static String line(String resolver, int records, List<Timed> runs) {
    List<Timed> sorted =
        runs.subList(runs.size() / 2, runs.size()).stream()
            .sorted(Comparator.comparingDouble(Timed::cpu))
            .toList();
    Timed median = sorted.get(sorted.size() / 2);
    Quality quality = median.quality();
    return Json.object(
        "resolver", resolver,
        "records", records,
        "f1", quality.f1(),
        "precision", quality.precision(),
        "recall", quality.recall(),
        "records_per_cpu_second", records / Math.max(median.cpu(), 1e-3),
        "cpu_seconds", median.cpu(),
        "first_cpu_seconds", runs.get(0).cpu(),
        "wall_seconds", median.wall(),
        "peak_heap_megabytes", median.megabytes(),
        "runs", runs.size());
  }
}

package io.customerhub.examples.benchmarks;

import io.customerhub.examples.benchmarks.people.PeopleCsv;
import io.customerhub.examples.benchmarks.people.Population;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Writes made-up people into a CSV file. */
final class Generate implements Program {

  @Override
  public void run(List<String> args, PrintStream out) throws IOException {
    Arguments options = Arguments.of(args, "--records", "--seed", "--out");
    long records = options.number("--records", 10_000);
    Path file = Path.of(options.text("--out"));
    Population population = Population.of(options.number("--seed", 7));
    long start = System.nanoTime();
    PeopleCsv.write(file, population.rows(records));
    double seconds = (System.nanoTime() - start) / 1e9;
    out.println(Json.object("records", records, "truth", PeopleCsv.TRUTH, "seconds", seconds));
  }
}

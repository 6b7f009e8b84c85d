package io.customerhub.examples.benchmarks;

import io.customerhub.examples.resolve.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the microbenchmarks; takes what JMH takes, such as a part of a name. Beside the mean it
 * tells the least of the iterations, which a busy machine disturbs less.
 */
final class Jmh implements Program {

  @Override
  public void run(List<String> args, PrintStream out) throws IOException {
    try {
      CommandLineOptions options = new CommandLineOptions(args.toArray(String[]::new));
      for (RunResult result : new Runner(options).run()) {
        out.println(line(result));
      }
    } catch (CommandLineOptionException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    } catch (RunnerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String line(RunResult run) {
    String name = run.getParams().getBenchmark();
    Result<?> result = run.getPrimaryResult();
    return Json.object(
        "benchmark",
        name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
        "input",
        input(run),
        "score",
        result.getScore(),
        "least",
        result.getStatistics().getMin(),
        "error",
        result.getScoreError(),
        "unit",
        result.getScoreUnit());
  }

  private static String input(RunResult run) {
    boolean given = run.getParams().getParamsKeys().contains("input");
    return given ? run.getParams().getParam("input") : "";
  }
}

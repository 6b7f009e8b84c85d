package io.customerhub.examples.benchmarks.concurrency;

import io.customerhub.examples.benchmarks.Arguments;
import io.customerhub.examples.benchmarks.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;

/**
 * One of several processes that write at the same time. It warms up on data of its own, says that
 * it is ready, waits for a line, writes, and prints its {@link Tally}.
 */
public final class Writer implements Program {

  static final String READY = "ready";

  private static final int WARM_UP = 600;

  /** Creates the program. */
  public Writer() {}

  @Override
  public void run(List<String> args, PrintStream out) throws IOException {
    Arguments options =
        Arguments.of(
            args,
            "--url",
            "--tenant",
            "--work",
            "--events",
            "--batch",
            "--process",
            "--processes",
            "--threads");
    Writing writing =
        new Writing(
            Workload.valueOf(options.text("--work")),
            number(options, "--events"),
            number(options, "--batch"),
            number(options, "--process"),
            number(options, "--processes"),
            number(options, "--threads"));
    warmUp(options.text("--url"), writing);
    try (Site site =
        Site.open(options.text("--url"), options.text("--tenant"), writing.threads())) {
      out.println(READY);
      int go = System.in.read();
      if (go >= 0) {
        out.println(writing.run(site.storage(), site.hub()).text());
      }
    }
  }

  /** Has everything loaded and compiled that the writing will need. */
  static void warmUp(String url, Writing writing) {
    try (Site site = Site.open(url, UUID.randomUUID().toString(), writing.threads())) {
      site.defineSegments();
      new Writing(writing.workload(), WARM_UP, writing.batch(), 0, 1, writing.threads())
          .run(site.storage(), site.hub());
    }
  }

  private static int number(Arguments options, String name) {
    return Math.toIntExact(options.number(name, 1));
  }
}

package io.customerhub.examples.benchmarks.concurrency;

import io.customerhub.examples.benchmarks.Benchmarks;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs writers as processes of their own, which begin at the same time. */
final class Processes {

  private Processes() {}

  static Tally run(String url, String tenant, Writing first) throws IOException {
    List<Process> running = new ArrayList<>();
    List<BufferedReader> answers = new ArrayList<>();
    try {
      for (int process = 0; process < first.processes(); process++) {
        Process one =
            new ProcessBuilder(command(url, tenant, first, process))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        running.add(one);
        answers.add(one.inputReader(StandardCharsets.UTF_8));
      }
      for (BufferedReader answer : answers) {
        line(answer);
      }
      for (Process one : running) {
        one.getOutputStream().write('\n');
        one.getOutputStream().flush();
      }
      List<Tally> tallies = new ArrayList<>();
      for (BufferedReader answer : answers) {
        tallies.add(Tally.parse(line(answer)));
      }
      return Tally.of(tallies);
    } finally {
      running.forEach(Process::destroy);
    }
  }

  private static String line(BufferedReader answer) throws IOException {
    String line = answer.readLine();
    if (line == null) {
      throw new IOException("a writer ended before it was done");
    }
    return line;
  }

  private static List<String> command(String url, String tenant, Writing first, int process) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-cp",
        System.getProperty("java.class.path"),
        Benchmarks.class.getName(),
        "writer",
        "--url",
        url,
        "--tenant",
        tenant,
        "--work",
        first.workload().name(),
        "--events",
        Integer.toString(first.events()),
        "--batch",
        Integer.toString(first.batch()),
        "--process",
        Integer.toString(process),
        "--processes",
        Integer.toString(first.processes()),
        "--threads",
        Integer.toString(first.threads()));
  }
}

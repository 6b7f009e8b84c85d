package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.benchmarks.Benchmarks;
import io.customerhub.examples.benchmarks.quality.LabelledSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a resolver in a JVM of its own, with the same heap and time for each. */
record Forked(String heap, Duration limit, long runs) {

  Outcome run(String resolver, LabelledSet set) throws IOException {
    Path output = Files.createTempFile("run", ".json");
    Path errors = Files.createTempFile("run", ".txt");
    try {
      Process process =
          new ProcessBuilder(command(resolver, set))
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        return Outcome.not("not run: over " + limit.toMinutes() + " minutes");
      }
      return process.exitValue() == 0
          ? Outcome.of(Files.readString(output).strip())
          : Outcome.not("failed: " + Files.readString(errors).lines().findFirst().orElse("?"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.not("interrupted");
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private List<String> command(String resolver, LabelledSet set) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseParallelGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Benchmarks.class.getName(), "resolver"));
    command.addAll(List.of("--resolver", resolver, "--runs", Long.toString(runs)));
    command.addAll(List.of("--truth", set.truth(), "--in"));
    set.files().forEach(file -> command.add(file.toString()));
    return command;
  }
}

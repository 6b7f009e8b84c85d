package io.customerhub.examples.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** One of the programs of {@link Benchmarks}. */
public interface Program {

  /**
   * Runs it.
   *
   * @param args its options
   * @param out where its table and its JSON lines go
   * @throws io.customerhub.examples.resolve.UsageException if the options cannot be followed
   */
  void run(List<String> args, PrintStream out) throws IOException;
}

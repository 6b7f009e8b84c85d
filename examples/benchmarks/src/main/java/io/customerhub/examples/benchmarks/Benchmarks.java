package io.customerhub.examples.benchmarks;

import io.customerhub.examples.benchmarks.concurrency.Concurrency;
import io.customerhub.examples.benchmarks.concurrency.Writer;
import io.customerhub.examples.benchmarks.ingest.Ingest;
import io.customerhub.examples.benchmarks.latency.Latency;
import io.customerhub.examples.benchmarks.quality.Sets;
import io.customerhub.examples.benchmarks.resolvers.OneRun;
import io.customerhub.examples.benchmarks.resolvers.Resolvers;
import io.customerhub.examples.benchmarks.segments.Segments;
import io.customerhub.examples.resolve.UsageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts one of the programs by its name. */
public final class Benchmarks {

  private static final String USAGE =
      """
      java -jar benchmarks.jar generate --out people.csv [--records 10000] [--seed 7]
          made-up people as CSV; the column "truth" says who is who
      java -jar benchmarks.jar sets [--data folder] [--records 10000] [--seed 7] [--shuffles 5]
              [--only name ...]
          how well people are found in public sets and made-up people, the worst of some orders
      java -jar benchmarks.jar resolvers [--data folder] [--records 1000 10000 100000 1000000]
              [--seed 7] [--minutes 10] [--heap 6g] [--runs 20] [--only name ...]
          the same sets with Duke 1.2 and with this library, each in a JVM of its own
      java -jar benchmarks.jar jmh [part of a name] [options of JMH]
          microbenchmarks: Jaro-Winkler and a condition by this library and by others, the parts of the
          pipeline
      java -jar benchmarks.jar latency [--people 10000 100000] [--calls 5000] [--seed 7]
          how long one record takes, in memory
      java -jar benchmarks.jar ingest [--postgres jdbc:postgresql://...] [--events 5000] [--rounds 5]
              [--segments 100] [--only memory H2 PostgreSQL]
          events per second beside a hand-written JDBC batch of the same rows
      java -jar benchmarks.jar segments [--segments 1000 10000] [--history 100000] [--people 10000]
              [--calls 500] [--seed 7]
          a change while many segments are defined, an event of a long history, a new segment over
          everybody beside a scan by SQL
      java -jar benchmarks.jar concurrency [--postgres jdbc:postgresql://...] [--events 2000]
              [--threads 8] [--processes 2] [--only H2 PostgreSQL]
          many writers on the same people: how often one is in another's way, and what is wrong then
      """;

  private final PrintStream out;
  private final PrintStream errors;
  private final Map<String, Program> programs = new LinkedHashMap<>();

  Benchmarks(PrintStream out, PrintStream errors) {
    this.out = out;
    this.errors = errors;
    programs.put("generate", new Generate());
    programs.put("sets", new Sets());
    programs.put("resolvers", new Resolvers());
    programs.put("resolver", new OneRun());
    programs.put("jmh", new Jmh());
    programs.put("latency", new Latency());
    programs.put("ingest", new Ingest());
    programs.put("segments", new Segments());
    programs.put("concurrency", new Concurrency());
    programs.put("writer", new Writer());
  }

  /**
   * Runs a program. The exit code is 0, or 2 if the command line or a file cannot be used.
   *
   * @param args the name of the program and its options; see the usage that is printed without any
   */
  public static void main(String... args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(new Benchmarks(out, System.err).run(args));
  }

  int run(String... args) {
    try {
      List<String> all = Arrays.asList(args);
      program(all).run(all.subList(1, all.size()), out);
      return 0;
    } catch (UsageException e) {
      errors.println(e.getMessage());
      errors.println(USAGE);
      return 2;
    } catch (IOException e) {
      errors.println("cannot be read or written: " + e.getMessage());
      return 2;
    }
  }

  private Program program(List<String> args) {
    Program program = args.isEmpty() ? null : programs.get(args.get(0));
    if (program == null) {
      throw new UsageException("expected one of " + programs.keySet());
    }
    return program;
  }
}

package io.customerhub.storage.jdbc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;

/** A process that writes into a schema of the PostgreSQL server of another JVM. */
final class Writers {

  private static final int THREADS = 4;

  private Writers() {}

  /** Arguments: URL, schema, seed, this process's number, number of processes, batch, alike. */
  public static void main(String[] arguments) throws Exception {
    JdbcConnectionPool database = Databases.postgres(arguments[0], arguments[1]);
    Load load = new Load(Long.parseLong(arguments[2]), Boolean.parseBoolean(arguments[6]));
    int process = Integer.parseInt(arguments[3]);
    int processes = Integer.parseInt(arguments[4]);
    Counted storage =
        // Long: on a busy machine every conflict takes its time, and what counts is the outcome.
        new Counted(
            JdbcStorage.builder(database)
                .schema(SchemaMode.VALIDATE)
                .retryFor(Duration.ofSeconds(60))
                .build());
    load.deliver(
        Load.engine(storage, 100 + process),
        process * THREADS,
        (process + 1) * THREADS,
        processes * THREADS,
        Integer.parseInt(arguments[5]));
    System.out.println(storage.transactions() + " " + storage.attempts());
    database.dispose();
  }

  /** Starts processes, waits for all, and returns how many transactions and attempts they made. */
  static long[] run(Path folder, String schema, Load load, int processes, int batch)
      throws Exception {
    Process[] running = new Process[processes];
    Path[] outputs = new Path[processes];
    for (int i = 0; i < processes; i++) {
      outputs[i] = folder.resolve("writer" + i);
      running[i] = start(outputs[i], schema, load, i, processes, batch);
    }
    long[] sums = new long[2];
    for (int i = 0; i < processes; i++) {
      boolean ended = running[i].waitFor(240, TimeUnit.SECONDS);
      running[i].destroyForcibly();
      String output = Files.readString(outputs[i], StandardCharsets.UTF_8).strip();
      if (!ended || running[i].exitValue() != 0) {
        throw new AssertionError("seed " + load.seed() + ", a writer failed: " + output);
      }
      String[] counts = output.split(" ", -1);
      sums[0] += Long.parseLong(counts[0]);
      sums[1] += Long.parseLong(counts[1]);
    }
    return sums;
  }

  private static Process start(
      Path output, String schema, Load load, int process, int processes, int batch)
      throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Writers.class.getName(),
            PostgresServer.url(),
            schema,
            Long.toString(load.seed()),
            Integer.toString(process),
            Integer.toString(processes),
            Integer.toString(batch),
            Boolean.toString(load.alike()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}

package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.StateDigest;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.VerificationReport;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that writes is killed, over and over, on the same database: what it acknowledged is
 * there once, a batch is there or is not, and everything is as the events say. How often is the
 * system property {@code customerhub.kills}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(3_600)
class KilledWriterTest {

  private static final int KILLS = Integer.getInteger("customerhub.kills", 3);
  private static final long SEED = Long.getLong("customerhub.seed", System.nanoTime());

  private final Random random = new Random(SEED);

  @TempDir private Path folder;

  /** Without either, H2 answers up to half a second before it writes. */
  @ParameterizedTest
  @CsvSource({"'', true", "';WRITE_DELAY=0', false"})
  void on_an_h2_file(String options, boolean forced) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("hub") + options;
    for (int round = 0; round < KILLS; round++) {
      kill(url, "", round, forced);
      JdbcConnectionPool database = JdbcConnectionPool.create(url, "sa", "");
      requireEverything(database, round);
      Databases.shutDown(database);
    }
  }

  @Test
  void on_postgresql() throws Exception {
    String schema = Databases.newSchema();
    JdbcConnectionPool database = Databases.postgres(schema);
    for (int round = 0; round < KILLS; round++) {
      kill(PostgresServer.url(), schema, round, false);
      requireEverything(database, round);
    }
    database.dispose();
  }

  private void requireEverything(JdbcConnectionPool database, int round) throws IOException {
    String which = "seed " + SEED + ", round " + round;
    try (Storage storage = JdbcStorage.create(database)) {
      CustomerEngine engine = KilledWriter.engine(storage);
      List<StoredEvent> events = StateDigest.allEvents(engine);
      Map<String, Integer> kept = new TreeMap<>();
      events.forEach(event -> kept.merge(acknowledgement(event), 1, Integer::sum));

      assertThat(kept.keySet()).as(which).containsAll(acknowledged());
      kept.forEach(
          (what, count) ->
              assertThat(count)
                  .as("%s, %s", which, what)
                  .isEqualTo(what.startsWith("batch") ? KilledWriter.BATCH : 1));
      VerificationReport report = engine.verify(progress -> {});
      assertThat(report.violations()).as(which).isEmpty();
      assertThat(report.events()).isEqualTo(events.size());
    }
  }

  private static String acknowledgement(StoredEvent event) {
    return event.event().messageId().replaceAll("/.*", "");
  }

  private List<String> acknowledged() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file(), StandardCharsets.UTF_8));
    assertThat(lines).isNotEmpty();
    return lines;
  }

  private Path file() {
    return folder.resolve("acknowledged");
  }

  /** Kills a writer a moment after it has begun to acknowledge. */
  private void kill(String url, String schema, int round, boolean forced) throws Exception {
    Path output = folder.resolve("output");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                url,
                schema,
                file().toString(),
                Integer.toString(round),
                Boolean.toString(forced))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    long before = size();
    while (size() < before + 500 + random.nextInt(500)) {
      boolean ended = writer.waitFor(5, TimeUnit.MILLISECONDS);
      assertThat(ended).as("%s", ended ? Files.readString(output) : "").isFalse();
    }
    writer.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
    // What destroyForcibly() does to a process, on every system that has signals.
    writer.destroyForcibly().waitFor();
  }

  private long size() throws IOException {
    return Files.exists(file()) ? Files.size(file()) : 0;
  }
}

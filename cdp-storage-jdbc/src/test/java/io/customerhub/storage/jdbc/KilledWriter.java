package io.customerhub.storage.jdbc;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.intake.Parsed;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A process that takes in events until it is killed, and writes down each that was acknowledged:
 * one thread single events and merges, another one batches.
 */
final class KilledWriter {

  /** How many events a batch has; it is one transaction. */
  static final int BATCH = 10;

  private static final int PEOPLE = 40;
  private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");

  private final CustomerEngine engine;
  private final FileChannel acknowledged;

  private KilledWriter(CustomerEngine engine, FileChannel acknowledged) {
    this.engine = engine;
    this.acknowledged = acknowledged;
  }

  /** Arguments: URL, schema or an empty text for H2, file to write down, round, whether forced. */
  public static void main(String[] arguments) throws Exception {
    JdbcConnectionPool database =
        arguments[1].isEmpty()
            ? JdbcConnectionPool.create(arguments[0], "sa", "")
            : Databases.postgres(arguments[0], arguments[1]);
    JdbcStorage.Builder builder = JdbcStorage.builder(database);
    boolean forced = Boolean.parseBoolean(arguments[4]);
    Storage storage = forced ? builder.forceToDisk().build() : builder.build();
    FileChannel file =
        FileChannel.open(
            Path.of(arguments[2]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    KilledWriter writer = new KilledWriter(engine(storage), file);
    Thread batches = new Thread(() -> writer.batches(arguments[3]));
    batches.setDaemon(true);
    batches.start();
    writer.singles(arguments[3]);
  }

  /** Returns an engine as those that write have it. */
  static CustomerEngine engine(Storage storage) {
    Clock clock = Clock.systemUTC();
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, System.nanoTime()))
        .build();
  }

  private void singles(String round) {
    for (int i = 0; ; i++) {
      engine.ingest(event("single-" + round + "-" + i, i));
      acknowledge("single-" + round + "-" + i);
    }
  }

  private void batches(String round) {
    for (int i = 0; ; i++) {
      List<Parsed> items = new ArrayList<>();
      for (int j = 0; j < BATCH; j++) {
        String id = "batch-" + round + "-" + i + "/" + j;
        items.add(new Parsed.Accepted(event(id, 7 * i + j), id));
      }
      engine.ingestAll("test", items.iterator(), progress -> {});
      acknowledge("batch-" + round + "-" + i);
    }
  }

  /** People turn out to be one under way: every ninth event names two. */
  private static Event event(String messageId, int i) {
    var event =
        Event.identify()
            .source("test")
            .messageId(messageId)
            .at(TIME.plusSeconds(i))
            .userId("user-" + i % PEOPLE)
            .trait("visits", i);
    return i % 9 == 0 ? event.anonymousId("cookie-" + i % 5).build() : event.build();
  }

  /** The system keeps what was written when the process is killed. */
  private synchronized void acknowledge(String what) {
    try {
      acknowledged.write(ByteBuffer.wrap((what + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

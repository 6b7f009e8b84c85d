package io.customerhub.examples.benchmarks.segments;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.spi.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/**
 * A new segment over people with ten events each: a condition is evaluated for everybody, beside a
 * scan by SQL over a flat table of the same events.
 */
final class NewSegment {

  private static final int EACH = 10;

  private static final String CONDITION =
      "did \"Order Completed\" (revenue >= 50) at least 2 times in last 90 days";

  private static final String SCAN =
      "SELECT COUNT(*) FROM (SELECT person FROM flat_event WHERE name = 'Order Completed'"
          + " AND revenue >= 50 AND time >= ? AND time < ? GROUP BY person HAVING COUNT(*) >= 2)";

  private final Instant now = Instant.now();
  private final List<Event> events = new ArrayList<>();

  NewSegment(int people, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < people * EACH; i++) {
      events.add(event(random, i / EACH, i));
    }
  }

  private Event event(Random random, int person, int number) {
    return Event.track(random.nextBoolean() ? "Order Completed" : "Page Viewed")
        .source("shop")
        .messageId("m" + number)
        .identifier(Identifier.userId("u" + person))
        .at(now.minus(Duration.ofMinutes(1 + random.nextInt(300 * 1_440))))
        .property("revenue", random.nextInt(100))
        .build();
  }

  /**
   * What one way of it took.
   *
   * @param members how many satisfy the condition
   * @param seconds of CPU
   */
  record Result(long members, double seconds) {}

  /** Returns what counting them took, and what keeping them as members did. */
  List<Result> hub(Storage storage) {
    CustomerEngine engine = Engines.over(storage);
    engine.ingestAll(events.iterator(), report -> {});
    engine.segments().preview(CONDITION);
    double counted = Clocked.seconds(() -> engine.segments().preview(CONDITION));
    long members = engine.segments().preview(CONDITION).members();
    double defined = Clocked.seconds(() -> engine.segments().define("new", CONDITION));
    return List.of(
        new Result(members, counted), new Result(engine.segments().count("new"), defined));
  }

  /** Returns what the scan took. */
  Result sql(DataSource database) {
    try (Connection connection = database.getConnection()) {
      fill(connection);
      Instant from = now.minus(Duration.ofDays(90));
      scan(connection, from);
      long[] members = {0};
      // Of the very same question H2 would only repeat its last answer.
      Instant other = from.minusNanos(1_000);
      double seconds = Clocked.seconds(() -> members[0] = scan(connection, other));
      return new Result(members[0], seconds);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE flat_event (person VARCHAR(40), name VARCHAR(40),"
              + " time TIMESTAMP, revenue NUMERIC(12, 2))");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO flat_event VALUES (?, ?, ?, ?)")) {
      for (Event event : events) {
        insert.setString(1, event.identifiers().get(0).value());
        insert.setString(2, event.name());
        insert.setTimestamp(3, Timestamp.from(event.time()));
        insert.setObject(4, event.properties().get("revenue"));
        insert.execute();
      }
    }
  }

  private long scan(Connection connection, Instant from) {
    try (PreparedStatement select = connection.prepareStatement(SCAN)) {
      select.setTimestamp(1, Timestamp.from(from));
      select.setTimestamp(2, Timestamp.from(now));
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

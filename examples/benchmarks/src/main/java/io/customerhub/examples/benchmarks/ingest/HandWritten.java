package io.customerhub.examples.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The least that somebody would write by hand who knows beforehand who is who: per event the same
 * rows, in batches of the same size, and nothing is looked up, compared, checked or explained.
 */
final class HandWritten implements Contender {

  private static final int BATCH = 200;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE raw_profile (id UUID PRIMARY KEY, state TEXT NOT NULL,"
              + " last_at TIMESTAMP(6) WITH TIME ZONE)",
          "CREATE TABLE raw_identifier (namespace VARCHAR(32), val VARCHAR(512),"
              + " profile UUID NOT NULL, PRIMARY KEY (namespace, val))",
          "CREATE TABLE raw_event (source VARCHAR(64), message_id VARCHAR(128),"
              + " profile UUID NOT NULL, name VARCHAR(256) NOT NULL,"
              + " happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL, content TEXT NOT NULL,"
              + " PRIMARY KEY (source, message_id))",
          "CREATE INDEX raw_event_profile ON raw_event (profile, happened_at)",
          "CREATE INDEX raw_event_name ON raw_event (profile, name, happened_at)");

  private final DataSource dataSource;
  private final boolean newPeople;

  HandWritten(DataSource dataSource, Work work) {
    this.dataSource = dataSource;
    this.newPeople = work == Work.NEW_PEOPLE;
    run(HandWritten::createTables);
    if (!newPeople) {
      run(HandWritten::addKnown);
    }
  }

  @Override
  public void take(List<Event> events) {
    run(
        connection -> {
          connection.setAutoCommit(false);
          for (int from = 0; from < events.size(); from += BATCH) {
            batch(connection, events.subList(from, Math.min(events.size(), from + BATCH)));
            connection.commit();
          }
          connection.setAutoCommit(true);
        });
  }

  @Override
  public void close() {}

  private void batch(Connection connection, List<Event> events) throws SQLException {
    try (PreparedStatement profile =
            connection.prepareStatement(
                newPeople
                    ? "INSERT INTO raw_profile (last_at, state, id) VALUES (?, ?, ?)"
                    : "UPDATE raw_profile SET last_at = ?, state = ? WHERE id = ?");
        PreparedStatement identifier =
            connection.prepareStatement("INSERT INTO raw_identifier VALUES (?, ?, ?)");
        PreparedStatement event =
            connection.prepareStatement("INSERT INTO raw_event VALUES (?, ?, ?, ?, ?, ?)")) {
      for (Event one : events) {
        UUID id = id(one);
        add(profile, time(one), "{\"events\":1}", id);
        for (Identifier key : newPeople ? one.identifiers() : List.<Identifier>of()) {
          add(identifier, key.namespace(), key.value(), id);
        }
        add(event, one.source(), one.messageId(), id, one.name(), time(one), json(one));
      }
      profile.executeBatch();
      identifier.executeBatch();
      event.executeBatch();
    }
  }

  private static OffsetDateTime time(Event event) {
    return OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC);
  }

  private static UUID id(Event event) {
    return UUID.nameUUIDFromBytes(event.identifiers().get(0).value().getBytes(UTF_8));
  }

  private static String json(Event event) {
    StringBuilder json = new StringBuilder(400).append("{\"name\":\"").append(event.name());
    event.properties().forEach((name, value) -> json.append("\",\"" + name + "\":\"" + value));
    event
        .identifiers()
        .forEach(key -> json.append("\",\"" + key.namespace() + "\":\"" + key.value()));
    return json.append("\"}").toString();
  }

  private static void add(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private static void createTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of("raw_profile", "raw_identifier", "raw_event")) {
        statement.execute("DROP TABLE IF EXISTS " + table);
      }
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
  }

  private static void addKnown(Connection connection) throws SQLException {
    try (PreparedStatement profile =
        connection.prepareStatement("INSERT INTO raw_profile (id, state) VALUES (?, '{}')")) {
      for (Event event : Work.KNOWN_PEOPLE.events(0, Work.KNOWN)) {
        add(profile, id(event));
      }
      profile.executeBatch();
    }
  }

  private interface JdbcWork {
    void on(Connection connection) throws SQLException;
  }

  private void run(JdbcWork work) {
    try (Connection connection = dataSource.getConnection()) {
      work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused hand-written SQL", e);
    }
  }
}

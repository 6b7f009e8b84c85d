package io.customerhub.storage.jdbc;

import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore;
import io.customerhub.spi.KnownEvent;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code cdp_event}. */
final class EventTable implements EventStore {

  private static final Comparator<Event> OLDEST_FIRST =
      Comparator.comparing(Event::time)
          .thenComparing(Event::source)
          .thenComparing(Event::messageId);

  private static final Keys<EventKey> KEYS =
      new Keys<>(
          List.of("VARCHAR", "VARCHAR"),
          (params, key) -> params.text(key.source()).text(key.messageId()));

  private static final String SELECT =
      "SELECT content, member, received_at, hash, set_aside FROM cdp_event WHERE tenant = ? ";

  private static final String FIND = SELECT + "AND source = ? AND message_id = ?";

  /** In one statement, so that an event that is being removed is seen in one of the two. */
  private static final String KNOWN =
      "SELECT k.k1, k.k2, e.member, e.hash, r.member, r.hash FROM {keys}"
          + Keys.any("cdp_event e", "e.tenant = ? AND e.source = k.k1 AND e.message_id = k.k2")
          + Keys.any(
              "cdp_removed_event r", "r.tenant = ? AND r.source = k.k1 AND r.message_id = k.k2");

  // Not VALUES: PostgreSQL's driver can be set to join such rows, and then tells no row's count.
  private static final String INSERT =
      "INSERT INTO cdp_event (tenant, source, message_id, member, name, happened_at, received_at,"
          + " hash, content, set_aside) SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
          + " CAST(? AS VARCHAR), CAST(? AS UUID), CAST(? AS VARCHAR),"
          + " CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS TIMESTAMP(6) WITH TIME ZONE),"
          + " CAST(? AS VARCHAR), CAST(? AS TEXT), CAST(? AS TEXT)";

  private static final String OF_MEMBER =
      SELECT
          + "AND member = ? AND happened_at >= ? AND happened_at < ?"
          + " ORDER BY tenant, member, happened_at, source, message_id LIMIT ?";

  private static final String OF_MEMBER_BY_NAME =
      SELECT
          + "AND member = ? AND name = ? AND happened_at >= ? AND happened_at < ?"
          + " ORDER BY tenant, member, name, happened_at, source, message_id LIMIT ?";

  private static final String OF_MEMBER_NEWEST =
      SELECT
          + "AND member = ? AND happened_at >= ? AND happened_at < ?"
          + " ORDER BY tenant DESC, member DESC, happened_at DESC, source DESC, message_id DESC"
          + " LIMIT ?";

  private static final String OF_MEMBER_BY_NAME_NEWEST =
      SELECT
          + "AND member = ? AND name = ? AND happened_at >= ? AND happened_at < ?"
          + " ORDER BY tenant DESC, member DESC, name DESC, happened_at DESC, source DESC,"
          + " message_id DESC LIMIT ?";

  private static final String SCAN = SELECT + "ORDER BY tenant, source, message_id LIMIT ?";

  private static final String SCAN_SOURCE =
      SELECT + "AND source = ? AND message_id > ? ORDER BY tenant, source, message_id LIMIT ?";

  private static final String SCAN_SOURCES =
      SELECT + "AND source > ? ORDER BY tenant, source, message_id LIMIT ?";

  private static final String EXPIRED = before(SCAN);

  private static final String EXPIRED_SOURCE = before(SCAN_SOURCE);

  private static final String EXPIRED_SOURCES = before(SCAN_SOURCES);

  private static final String COUNT = "SELECT COUNT(*) FROM cdp_event WHERE tenant = ?";

  private final Sql sql;
  private final String tenant;

  EventTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public Optional<StoredEvent> find(String source, String messageId) {
    return sql.find(FIND, p -> p.text(tenant).text(source).text(messageId), EventTable::stored);
  }

  @Override
  public void append(StoredEvent stored) {
    if (!sql.insert(INSERT, p -> bind(p, stored))) {
      throw sql.conflict("event " + stored.event().messageId() + " is known");
    }
  }

  @Override
  public List<KnownEvent> known(Set<EventKey> keys) {
    return sql
        .listByKeys(KNOWN, KEYS, keys, p -> p.text(tenant).text(tenant), EventTable::knownOrNot)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<KnownEvent> knownOrNot(Row row) throws SQLException {
    String source = row.textOrNull();
    String messageId = row.textOrNull();
    ProfileId member = row.idOrNull();
    String hash = row.textOrNull();
    ProfileId memberOfRemoved = row.idOrNull();
    String hashOfRemoved = row.textOrNull();
    if (source == null || messageId == null || (hash == null && hashOfRemoved == null)) {
      return Optional.empty();
    }
    EventKey key = new EventKey(source, messageId);
    return Optional.of(
        hash == null
            ? new KnownEvent(key, memberOfRemoved, Objects.requireNonNull(hashOfRemoved))
            : new KnownEvent(key, member, hash));
  }

  @Override
  public void appendAll(Collection<StoredEvent> events) {
    boolean[] inserted = sql.insertAll(INSERT, events, this::bind);
    int i = 0;
    for (StoredEvent stored : events) {
      if (!inserted[i++]) {
        throw sql.conflict("event " + stored.event().messageId() + " is known");
      }
    }
  }

  @Override
  public List<StoredEvent> read(EventQuery query) {
    return sql
        .listForEach(
            statement(query),
            query.members(),
            query.name() == null ? 5 : 6,
            (p, member) -> bind(p, member, query),
            EventTable::stored)
        .stream()
        .sorted(Comparator.comparing(StoredEvent::event, order(query)))
        .limit(query.limit())
        .toList();
  }

  @Override
  public List<StoredEvent> scan(@Nullable EventKey after, int limit) {
    return scan(new Scan(SCAN, SCAN_SOURCE, SCAN_SOURCES), after, limit, p -> p);
  }

  /** Does the same with the events before an instant. */
  List<StoredEvent> expired(@Nullable EventKey after, Instant before, int limit) {
    Scan scan = new Scan(EXPIRED, EXPIRED_SOURCE, EXPIRED_SOURCES);
    return scan(scan, after, limit, p -> p.bound(before));
  }

  @Override
  public long count() {
    return sql.count(COUNT, p -> p.text(tenant));
  }

  /** Statements for the first page, for the rest of a source, and for the sources behind it. */
  private record Scan(String all, String source, String sources) {}

  /** Sets parameters of a condition. */
  private interface More {
    Params to(Params params) throws SQLException;
  }

  /** Goes on with the next sources. Two look-ups by one key each, as both use the index. */
  private List<StoredEvent> scan(Scan scan, @Nullable EventKey after, int limit, More more) {
    if (after == null) {
      return sql.list(scan.all(), p -> more.to(p.text(tenant)).number(limit), EventTable::stored);
    }
    List<StoredEvent> page =
        sql.list(
            scan.source(),
            p -> more.to(p.text(tenant).text(after.source()).text(after.messageId())).number(limit),
            EventTable::stored);
    int rest = limit - page.size();
    if (rest == 0) {
      return page;
    }
    List<StoredEvent> next =
        sql.list(
            scan.sources(),
            p -> more.to(p.text(tenant).text(after.source())).number(rest),
            EventTable::stored);
    return Stream.concat(page.stream(), next.stream()).toList();
  }

  private static String before(String scan) {
    return scan.replace("ORDER BY", "AND happened_at < ? ORDER BY");
  }

  private void bind(Params p, ProfileId member, EventQuery query) throws SQLException {
    p.text(tenant).id(member);
    String name = query.name();
    if (name != null) {
      p.text(name);
    }
    p.bound(query.from()).bound(query.to()).number(query.limit());
  }

  private static Comparator<Event> order(EventQuery query) {
    return query.newestFirst() ? OLDEST_FIRST.reversed() : OLDEST_FIRST;
  }

  private static String statement(EventQuery query) {
    if (query.newestFirst()) {
      return query.name() == null ? OF_MEMBER_NEWEST : OF_MEMBER_BY_NAME_NEWEST;
    }
    return query.name() == null ? OF_MEMBER : OF_MEMBER_BY_NAME;
  }

  private void bind(Params p, StoredEvent stored) throws SQLException {
    Event event = stored.event();
    p.text(tenant).text(event.source()).text(event.messageId()).id(stored.member());
    p.text(event.name()).time(event.time()).time(stored.receivedAt()).text(stored.hash());
    p.text(StoredForm.event(event));
    p.text(stored.setAside().isEmpty() ? null : StoredForm.texts(stored.setAside()));
  }

  private static StoredEvent stored(Row row) throws SQLException {
    return new StoredEvent(
        StoredForm.event(row.text()),
        row.idOrNull(),
        row.time(),
        row.text(),
        textsOrNone(row.textOrNull()));
  }

  private static Map<String, String> textsOrNone(@Nullable String json) {
    return json == null ? Map.of() : StoredForm.texts(json);
  }
}

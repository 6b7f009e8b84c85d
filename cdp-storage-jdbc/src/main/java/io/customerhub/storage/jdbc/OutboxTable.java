package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.OutboxStore;
import io.customerhub.spi.StoredForm;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** {@code cdp_outbox}. */
final class OutboxTable implements OutboxStore {

  static final String COLUMNS =
      "o.id, o.destination, o.kind, o.about, o.details, o.happened_at, o.attempts, o.due_at,"
          + " o.failure";

  private static final String INSERT =
      "INSERT INTO cdp_outbox (tenant, id, destination, kind, about, details, happened_at,"
          + " attempts, due_at, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String LOCK =
      "SELECT o.id FROM cdp_outbox o WHERE o.id IN {list} AND o.tenant = ?" + " AND o.due_at <= ?";

  private static final String TAKE =
      "UPDATE cdp_outbox SET lease = ?, due_at = ? WHERE tenant = ? AND id = ?";

  private static final String HOLDS =
      "SELECT COUNT(*) FROM cdp_outbox WHERE tenant = ? AND id = ? AND lease = ?";

  private static final String REMOVE =
      "DELETE FROM cdp_outbox WHERE tenant = ? AND id = ? AND lease = ?";

  private static final String GIVE_BACK =
      "UPDATE cdp_outbox SET lease = NULL, attempts = ?, due_at = ?, failure = ?"
          + " WHERE tenant = ? AND id = ? AND lease = ?";

  private static final String ABOUT =
      "SELECT CASE WHEN o.lease IS NULL THEN NULL ELSE o.due_at END FROM cdp_outbox o"
          + " WHERE o.about IN {list} AND o.tenant = ?";

  private static final String WAITING =
      "SELECT destination, COUNT(*), SUM(CASE WHEN attempts > 0 THEN 1 ELSE 0 END),"
          + " MIN(happened_at) FROM cdp_outbox WHERE tenant = ? GROUP BY destination";

  private static final String CLEAR = "DELETE FROM cdp_outbox WHERE tenant = ? AND destination = ?";

  private final Sql sql;
  private final String tenant;

  OutboxTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void add(List<OutboxEntry> entries) {
    boolean[] added = sql.insertAll(INSERT, entries, (p, entry) -> bind(p.text(tenant), entry));
    for (int i = 0; i < added.length; i++) {
      if (!added[i]) {
        throw new IllegalArgumentException("outbox entry " + entries.get(i).id() + " is known");
      }
    }
  }

  /**
   * Looks at what is due the longest, and puts off what waits behind others of its profile: so a
   * long queue of one profile is looked at once for each attempt, and not by every call.
   */
  @Override
  public List<OutboxEntry> claim(
      String destination, UUID lease, Instant now, Instant until, int limit) {
    OutboxLanes lanes = new OutboxLanes(sql, tenant, destination, now);
    List<OutboxEntry> taken = List.of();
    boolean more = true;
    while (taken.isEmpty() && more) {
      OutboxLanes.Page page = lanes.look(limit);
      Set<UUID> locked = lock(page, now);
      taken = ready(page, locked, limit);
      sql.batch(TAKE, taken, (p, one) -> p.uuid(lease).time(until).text(tenant).uuid(one.id()));
      more = lanes.putOff(page, locked) > 0;
    }
    return taken;
  }

  @Override
  public boolean holds(UUID id, UUID lease) {
    return sql.count(HOLDS, p -> p.text(tenant).uuid(id).uuid(lease)) > 0;
  }

  @Override
  public boolean remove(UUID id, UUID lease) {
    return sql.update(REMOVE, p -> p.text(tenant).uuid(id).uuid(lease)) > 0;
  }

  @Override
  public boolean giveBack(OutboxEntry entry, UUID lease) {
    return sql.update(
            GIVE_BACK,
            p -> {
              p.number(entry.attempts()).time(entry.due()).text(entry.failure());
              p.text(tenant).uuid(entry.id()).uuid(lease);
            })
        > 0;
  }

  @Override
  public Optional<Instant> lockAbout(Set<ProfileId> about) {
    return sql
        .lockByKeys(ABOUT, Keys.IDS, new TreeSet<>(about), p -> p.text(tenant), OutboxTable::time)
        .stream()
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  private static Optional<Instant> time(Row row) throws SQLException {
    return Optional.ofNullable(row.timeOrNull());
  }

  @Override
  public Map<String, Waiting> waiting() {
    Map<String, Waiting> waiting = new TreeMap<>();
    sql.list(
            WAITING,
            p -> p.text(tenant),
            row -> Map.entry(row.text(), new Waiting(row.number(), row.number(), row.time())))
        .forEach(one -> waiting.put(one.getKey(), one.getValue()));
    return waiting;
  }

  @Override
  public long clear(String destination) {
    return sql.update(CLEAR, p -> p.text(tenant).text(destination));
  }

  static void bind(Params p, OutboxEntry entry) throws SQLException {
    p.uuid(entry.id()).text(entry.destination()).text(entry.kind().name()).id(entry.about());
    p.text(StoredForm.texts(entry.details())).time(entry.at()).number(entry.attempts());
    p.time(entry.due()).text(entry.failure());
  }

  static OutboxEntry entry(Row row) throws SQLException {
    return new OutboxEntry(
        row.uuid(),
        row.text(),
        NewsKind.valueOf(row.text()),
        row.id(),
        StoredForm.texts(row.text()),
        row.time(),
        Math.toIntExact(row.number()),
        row.time(),
        row.text());
  }

  /** Takes of each profile only up to the first that another transaction got hold of before. */
  private static List<OutboxEntry> ready(OutboxLanes.Page page, Set<UUID> locked, int limit) {
    Set<ProfileId> lost = new HashSet<>();
    List<OutboxEntry> ready = new ArrayList<>();
    for (OutboxLanes.Ready one : page.ready()) {
      if (lost.contains(one.profile()) || !locked.contains(one.entry().id())) {
        lost.add(one.profile());
      } else if (ready.size() < limit) {
        ready.add(one.entry());
      }
    }
    return List.copyOf(ready);
  }

  /** Never waits: whoever holds a row is at work on it. */
  private Set<UUID> lock(OutboxLanes.Page page, Instant now) {
    Set<UUID> ids = new HashSet<>();
    page.ready().forEach(one -> ids.add(one.entry().id()));
    page.behind().keySet().forEach(one -> ids.add(one.id()));
    return new HashSet<>(
        sql.lockFree(LOCK, Keys.UUIDS, ids, p -> p.text(tenant).time(now), Row::uuid));
  }
}

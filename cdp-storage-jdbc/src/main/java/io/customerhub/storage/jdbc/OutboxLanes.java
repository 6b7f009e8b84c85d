package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.OutboxEntry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells which of the entries that are due have nothing of their profile before them. */
final class OutboxLanes {

  private static final String DUE =
      "SELECT COALESCE(m.root, o.about), "
          + OutboxTable.COLUMNS
          + " FROM cdp_outbox o LEFT JOIN cdp_member m ON m.tenant = o.tenant AND m.id = o.about"
          + " WHERE o.tenant = ? AND o.destination = ? AND o.due_at <= ?"
          + " ORDER BY o.tenant, o.destination, o.due_at, o.seq LIMIT ?";

  private static final String MEMBERS =
      "SELECT m.root, m.id FROM {keys}"
          + Keys.each("cdp_member m", "m.tenant = ? AND m.root = k.k1");

  private static final String QUEUE =
      "SELECT o.about, o.seq, o.id, o.due_at, CASE WHEN o.lease IS NULL THEN 0 ELSE 1 END"
          + " FROM cdp_outbox o WHERE o.tenant = ? AND o.about = ? AND o.destination = ?"
          + " ORDER BY o.tenant, o.about, o.destination, o.seq LIMIT ?";

  private static final String PUT_OFF =
      "UPDATE cdp_outbox SET due_at = ? WHERE tenant = ? AND id = ?";

  /** Most entries of one profile in a call. */
  private static final int RUN = 20;

  /** When to look again at what waits behind entries on lease: these may be done any moment. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Sql sql;
  private final String tenant;
  private final String destination;
  private final Instant now;

  OutboxLanes(Sql sql, String tenant, String destination, Instant now) {
    this.sql = sql;
    this.tenant = tenant;
    this.destination = destination;
    this.now = now;
  }

  /** An entry that is due, and whose news it is now. */
  private record Due(ProfileId profile, OutboxEntry entry) {}

  /** One of the first entries of a profile. */
  private record Place(ProfileId about, long seq, UUID id, Instant due, boolean leased) {}

  /** An entry that can be taken. */
  record Ready(long seq, ProfileId profile, OutboxEntry entry) {}

  /** What a look at the queue found: what can be taken, in order, and what has to wait longer. */
  record Page(List<Ready> ready, Map<OutboxEntry, Instant> behind) {}

  /** Looks at the entries that are due the longest. */
  Page look(int limit) {
    Map<ProfileId, Map<UUID, OutboxEntry>> due = new HashMap<>();
    Map<ProfileId, ProfileId> profiles = new HashMap<>();
    for (Due one : due(2 * limit)) {
      due.computeIfAbsent(one.profile(), p -> new HashMap<>()).put(one.entry().id(), one.entry());
      profiles.put(one.entry().about(), one.profile());
    }
    Map<ProfileId, List<Place>> queues = queues(profiles, due.keySet());
    Page page = new Page(new ArrayList<>(), new HashMap<>());
    due.forEach((profile, found) -> sort(profile, found, queues, page));
    page.ready().sort(Comparator.comparingLong(Ready::seq));
    return page;
  }

  /** Puts off what waits behind others, as far as it is locked; returns how much was. */
  int putOff(Page page, Set<UUID> locked) {
    List<Map.Entry<OutboxEntry, Instant>> behind =
        page.behind().entrySet().stream()
            .filter(one -> locked.contains(one.getKey().id()))
            .toList();
    sql.batch(
        PUT_OFF, behind, (p, one) -> p.time(one.getValue()).text(tenant).uuid(one.getKey().id()));
    return behind.size();
  }

  /**
   * Takes from the head of a queue as long as all is due. What is due but was not found was put off
   * before those behind it.
   */
  private void sort(
      ProfileId profile,
      Map<UUID, OutboxEntry> found,
      Map<ProfileId, List<Place>> queues,
      Page page) {
    for (Place place : queues.getOrDefault(profile, List.of())) {
      OutboxEntry entry = found.remove(place.id());
      if (entry == null) {
        found.values().forEach(one -> page.behind().put(one, next(place)));
        return;
      }
      page.ready().add(new Ready(place.seq(), profile, entry));
    }
  }

  private Instant next(Place before) {
    Instant soon = now.plus(SOON);
    return before.leased() && before.due().isAfter(soon) ? soon : before.due();
  }

  private List<Due> due(int limit) {
    return sql.list(
        DUE,
        p -> p.text(tenant).text(destination).time(now).number(limit),
        row -> new Due(row.id(), OutboxTable.entry(row)));
  }

  /** Reads the heads of the queues of profiles, under all ids that their news may be kept. */
  private Map<ProfileId, List<Place>> queues(
      Map<ProfileId, ProfileId> profiles, Set<ProfileId> wanted) {
    sql.listByKeys(
            MEMBERS,
            Keys.IDS,
            wanted,
            p -> p.text(tenant),
            row -> new ProfileId[] {row.id(), row.id()})
        .forEach(rootAndId -> profiles.put(rootAndId[1], rootAndId[0]));
    Map<ProfileId, List<Place>> queues = new HashMap<>();
    for (Place place : places(new HashSet<>(profiles.keySet()))) {
      ProfileId profile = profiles.getOrDefault(place.about(), place.about());
      queues.computeIfAbsent(profile, p -> new ArrayList<>()).add(place);
    }
    queues.replaceAll((profile, places) -> head(places));
    return queues;
  }

  /**
   * Under each id the first ones were read: of all of them, only as many are the first for sure.
   */
  private static List<Place> head(List<Place> places) {
    return places.stream().sorted(Comparator.comparingLong(Place::seq)).limit(RUN).toList();
  }

  private List<Place> places(Set<ProfileId> ids) {
    return sql.listForEach(
        QUEUE,
        ids,
        4,
        (p, id) -> p.text(tenant).id(id).text(destination).number(RUN),
        OutboxLanes::place);
  }

  private static Place place(Row row) throws SQLException {
    return new Place(row.id(), row.number(), row.uuid(), row.time(), row.number() == 1);
  }
}

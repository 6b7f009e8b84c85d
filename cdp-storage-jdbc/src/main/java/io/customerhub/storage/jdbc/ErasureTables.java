package io.customerhub.storage.jdbc;

import io.customerhub.event.Identifier;
import io.customerhub.identity.Link;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ErasureStore;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.Tombstone;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Deletes from every table that holds something of a person; {@code cdp_tombstone}. */
final class ErasureTables implements ErasureStore {

  private static final String MEMBER = "DELETE FROM cdp_member WHERE tenant = ? AND id = ?";

  private static final String HOLDER =
      "DELETE FROM cdp_holder WHERE tenant = ? AND namespace = ? AND val = ? AND member = ?";

  private static final String IDENTIFIER =
      "DELETE FROM cdp_identifier WHERE tenant = ? AND namespace = ? AND val = ?"
          + " AND NOT EXISTS (SELECT 1 FROM cdp_holder h WHERE h.tenant = cdp_identifier.tenant"
          + " AND h.namespace = cdp_identifier.namespace AND h.val = cdp_identifier.val)";

  /** Reads all blocks: erasure is rare, and an index of blocks by member would cost births. */
  private static final String BLOCK =
      "DELETE FROM cdp_block WHERE member IN (SELECT k.k1 FROM {keys}) AND tenant = ?";

  private static final String LINK = "DELETE FROM cdp_link WHERE tenant = ? AND id = ?";

  private static final String EVENT = "DELETE FROM cdp_event WHERE tenant = ? AND member = ?";

  private static final String REMOVED_EVENT =
      "DELETE FROM cdp_removed_event WHERE tenant = ? AND member = ?";

  private static final String EVENT_SUMMARY =
      "DELETE FROM cdp_event_summary WHERE tenant = ? AND member = ?";

  private static final String MEMBERSHIP =
      "DELETE FROM cdp_membership WHERE tenant = ? AND profile = ?";

  private static final String MEMBERSHIP_CHANGE =
      "DELETE FROM cdp_membership_change WHERE tenant = ? AND profile = ?";

  private static final String JOURNAL =
      "UPDATE cdp_journal SET evidence = '[]', reason = '' WHERE tenant = ? AND id = ?";

  private static final String RECORD_VERSION =
      "DELETE FROM cdp_record_version WHERE tenant = ? AND kind = ? AND id = ?";

  private static final String RECORD =
      "DELETE FROM cdp_record WHERE tenant = ? AND kind = ? AND id = ?";

  private static final String OUTBOX = "DELETE FROM cdp_outbox WHERE tenant = ? AND about = ?";

  private static final String DEAD_LETTER =
      "DELETE FROM cdp_dead_letter WHERE tenant = ? AND about = ?";

  private static final String TOLD = "DELETE FROM cdp_told WHERE tenant = ? AND about = ?";

  private static final String RECORD_SUBJECT =
      "DELETE FROM cdp_record_subject WHERE tenant = ? AND subject = ? AND kind = ? AND id = ?";

  private static final String RECORD_KEY =
      "DELETE FROM cdp_record_key WHERE tenant = ? AND kind = ? AND name = ? AND val = ?"
          + " AND id = ?";

  private static final String SET_ASIDE =
      "DELETE FROM cdp_set_aside WHERE tenant = ? AND entry = ?";

  private static final String BURY =
      "INSERT INTO cdp_tombstone (tenant, member, profile, erased_at, actor, reason)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private static final String TOMBSTONES =
      "SELECT t.member, t.profile, t.erased_at, t.actor, t.reason FROM {keys}"
          + Keys.each("cdp_tombstone t", "t.tenant = ? AND t.member = k.k1");

  private final Sql sql;
  private final String tenant;

  ErasureTables(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public SortedMap<String, Long> removeMembers(Set<ProfileId> members) {
    SortedSet<ProfileId> ids = new TreeSet<>(members);
    SortedMap<String, Long> removed = new TreeMap<>();
    List<Member> known = new MemberTable(sql, tenant).find(ids);
    // First of all: it waits for those that keep the members, and all below finds what they wrote.
    removed.put("member", each(MEMBER, ids));
    removed.putAll(removeIdentifiers(known));
    removed.put("block", sql.updateByKeys(BLOCK, Keys.IDS, ids, p -> p.text(tenant)));
    IdentityTables identities = new IdentityTables(sql, tenant);
    List<UUID> links = identities.linksOf(ids).stream().map(Link::id).toList();
    removed.put("link", eachUuid(LINK, links));
    List<UUID> journal = identities.journalOf(ids).stream().map(JournalEntry::id).toList();
    removed.put("journal", eachUuid(JOURNAL, journal));
    removed.put("event", each(EVENT, ids));
    removed.put("removed_event", each(REMOVED_EVENT, ids));
    removed.put("event_summary", each(EVENT_SUMMARY, ids));
    removed.put("membership", each(MEMBERSHIP, ids));
    removed.put("membership_change", each(MEMBERSHIP_CHANGE, ids));
    removed.put("outbox", each(OUTBOX, ids));
    removed.put("dead_letter", each(DEAD_LETTER, ids));
    removed.put("told", each(TOLD, ids));
    removed.put("audit", new AuditTables(sql, tenant).blank(ids));
    return removed;
  }

  @Override
  public long removeRecord(String kind, UUID id) {
    new RecordTables(sql, tenant)
        .find(kind, id)
        .ifPresent(
            record -> {
              sql.batch(
                  RECORD_SUBJECT,
                  record.subjects(),
                  (p, subject) -> p.text(tenant).id(subject).text(kind).uuid(id));
              sql.batch(
                  RECORD_KEY,
                  record.keys().entrySet(),
                  (p, key) ->
                      p.text(tenant).text(kind).text(key.getKey()).text(key.getValue()).uuid(id));
            });
    sql.update(RECORD, p -> p.text(tenant).text(kind).uuid(id));
    return sql.update(RECORD_VERSION, p -> p.text(tenant).text(kind).uuid(id));
  }

  @Override
  public long removeSetAside(Set<String> keys) {
    return sum(sql.batch(SET_ASIDE, new TreeSet<>(keys), (p, key) -> p.text(tenant).text(key)));
  }

  @Override
  public void bury(Collection<Tombstone> tombstones) {
    for (Tombstone one : tombstones) {
      boolean added =
          sql.insert(
              BURY,
              p -> {
                p.text(tenant).id(one.member()).id(one.profile()).time(one.at());
                p.text(one.actor()).text(one.reason());
              });
      if (!added) {
        throw new IllegalArgumentException("member " + one.member() + " has a tombstone");
      }
    }
  }

  @Override
  public List<Tombstone> tombstones(Set<ProfileId> ids) {
    Map<ProfileId, Tombstone> byMember = new TreeMap<>();
    sql.listByKeys(
            TOMBSTONES,
            Keys.IDS,
            ids,
            p -> p.text(tenant),
            row -> new Tombstone(row.id(), row.id(), row.time(), row.text(), row.text()))
        .forEach(tombstone -> byMember.put(tombstone.member(), tombstone));
    return List.copyOf(byMember.values());
  }

  private Map<String, Long> removeIdentifiers(Collection<Member> members) {
    long holders = 0;
    SortedSet<Identifier> held = new TreeSet<>();
    for (Member member : members) {
      SortedSet<Identifier> own = new TreeSet<>(member.identifiers());
      held.addAll(own);
      holders +=
          sum(
              sql.batch(
                  HOLDER,
                  own,
                  (p, one) ->
                      p.text(tenant).text(one.namespace()).text(one.value()).id(member.id())));
    }
    long identifiers =
        sum(
            sql.batch(
                IDENTIFIER,
                held,
                (p, one) -> p.text(tenant).text(one.namespace()).text(one.value())));
    return Map.of("holder", holders, "identifier", identifiers);
  }

  private long each(String statement, Collection<ProfileId> ids) {
    return sum(sql.batch(statement, ids, (p, id) -> p.text(tenant).id(id)));
  }

  private long eachUuid(String statement, Collection<UUID> ids) {
    return sum(sql.batch(statement, ids, (p, id) -> p.text(tenant).uuid(id)));
  }

  private static long sum(int[] counts) {
    return Arrays.stream(counts).asLongStream().sum();
  }
}

package io.customerhub.storage.jdbc;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.StoredForm;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** {@code cdp_member}. */
final class MemberTable {

  private static final String COLUMNS =
      "m.id, m.record, m.identifiers, m.fields, m.born_at, m.root, m.version, m.claims, m.events,"
          + " m.first_at, m.last_at, m.removed";

  private static final String BY_ID =
      "SELECT "
          + COLUMNS
          + " FROM {keys}"
          + Keys.each("cdp_member m", "m.tenant = ? AND m.id = k.k1");

  private static final String BY_ROOT =
      "SELECT "
          + COLUMNS
          + " FROM {keys}"
          + Keys.each("cdp_member m", "m.tenant = ? AND m.root = k.k1");

  private static final String BY_RECORD =
      "SELECT " + COLUMNS + " FROM cdp_member m WHERE m.tenant = ? AND m.record = ?";

  private static final String BY_IDENTIFIER =
      "SELECT "
          + COLUMNS
          + " FROM {keys}"
          + Keys.each("cdp_holder h", "h.tenant = ? AND h.namespace = k.k1 AND h.val = k.k2")
          + Keys.each("cdp_member m", "m.tenant = h.tenant AND m.id = h.member");

  private static final String BY_RECORDS =
      "SELECT "
          + COLUMNS
          + " FROM {keys}"
          + Keys.each("cdp_member m", "m.tenant = ? AND m.record = k.k1");

  private static final String LOCK = "SELECT id FROM cdp_member WHERE tenant = ? AND id = ?";

  private static final String LOCK_ALL =
      "SELECT m.id FROM {keys}" + Keys.each("cdp_member m", "m.tenant = ? AND m.id = k.k1");

  // Not VALUES: PostgreSQL's driver can be set to join such rows, and then tells no row's count.
  private static final String INSERT =
      "INSERT INTO cdp_member (tenant, id, record, identifiers, fields, born_at, root, version,"
          + " claims, events, first_at, last_at, removed) SELECT CAST(? AS VARCHAR), CAST(? AS UUID),"
          + " CAST(? AS VARCHAR), CAST(? AS TEXT), CAST(? AS TEXT),"
          + " CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS UUID), 0, CAST(? AS TEXT),"
          + " CAST(? AS BIGINT), CAST(? AS TIMESTAMP(6) WITH TIME ZONE),"
          + " CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS BIGINT)";

  private static final String SAVE =
      "UPDATE cdp_member SET root = ?, claims = ?, events = ?, first_at = ?, last_at = ?,"
          + " removed = ?, version = version + 1 WHERE tenant = ? AND id = ? AND version = ?";

  private static final String VERSION =
      "SELECT version FROM cdp_member WHERE tenant = ? AND id = ?";

  private static final String ROOTS =
      "SELECT id FROM cdp_member WHERE tenant = ? AND id > ? AND root = id"
          + " ORDER BY tenant, id LIMIT ?";

  private static final String ROOTS_FROM_START = ROOTS.replace("AND id > ? ", "");

  private static final String COUNT = "SELECT COUNT(*) FROM cdp_member WHERE tenant = ?";

  private static final String COUNT_ROOTS = COUNT + " AND root = id";

  private final Sql sql;
  private final String tenant;

  MemberTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  List<Member> find(Collection<ProfileId> ids) {
    return sql.listByKeys(BY_ID, Keys.IDS, ids, p -> p.text(tenant), MemberTable::member);
  }

  List<Member> ofRoots(Collection<ProfileId> roots) {
    return sql.listByKeys(BY_ROOT, Keys.IDS, roots, p -> p.text(tenant), MemberTable::member);
  }

  Optional<Member> findByRecord(String record) {
    return sql.find(BY_RECORD, p -> p.text(tenant).text(record), MemberTable::member);
  }

  /** Returns the holders; one that holds several of the identifiers comes several times. */
  List<Member> holding(Set<Identifier> identifiers) {
    return sql.listByKeys(
        BY_IDENTIFIER, Keys.IDENTIFIERS, identifiers, p -> p.text(tenant), MemberTable::member);
  }

  List<Member> findByRecords(Collection<String> records) {
    return sql.listByKeys(
        BY_RECORDS, Keys.TEXTS, records, p -> p.text(tenant), MemberTable::member);
  }

  /** Locks members in ascending order. */
  void lock(SortedSet<ProfileId> ids) {
    if (sql.locksInOrder()) {
      sql.lockByKeys(LOCK_ALL, Keys.IDS, ids, p -> p.text(tenant));
    } else {
      ids.forEach(id -> sql.lock(LOCK, p -> p.text(tenant).id(id)));
    }
  }

  /**
   * Keeps members from being deleted, in ascending order; returns those that are there. A row that
   * is being deleted is waited for, and not found if it goes.
   */
  List<ProfileId> keep(SortedSet<ProfileId> ids) {
    if (sql.locksInOrder()) {
      String all = sql.keeping(LOCK_ALL) + " OF m";
      return sql.listByKeys(all, Keys.IDS, ids, p -> p.text(tenant), Row::id);
    }
    String one = sql.keeping(LOCK);
    return ids.stream()
        .flatMap(id -> sql.find(one, p -> p.text(tenant).id(id), Row::id).stream())
        .toList();
  }

  /** Inserts a member and returns true, or returns false if its id or record is there. */
  boolean insert(Member member) {
    return sql.insert(INSERT, p -> bind(p, member));
  }

  /** Inserts members; returns for each whether its id and record were not there. */
  boolean[] insertAll(Collection<Member> members) {
    return sql.insertAll(INSERT, members, this::bind);
  }

  private void bind(Params p, Member member) throws SQLException {
    p.text(tenant).id(member.id()).text(member.record());
    p.text(StoredForm.identifiers(member.identifiers()));
    p.text(StoredForm.texts(member.fields()));
    p.time(member.bornAt()).id(member.root());
    p.text(StoredForm.claims(member.claims()));
    activity(p, member.activity());
  }

  void save(Collection<Member> members) {
    int[] counts =
        sql.batch(
            SAVE,
            members,
            (p, member) -> {
              p.id(member.root()).text(StoredForm.claims(member.claims()));
              activity(p, member.activity());
              p.text(tenant).id(member.id()).number(member.version());
            });
    int i = 0;
    for (Member member : members) {
      if (counts[i++] == 0) {
        throw new StaleWriteException(
            "member " + member.id(), member.version(), version(member.id()));
      }
    }
  }

  boolean has(ProfileId id) {
    return version(id) >= 0;
  }

  List<ProfileId> roots(int limit) {
    return sql.list(ROOTS_FROM_START, p -> p.text(tenant).number(limit), Row::id);
  }

  List<ProfileId> rootsAfter(ProfileId after, int limit) {
    return sql.list(ROOTS, p -> p.text(tenant).id(after).number(limit), Row::id);
  }

  long count() {
    return sql.count(COUNT, p -> p.text(tenant));
  }

  long countRoots() {
    return sql.count(COUNT_ROOTS, p -> p.text(tenant));
  }

  private long version(ProfileId id) {
    return sql.find(VERSION, p -> p.text(tenant).id(id), Row::number).orElse(-1L);
  }

  private static void activity(Params p, Activity activity) throws SQLException {
    p.number(activity.events()).time(activity.first()).time(activity.last());
    p.number(activity.removed());
  }

  private static Member member(Row row) throws SQLException {
    return new Member(
        row.id(),
        row.text(),
        StoredForm.identifiers(row.text()),
        StoredForm.texts(row.text()),
        row.time(),
        row.id(),
        row.number(),
        StoredForm.claims(row.text()),
        new Activity(row.number(), row.timeOrNull(), row.timeOrNull(), row.number()));
  }
}

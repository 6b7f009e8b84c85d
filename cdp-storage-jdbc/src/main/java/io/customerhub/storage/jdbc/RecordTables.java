package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.RecordStore;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.StoredRecord;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code cdp_record} and the tables of its versions, subjects and keys. */
final class RecordTables implements RecordStore {

  private static final String COLUMNS =
      "SELECT v.kind, v.id, v.subjects, v.shown_at, v.version, v.actor, v.change_text,"
          + " v.changed_at, v.lookup_keys, v.body FROM ";

  private static final String VERSION_OF =
      Keys.each(
          "cdp_record_version v",
          "v.tenant = r.tenant AND v.kind = r.kind AND v.id = r.id AND v.version = r.version");

  private static final String FIND =
      COLUMNS + "cdp_record r" + VERSION_OF + " WHERE r.tenant = ? AND r.kind = ? AND r.id = ?";

  private static final String ABOUT =
      COLUMNS
          + "{keys}"
          + Keys.each("cdp_record_subject s", "s.tenant = ? AND s.subject = k.k1")
          + Keys.each("cdp_record r", "r.tenant = s.tenant AND r.kind = s.kind AND r.id = s.id")
          + VERSION_OF;

  private static final String ABOUT_OF_KIND = ABOUT + " WHERE s.kind = ?";

  private static final String IDS =
      "SELECT id FROM cdp_record WHERE tenant = ? AND kind = ?"
          + " ORDER BY tenant, kind, id LIMIT ?";

  private static final String IDS_AFTER = IDS.replace(" ORDER", " AND id > ? ORDER");

  private static final String IDS_BY_KEY =
      "SELECT id FROM cdp_record_key WHERE tenant = ? AND kind = ? AND name = ? AND val = ?"
          + " ORDER BY tenant, kind, name, val, id LIMIT ?";

  private static final String IDS_BY_KEY_AFTER = IDS_BY_KEY.replace(" ORDER", " AND id > ? ORDER");

  private static final String OF_KIND =
      COLUMNS
          + "{keys}"
          + Keys.each("cdp_record r", "r.tenant = ? AND r.kind = ? AND r.id = k.k1")
          + VERSION_OF;

  private static final String HISTORY =
      COLUMNS
          + "cdp_record_version v WHERE v.tenant = ? AND v.kind = ? AND v.id = ?"
          + " ORDER BY v.tenant, v.kind, v.id, v.version";

  private static final String INSERT =
      "INSERT INTO cdp_record (tenant, kind, id, version) VALUES (?, ?, ?, 0)";

  private static final String SAVE =
      "UPDATE cdp_record SET version = version + 1"
          + " WHERE tenant = ? AND kind = ? AND id = ? AND version = ?";

  private static final String INSERT_VERSION =
      "INSERT INTO cdp_record_version (tenant, kind, id, version, subjects, shown_at, actor,"
          + " change_text, changed_at, lookup_keys, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String INSERT_SUBJECT =
      "INSERT INTO cdp_record_subject (tenant, kind, id, subject) VALUES (?, ?, ?, ?)";

  private static final String INSERT_KEY =
      "INSERT INTO cdp_record_key (tenant, kind, id, name, val) VALUES (?, ?, ?, ?, ?)";

  private static final String DELETE_KEY =
      "DELETE FROM cdp_record_key WHERE tenant = ? AND kind = ? AND id = ? AND name = ? AND val = ?";

  private static final Comparator<StoredRecord> BY_ID =
      Comparator.comparing(record -> new ProfileId(record.id()));

  private static final Comparator<StoredRecord> TIMELINE =
      Comparator.comparing(StoredRecord::at).thenComparing(BY_ID).thenComparing(StoredRecord::kind);

  private final Sql sql;
  private final String tenant;

  RecordTables(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void insert(StoredRecord record) {
    if (record.version() != 0) {
      throw new IllegalArgumentException("version: " + record.version() + ", expected 0");
    }
    if (!sql.insert(INSERT, p -> key(p, record))) {
      throw sql.conflict(record.kind() + " " + record.id() + " is known");
    }
    add(record, record.subjects(), record.keys().entrySet());
  }

  @Override
  public StoredRecord save(StoredRecord record) {
    Optional<StoredRecord> before = find(record.kind(), record.id());
    int count = sql.update(SAVE, p -> key(p, record).number(record.version()));
    if (before.isEmpty() || count == 0) {
      throw stale(record);
    }
    StoredRecord old = before.get();
    if (!record.subjects().containsAll(old.subjects())) {
      throw new IllegalArgumentException(record + " lacks a subject that it had before");
    }
    StoredRecord saved = record.withVersion(record.version() + 1);
    sql.batch(DELETE_KEY, without(old.keys(), saved.keys()), (p, e) -> keyValue(p, saved, e));
    Set<ProfileId> added = new TreeSet<>(saved.subjects());
    added.removeAll(old.subjects());
    add(saved, added, without(saved.keys(), old.keys()));
    return saved;
  }

  @Override
  public Optional<StoredRecord> find(String kind, UUID id) {
    return sql.find(FIND, p -> p.text(tenant).text(kind).uuid(id), RecordTables::record);
  }

  @Override
  public List<StoredRecord> about(Set<ProfileId> subjects, @Nullable String kind) {
    List<StoredRecord> found =
        kind == null
            ? sql.listByKeys(ABOUT, Keys.IDS, subjects, p -> p.text(tenant), RecordTables::record)
            : sql.listByKeys(
                ABOUT_OF_KIND,
                Keys.IDS,
                subjects,
                p -> p.text(tenant).text(kind),
                RecordTables::record);
    return found.stream().distinct().sorted(TIMELINE).toList();
  }

  @Override
  public List<StoredRecord> list(
      String kind, @Nullable String key, @Nullable String value, @Nullable UUID after, int limit) {
    if ((key == null) != (value == null)) {
      throw new IllegalArgumentException("key and value go together");
    }
    List<UUID> ids = sql.list(idsBy(key, after), listed(kind, key, value, after, limit), Row::uuid);
    return sql
        .listByKeys(OF_KIND, Keys.UUIDS, ids, p -> p.text(tenant).text(kind), RecordTables::record)
        .stream()
        .sorted(BY_ID)
        .toList();
  }

  @Override
  public List<StoredRecord> history(String kind, UUID id) {
    return sql.list(HISTORY, p -> p.text(tenant).text(kind).uuid(id), RecordTables::record);
  }

  private void add(
      StoredRecord record,
      Set<ProfileId> newSubjects,
      Collection<Map.Entry<String, String>> newKeys) {
    sql.insert(INSERT_VERSION, p -> version(p, record));
    sql.insertAll(INSERT_SUBJECT, newSubjects, (p, subject) -> key(p, record).id(subject));
    sql.insertAll(INSERT_KEY, newKeys, (p, entry) -> keyValue(p, record, entry));
  }

  private StaleWriteException stale(StoredRecord record) {
    long stored = find(record.kind(), record.id()).map(StoredRecord::version).orElse(-1L);
    return new StaleWriteException(record.kind() + " " + record.id(), record.version(), stored);
  }

  private Params key(Params p, StoredRecord record) throws SQLException {
    return p.text(tenant).text(record.kind()).uuid(record.id());
  }

  private void keyValue(Params p, StoredRecord record, Map.Entry<String, String> entry)
      throws SQLException {
    key(p, record).text(entry.getKey()).text(entry.getValue());
  }

  private void version(Params p, StoredRecord record) throws SQLException {
    key(p, record)
        .number(record.version())
        .text(ProfileIds.joined(record.subjects()))
        .time(record.at());
    p.text(record.actor()).text(record.change()).time(record.changedAt());
    p.text(StoredForm.texts(record.keys())).text(record.body());
  }

  private Params.Binding listed(
      String kind, @Nullable String key, @Nullable String value, @Nullable UUID after, int limit) {
    return p -> {
      p.text(tenant).text(kind);
      if (key != null) {
        p.text(key).text(value);
      }
      if (after != null) {
        p.uuid(after);
      }
      p.number(limit);
    };
  }

  private static String idsBy(@Nullable String key, @Nullable UUID after) {
    if (key == null) {
      return after == null ? IDS : IDS_AFTER;
    }
    return after == null ? IDS_BY_KEY : IDS_BY_KEY_AFTER;
  }

  private static StoredRecord record(Row row) throws SQLException {
    return new StoredRecord(
        row.text(),
        row.uuid(),
        ProfileIds.split(row.text()),
        row.time(),
        row.number(),
        row.text(),
        row.text(),
        row.time(),
        StoredForm.texts(row.text()),
        row.text());
  }

  private static List<Map.Entry<String, String>> without(
      Map<String, String> keys, Map<String, String> others) {
    return keys.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(others.get(entry.getKey())))
        .toList();
  }
}

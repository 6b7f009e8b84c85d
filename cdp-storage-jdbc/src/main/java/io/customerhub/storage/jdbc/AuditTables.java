package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.AuditStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code cdp_audit} and {@code cdp_audit_profile}. */
final class AuditTables implements AuditStore {

  private static final String COLUMNS =
      "SELECT a.id, a.action, a.profiles, a.actor, a.reason, a.made_at FROM ";

  private static final String LIST =
      COLUMNS + "cdp_audit a WHERE a.tenant = ? AND a.id > ? ORDER BY a.tenant, a.id LIMIT ?";

  private static final String LIST_FROM_START = LIST.replace(" AND a.id > ?", "");

  private static final String OF =
      COLUMNS
          + "{keys}"
          + Keys.each("cdp_audit_profile p", "p.tenant = ? AND p.profile = k.k1")
          + Keys.each("cdp_audit a", "a.tenant = p.tenant AND a.id = p.id");

  private static final String INSERT =
      "INSERT INTO cdp_audit (tenant, id, action, profiles, actor, reason, made_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static final String INSERT_PROFILE =
      "INSERT INTO cdp_audit_profile (tenant, profile, id) VALUES (?, ?, ?)";

  private static final String BLANK =
      "UPDATE cdp_audit SET reason = '' WHERE tenant = ? AND id = ?";

  private final Sql sql;
  private final String tenant;

  AuditTables(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void append(AuditEntry entry) {
    if (!sql.insert(INSERT, p -> bind(p, entry))) {
      throw new IllegalArgumentException("audit entry " + entry.id() + " is known");
    }
    sql.insertAll(
        INSERT_PROFILE, entry.profiles(), (p, id) -> p.text(tenant).id(id).uuid(entry.id()));
  }

  @Override
  public List<AuditEntry> list(@Nullable UUID after, int limit) {
    return after == null
        ? sql.list(LIST_FROM_START, p -> p.text(tenant).number(limit), AuditTables::entry)
        : sql.list(LIST, p -> p.text(tenant).uuid(after).number(limit), AuditTables::entry);
  }

  @Override
  public List<AuditEntry> of(Set<ProfileId> profiles) {
    Map<ProfileId, AuditEntry> byId = new TreeMap<>();
    sql.listByKeys(OF, Keys.IDS, profiles, p -> p.text(tenant), AuditTables::entry)
        .forEach(entry -> byId.put(new ProfileId(entry.id()), entry));
    return List.copyOf(byId.values());
  }

  /** Blanks the reasons of the entries that name any of these ids. */
  long blank(Set<ProfileId> profiles) {
    List<AuditEntry> naming = of(profiles);
    sql.batch(BLANK, naming, (p, entry) -> p.text(tenant).uuid(entry.id()));
    return naming.size();
  }

  private void bind(Params p, AuditEntry entry) throws SQLException {
    p.text(tenant).uuid(entry.id()).text(entry.action().name());
    p.text(ProfileIds.joined(entry.profiles())).text(entry.actor()).text(entry.reason());
    p.time(entry.at());
  }

  private static AuditEntry entry(Row row) throws SQLException {
    return new AuditEntry(
        row.uuid(),
        AuditEntry.Action.valueOf(row.text()),
        ProfileIds.split(row.text()),
        row.text(),
        row.text(),
        row.time());
  }
}

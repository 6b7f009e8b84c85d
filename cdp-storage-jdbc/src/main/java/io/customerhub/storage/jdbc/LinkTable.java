package io.customerhub.storage.jdbc;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.StoredForm;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code cdp_link}. */
final class LinkTable {

  private static final String SELECT =
      "SELECT l.id, l.a_member, l.b_member, l.kind, l.evidence, l.actor, l.reason, l.made_at,"
          + " l.active, l.version FROM ";

  private static final String BY_A =
      SELECT + "{keys}" + Keys.each("cdp_link l", "l.tenant = ? AND l.a_member = k.k1");

  private static final String BY_B =
      SELECT + "{keys}" + Keys.each("cdp_link l", "l.tenant = ? AND l.b_member = k.k1");

  private static final String ACTIVE =
      SELECT
          + "cdp_link l WHERE l.tenant = ? AND l.kind = ? AND l.active = TRUE AND l.id > ?"
          + " ORDER BY l.tenant, l.kind, l.active, l.id LIMIT ?";

  private static final String ACTIVE_FROM_START = ACTIVE.replace(" AND l.id > ?", "");

  /** What is stored, which is 0 for edges that are older than the column. */
  private static final String AFTER =
      "COALESCE((SELECT x.bits FROM cdp_link x WHERE x.tenant = ? AND x.id = ?), ?)";

  // As literals, so that the index on nothing but these edges is used.
  private static final String HEAVIEST_POSSIBLE_FROM_START =
      SELECT
          + "cdp_link l WHERE l.tenant = ? AND l.kind = 'POSSIBLE' AND l.active = TRUE"
          + " ORDER BY l.tenant, l.kind, l.active, l.bits DESC, l.id LIMIT ?";

  private static final String HEAVIEST_POSSIBLE =
      HEAVIEST_POSSIBLE_FROM_START.replace(
          " ORDER", " AND l.bits <= " + AFTER + " AND (l.bits < " + AFTER + " OR l.id > ?) ORDER");

  private static final String INSERT =
      "INSERT INTO cdp_link (tenant, id, a_member, b_member, kind, evidence, actor, reason,"
          + " made_at, active, bits, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

  private static final String SAVE =
      "UPDATE cdp_link SET active = ?, version = version + 1"
          + " WHERE tenant = ? AND id = ? AND version = ?";

  private static final String VERSION = "SELECT version FROM cdp_link WHERE tenant = ? AND id = ?";

  private final Sql sql;
  private final String tenant;

  LinkTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  void add(Link link) {
    boolean added = link.version() == 0 && sql.insert(INSERT, p -> bind(p, link));
    if (!added) {
      throw new IllegalArgumentException(
          "link " + link.id() + " is known or not of version 0: " + link.version());
    }
  }

  void save(Link link) {
    int count =
        sql.update(
            SAVE, p -> p.flag(link.active()).text(tenant).uuid(link.id()).number(link.version()));
    if (count == 0) {
      long stored = sql.find(VERSION, p -> p.text(tenant).uuid(link.id()), Row::number).orElse(-1L);
      throw new StaleWriteException("link " + link.id(), link.version(), stored);
    }
  }

  List<Link> of(Set<ProfileId> members) {
    Map<ProfileId, Link> byId = new TreeMap<>();
    for (String side : List.of(BY_A, BY_B)) {
      sql.listByKeys(side, Keys.IDS, members, p -> p.text(tenant), LinkTable::link)
          .forEach(link -> byId.put(new ProfileId(link.id()), link));
    }
    return List.copyOf(byId.values());
  }

  List<Link> active(LinkKind kind, @Nullable UUID after, int limit) {
    return after == null
        ? sql.list(
            ACTIVE_FROM_START, p -> p.text(tenant).text(kind.name()).number(limit), LinkTable::link)
        : sql.list(
            ACTIVE,
            p -> p.text(tenant).text(kind.name()).uuid(after).number(limit),
            LinkTable::link);
  }

  List<Link> heaviestPossible(@Nullable Link after, int limit) {
    return after == null
        ? sql.list(HEAVIEST_POSSIBLE_FROM_START, p -> p.text(tenant).number(limit), LinkTable::link)
        : sql.list(
            HEAVIEST_POSSIBLE,
            p ->
                p.text(tenant)
                    .text(tenant)
                    .uuid(after.id())
                    .real(after.bits())
                    .text(tenant)
                    .uuid(after.id())
                    .real(after.bits())
                    .uuid(after.id())
                    .number(limit),
            LinkTable::link);
  }

  private void bind(Params p, Link link) throws SQLException {
    p.text(tenant).uuid(link.id()).id(link.a()).id(link.b()).text(link.kind().name());
    p.text(StoredForm.evidence(link.evidence())).text(link.actor()).text(link.reason());
    p.time(link.at()).flag(link.active()).real(link.bits());
  }

  private static Link link(Row row) throws SQLException {
    return new Link(
        row.uuid(),
        row.id(),
        row.id(),
        LinkKind.valueOf(row.text()),
        StoredForm.evidence(row.text()),
        row.text(),
        row.text(),
        row.time(),
        row.flag(),
        row.number());
  }
}

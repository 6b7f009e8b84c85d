package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.MembershipChange;
import io.customerhub.spi.MembershipHistoryStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code cdp_membership_change}. */
final class MembershipHistoryTable implements MembershipHistoryStore {

  private static final String SELECT = "SELECT c.segment, c.profile, c.changed_at, c.inside FROM ";

  private static final String OF =
      SELECT + "{keys}" + Keys.each("cdp_membership_change c", "c.tenant = ? AND c.profile = k.k1");

  private static final String OF_SEGMENT =
      SELECT
          + "{keys}"
          + Keys.each(
              "cdp_membership_change c", "c.tenant = ? AND c.profile = k.k1 AND c.segment = ?");

  private static final String FIRST_PAGE =
      SELECT
          + "cdp_membership_change c WHERE c.tenant = ? AND c.segment = ?"
          + " ORDER BY c.tenant, c.segment, c.changed_at, c.profile LIMIT ?";

  private static final String PAGE =
      FIRST_PAGE.replace(
          " ORDER BY", " AND c.changed_at >= ? AND (c.changed_at > ? OR c.profile > ?) ORDER BY");

  // Not VALUES: PostgreSQL's driver can be set to join such rows, and then tells no row's count.
  private static final String INSERT =
      "INSERT INTO cdp_membership_change (inside, tenant, segment, profile, changed_at)"
          + " SELECT CAST(? AS BOOLEAN), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS UUID),"
          + " CAST(? AS TIMESTAMP(6) WITH TIME ZONE)";

  private static final String TAKE_BACK =
      "DELETE FROM cdp_membership_change"
          + " WHERE tenant = ? AND segment = ? AND profile = ? AND changed_at = ?";

  private static final String REMOVE_SEGMENT =
      "DELETE FROM cdp_membership_change WHERE tenant = ? AND segment = ?";

  private final Sql sql;
  private final String tenant;

  MembershipHistoryTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void add(Collection<MembershipChange> changes) {
    boolean[] inserted = sql.insertAll(INSERT, changes, this::bind);
    List<MembershipChange> known = new ArrayList<>();
    int i = 0;
    for (MembershipChange change : changes) {
      if (!inserted[i++]) {
        known.add(change);
      }
    }
    sql.batch(TAKE_BACK, known, this::bindKey);
  }

  private void bind(Params p, MembershipChange one) throws SQLException {
    bindKey(p.flag(one.inside()), one);
  }

  private void bindKey(Params p, MembershipChange one) throws SQLException {
    p.text(tenant).text(one.segment()).id(one.profile()).time(one.at());
  }

  @Override
  public List<MembershipChange> of(Set<ProfileId> profiles) {
    return sorted(
        sql.listByKeys(
            OF, Keys.IDS, profiles, p -> p.text(tenant), MembershipHistoryTable::change));
  }

  @Override
  public List<MembershipChange> of(Set<ProfileId> profiles, String segment) {
    return sorted(
        sql.listByKeys(
            OF_SEGMENT,
            Keys.IDS,
            profiles,
            p -> p.text(tenant).text(segment),
            MembershipHistoryTable::change));
  }

  @Override
  public List<MembershipChange> page(String segment, @Nullable MembershipChange after, int limit) {
    return sql.list(
        after == null ? FIRST_PAGE : PAGE,
        p -> {
          p.text(tenant).text(segment);
          if (after != null) {
            p.time(after.at()).time(after.at()).id(after.profile());
          }
          p.number(limit);
        },
        MembershipHistoryTable::change);
  }

  @Override
  public void removeSegment(String segment) {
    sql.update(REMOVE_SEGMENT, p -> p.text(tenant).text(segment));
  }

  private static List<MembershipChange> sorted(List<MembershipChange> found) {
    return found.stream().sorted(MembershipChange.EARLIEST_FIRST).toList();
  }

  private static MembershipChange change(Row row) throws SQLException {
    return new MembershipChange(row.text(), row.id(), row.time(), row.flag());
  }
}

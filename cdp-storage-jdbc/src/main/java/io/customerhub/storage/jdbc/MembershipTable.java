package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Membership;
import io.customerhub.spi.MembershipStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code cdp_membership}. */
final class MembershipTable implements MembershipStore {

  private static final String SELECT =
      "SELECT s.segment, s.profile, s.inside, s.since, s.next_change FROM ";

  private static final String OF =
      SELECT + "{keys}" + Keys.each("cdp_membership s", "s.tenant = ? AND s.profile = k.k1");

  private static final String MEMBERS =
      SELECT
          + "cdp_membership s WHERE s.tenant = ? AND s.segment = ? AND s.inside = TRUE"
          + " AND s.profile > ? ORDER BY s.tenant, s.segment, s.inside, s.profile LIMIT ?";

  private static final String MEMBERS_FROM_START = MEMBERS.replace(" AND s.profile > ?", "");

  private static final String DUE =
      SELECT
          + "cdp_membership s WHERE s.tenant = ? AND s.next_change <= ?"
          + " ORDER BY s.tenant, s.next_change, s.segment, s.profile LIMIT ?";

  private static final String COUNT =
      "SELECT COUNT(*) FROM cdp_membership WHERE tenant = ? AND segment = ? AND inside = TRUE";

  private static final String UPDATE =
      "UPDATE cdp_membership SET inside = ?, since = ?, next_change = ?"
          + " WHERE tenant = ? AND segment = ? AND profile = ?";

  // Not VALUES: PostgreSQL's driver can be set to join such rows, and then tells no row's count.
  private static final String INSERT =
      "INSERT INTO cdp_membership (inside, since, next_change, tenant, segment, profile)"
          + " SELECT CAST(? AS BOOLEAN), CAST(? AS TIMESTAMP(6) WITH TIME ZONE),"
          + " CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
          + " CAST(? AS UUID)";

  private static final String REMOVE_PROFILE =
      "DELETE FROM cdp_membership WHERE tenant = ? AND profile = ?";

  private static final String REMOVE_SEGMENT =
      "DELETE FROM cdp_membership WHERE tenant = ? AND segment = ?";

  private static final Comparator<Membership> BY_PROFILE =
      Comparator.comparing(Membership::profile).thenComparing(Membership::segment);

  private final Sql sql;
  private final String tenant;

  MembershipTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void put(Membership one) {
    putAll(List.of(one));
  }

  @Override
  public void putAll(Collection<Membership> rows) {
    int[] updated = sql.batch(UPDATE, rows, this::bind);
    List<Membership> missing = new ArrayList<>();
    int i = 0;
    for (Membership row : rows) {
      if (updated[i++] == 0) {
        missing.add(row);
      }
    }
    boolean[] inserted = sql.insertAll(INSERT, missing, this::bind);
    for (i = 0; i < inserted.length; i++) {
      if (!inserted[i]) {
        throw sql.conflict("membership of " + missing.get(i).profile());
      }
    }
  }

  private void bind(Params p, Membership one) throws SQLException {
    p.flag(one.inside()).time(one.since()).time(one.nextChange());
    p.text(tenant).text(one.segment()).id(one.profile());
  }

  @Override
  public List<Membership> of(Set<ProfileId> profiles) {
    return sql
        .listByKeys(OF, Keys.IDS, profiles, p -> p.text(tenant), MembershipTable::membership)
        .stream()
        .sorted(BY_PROFILE)
        .toList();
  }

  @Override
  public List<Membership> members(String segment, @Nullable ProfileId after, int limit) {
    return after == null
        ? sql.list(
            MEMBERS_FROM_START,
            p -> p.text(tenant).text(segment).number(limit),
            MembershipTable::membership)
        : sql.list(
            MEMBERS,
            p -> p.text(tenant).text(segment).id(after).number(limit),
            MembershipTable::membership);
  }

  @Override
  public long count(String segment) {
    return sql.count(COUNT, p -> p.text(tenant).text(segment));
  }

  @Override
  public List<Membership> due(Instant until, int limit) {
    return sql.list(
        DUE, p -> p.text(tenant).time(until).number(limit), MembershipTable::membership);
  }

  @Override
  public void removeProfile(ProfileId profile) {
    sql.update(REMOVE_PROFILE, p -> p.text(tenant).id(profile));
  }

  @Override
  public void removeSegment(String segment) {
    sql.update(REMOVE_SEGMENT, p -> p.text(tenant).text(segment));
  }

  private static Membership membership(Row row) throws SQLException {
    return new Membership(row.text(), row.id(), row.flag(), row.time(), row.timeOrNull());
  }
}

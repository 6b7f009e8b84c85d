package io.customerhub.storage.jdbc;

import io.customerhub.profile.Activity;
import io.customerhub.profile.EventSummary;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.RetentionStore;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.StoredSummary;
import io.customerhub.spi.SummaryForm;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code cdp_removed_event} and {@code cdp_event_summary}. */
final class RetentionTables implements RetentionStore {

  private static final Comparator<StoredSummary> ORDER =
      Comparator.comparing(StoredSummary::member).thenComparing(one -> one.summary().name());

  private static final String DELETE =
      "DELETE FROM cdp_event WHERE tenant = ? AND source = ? AND message_id = ?";

  private static final String INSERT =
      "INSERT INTO cdp_removed_event (tenant, source, message_id, member, hash)"
          + " VALUES (?, ?, ?, ?, ?)";

  private static final String REMOVED =
      "SELECT r.source, r.message_id FROM {keys}"
          + Keys.each("cdp_removed_event r", "r.tenant = ? AND r.member = k.k1");

  private static final String COUNT = "SELECT COUNT(*) FROM cdp_removed_event WHERE tenant = ?";

  private static final String SUMMARIES =
      "SELECT s.member, s.name, s.events, s.first_at, s.last_at, s.claims, s.properties FROM {keys}"
          + Keys.each("cdp_event_summary s", "s.tenant = ? AND s.member = k.k1");

  private static final String DELETE_SUMMARY =
      "DELETE FROM cdp_event_summary WHERE tenant = ? AND member = ? AND name = ?";

  private static final String INSERT_SUMMARY =
      "INSERT INTO cdp_event_summary (tenant, member, name, events, first_at, last_at, claims,"
          + " properties) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private final Sql sql;
  private final String tenant;

  RetentionTables(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public List<StoredEvent> expired(@Nullable EventKey after, Instant before, int limit) {
    return new EventTable(sql, tenant).expired(after, before, limit);
  }

  @Override
  public void remove(Collection<StoredEvent> events, Collection<StoredSummary> summaries) {
    int[] counts = sql.batch(DELETE, events, (p, one) -> bindKey(p, one));
    int i = 0;
    for (StoredEvent stored : events) {
      if (counts[i++] == 0) {
        throw sql.conflict("event " + stored.event().messageId() + " is gone");
      }
    }
    sql.batch(INSERT, events, (p, one) -> bindKey(p, one).id(one.member()).text(one.hash()));
    sql.batch(
        DELETE_SUMMARY,
        summaries,
        (p, one) -> p.text(tenant).id(one.member()).text(one.summary().name()));
    sql.batch(INSERT_SUMMARY, summaries, this::bind);
  }

  @Override
  public List<StoredSummary> summaries(Set<ProfileId> members) {
    return sql
        .listByKeys(SUMMARIES, Keys.IDS, members, p -> p.text(tenant), RetentionTables::summary)
        .stream()
        .sorted(ORDER)
        .toList();
  }

  @Override
  public List<EventKey> removed(Set<ProfileId> members) {
    return sql
        .listByKeys(
            REMOVED,
            Keys.IDS,
            members,
            p -> p.text(tenant),
            row -> new EventKey(row.text(), row.text()))
        .stream()
        .sorted()
        .toList();
  }

  @Override
  public long countRemoved() {
    return sql.count(COUNT, p -> p.text(tenant));
  }

  private Params bindKey(Params p, StoredEvent stored) throws SQLException {
    return p.text(tenant).text(stored.event().source()).text(stored.event().messageId());
  }

  private void bind(Params p, StoredSummary one) throws SQLException {
    EventSummary summary = one.summary();
    Activity activity = summary.activity();
    p.text(tenant).id(one.member()).text(summary.name()).number(activity.events());
    p.time(activity.first()).time(activity.last());
    p.text(StoredForm.claims(summary.claims())).text(SummaryForm.properties(summary.properties()));
  }

  private static StoredSummary summary(Row row) throws SQLException {
    ProfileId member = row.id();
    String name = row.text();
    long events = row.number();
    Activity activity = new Activity(events, row.timeOrNull(), row.timeOrNull(), events);
    return new StoredSummary(
        member,
        new EventSummary(
            name, activity, StoredForm.claims(row.text()), SummaryForm.properties(row.text())));
  }
}

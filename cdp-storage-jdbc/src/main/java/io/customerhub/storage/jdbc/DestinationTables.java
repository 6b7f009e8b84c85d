package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DestinationStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code cdp_pause} and {@code cdp_told}. */
final class DestinationTables implements DestinationStore {

  private static final String PAUSE =
      "INSERT INTO cdp_pause (tenant, destination, reason, paused_since) VALUES (?, ?, ?, ?)";

  private static final String RESUME = "DELETE FROM cdp_pause WHERE tenant = ? AND destination = ?";

  private static final String PAUSED =
      "SELECT destination, reason, paused_since FROM cdp_pause WHERE tenant = ?";

  private static final String TELL =
      "INSERT INTO cdp_told (tenant, about, destination, told_at) VALUES (?, ?, ?, ?)";

  private static final String COUNT =
      "SELECT COUNT(*) FROM {keys}"
          + Keys.each(
              "cdp_told t",
              "t.tenant = ? AND t.about = k.k1 AND t.destination = ? AND t.told_at >= ?");

  private static final String FORGET =
      "DELETE FROM cdp_told WHERE tenant = ? AND destination = ? AND told_at < ?";

  private final Sql sql;
  private final String tenant;

  DestinationTables(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void pause(Pause pause) {
    sql.insert(
        PAUSE,
        p -> p.text(tenant).text(pause.destination()).text(pause.reason()).time(pause.since()));
  }

  @Override
  public boolean resume(String destination) {
    return sql.update(RESUME, p -> p.text(tenant).text(destination)) > 0;
  }

  @Override
  public Map<String, Pause> paused() {
    Map<String, Pause> paused = new TreeMap<>();
    sql.list(PAUSED, p -> p.text(tenant), DestinationTables::pause)
        .forEach(pause -> paused.put(pause.destination(), pause));
    return paused;
  }

  @Override
  public void told(String destination, ProfileId about, Instant at) {
    sql.update(TELL, p -> p.text(tenant).id(about).text(destination).time(at));
  }

  @Override
  public long countTold(String destination, Set<ProfileId> about, Instant from) {
    return sql
        .listByKeys(
            COUNT,
            Keys.IDS,
            new TreeSet<>(about),
            p -> p.text(tenant).text(destination).bound(from),
            Row::number)
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public long forgetTold(String destination, Instant before) {
    return sql.update(FORGET, p -> p.text(tenant).text(destination).bound(before));
  }

  private static Pause pause(Row row) throws SQLException {
    return new Pause(row.text(), row.text(), row.time());
  }
}

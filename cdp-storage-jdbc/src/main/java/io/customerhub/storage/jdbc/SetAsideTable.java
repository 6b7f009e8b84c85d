package io.customerhub.storage.jdbc;

import io.customerhub.event.ReasonCode;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.SetAsideStore;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code cdp_set_aside}, and the row of {@code cdp_secret} that is its lock. */
final class SetAsideTable implements SetAsideStore {

  private static final String INSERT =
      "INSERT INTO cdp_set_aside (tenant, entry, made_at, source, location, code, field, message,"
          + " raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String LIST =
      "SELECT entry, made_at, source, location, code, field, message, raw FROM cdp_set_aside"
          + " WHERE tenant = ? AND entry > ? ORDER BY tenant, entry LIMIT ?";

  private static final String COUNTS =
      "SELECT code, COUNT(*) FROM cdp_set_aside WHERE tenant = ? GROUP BY code";

  /** The row that those who add share, and whoever removes locks for itself. */
  private static final String GATE = "set_aside";

  /** A host's transaction of a stricter isolation never sees a row that another one has made. */
  private static final int ATTEMPTS = 3;

  private static final String LOCK =
      "SELECT name FROM cdp_secret WHERE tenant = ? AND name = '" + GATE + "'";

  private static final String OPEN =
      "INSERT INTO cdp_secret (tenant, name, val) VALUES (?, '" + GATE + "', '')";

  private final Sql sql;
  private final String tenant;

  SetAsideTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void lockToAdd() {
    lock(sql.keeping(LOCK));
  }

  @Override
  public void lockToRemove() {
    lock(LOCK + " FOR UPDATE");
  }

  private void lock(String select) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (sql.find(select, p -> p.text(tenant), Row::text).isPresent()) {
        return;
      }
      sql.insert(OPEN, p -> p.text(tenant));
    }
    throw sql.conflict("the lock of what is set aside was made by a transaction not seen here");
  }

  @Override
  public boolean add(SetAside one) {
    return sql.insert(
        INSERT,
        p -> {
          p.text(tenant).text(one.key()).time(one.at()).text(one.source()).text(one.location());
          p.text(one.code().name()).text(one.field()).text(one.message()).text(one.raw());
        });
  }

  @Override
  public List<SetAside> list(@Nullable String after, int limit) {
    String from = after == null ? "" : after;
    return sql.list(LIST, p -> p.text(tenant).text(from).number(limit), SetAsideTable::entry);
  }

  @Override
  public Map<ReasonCode, Long> counts() {
    Map<ReasonCode, Long> counts = new EnumMap<>(ReasonCode.class);
    sql.list(
            COUNTS,
            p -> p.text(tenant),
            row -> Map.entry(ReasonCode.valueOf(row.text()), row.number()))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  private static SetAside entry(Row row) throws SQLException {
    return new SetAside(
        row.text(),
        row.time(),
        row.text(),
        row.text(),
        ReasonCode.valueOf(row.text()),
        row.text(),
        row.text(),
        row.text());
  }
}

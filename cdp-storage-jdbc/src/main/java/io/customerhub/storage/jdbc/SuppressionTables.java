package io.customerhub.storage.jdbc;

import io.customerhub.spi.Suppression;
import io.customerhub.spi.SuppressionStore;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code cdp_suppression} and {@code cdp_secret}. */
final class SuppressionTables implements SuppressionStore {

  private static final String NAME = "suppression";

  private static final String FIND =
      "SELECT s.fingerprint, s.until_at FROM {keys}"
          + Keys.each("cdp_suppression s", "s.tenant = ? AND s.fingerprint = k.k1");

  private static final String UPDATE =
      "UPDATE cdp_suppression SET until_at = ? WHERE tenant = ? AND fingerprint = ?";

  private static final String INSERT =
      "INSERT INTO cdp_suppression (until_at, tenant, fingerprint) VALUES (?, ?, ?)";

  private static final String COUNT = "SELECT COUNT(*) FROM cdp_suppression WHERE tenant = ?";

  private static final String SECRET = "SELECT val FROM cdp_secret WHERE tenant = ? AND name = ?";

  private static final String INSERT_SECRET =
      "INSERT INTO cdp_secret (tenant, name, val) VALUES (?, ?, ?)";

  private final Sql sql;
  private final String tenant;

  SuppressionTables(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void put(Collection<Suppression> suppressions) {
    List<Suppression> sorted =
        suppressions.stream().sorted(Comparator.comparing(Suppression::fingerprint)).toList();
    sql.insertAll(INSERT, sorted, this::bind);
    sql.batch(UPDATE, sorted, this::bind);
  }

  @Override
  public List<Suppression> find(Set<String> fingerprints) {
    return sql
        .listByKeys(
            FIND,
            Keys.TEXTS,
            fingerprints,
            p -> p.text(tenant),
            row -> new Suppression(row.text(), row.timeOrNull()))
        .stream()
        .sorted(Comparator.comparing(Suppression::fingerprint))
        .toList();
  }

  @Override
  public long count() {
    return sql.count(COUNT, p -> p.text(tenant));
  }

  @Override
  public Optional<String> secret() {
    return sql.find(SECRET, p -> p.text(tenant).text(NAME), Row::text);
  }

  @Override
  public String secretOr(String fresh) {
    sql.insert(INSERT_SECRET, p -> p.text(tenant).text(NAME).text(fresh));
    return secret()
        .orElseThrow(() -> sql.conflict("the secret of another transaction is not seen"));
  }

  private void bind(Params p, Suppression one) throws SQLException {
    p.time(one.until()).text(tenant).text(one.fingerprint());
  }
}

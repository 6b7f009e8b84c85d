package io.customerhub.storage.jdbc;

import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.SegmentStore;
import io.customerhub.spi.StaleWriteException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code cdp_segment}. */
final class SegmentTable implements SegmentStore {

  private static final String SELECT =
      "SELECT name, definition, defined_at, version FROM cdp_segment WHERE tenant = ?";

  private static final String FIND = SELECT + " AND name = ?";

  private static final String ALL = SELECT + " ORDER BY tenant, name";

  private static final String INSERT =
      "INSERT INTO cdp_segment (tenant, name, definition, defined_at, version)"
          + " VALUES (?, ?, ?, ?, 0)";

  private static final String SAVE =
      "UPDATE cdp_segment SET definition = ?, defined_at = ?, version = version + 1"
          + " WHERE tenant = ? AND name = ? AND version = ?";

  private static final String REMOVE = "DELETE FROM cdp_segment WHERE tenant = ? AND name = ?";

  private final Sql sql;
  private final String tenant;

  SegmentTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void insert(SegmentDefinition one) {
    if (one.version() != 0) {
      throw new IllegalArgumentException("version: " + one.version() + ", expected 0");
    }
    boolean inserted =
        sql.insert(
            INSERT,
            p -> p.text(tenant).text(one.name()).text(one.condition()).time(one.definedAt()));
    if (!inserted) {
      throw sql.conflict("segment " + one.name() + " is known");
    }
  }

  @Override
  public void save(SegmentDefinition one) {
    int count =
        sql.update(
            SAVE,
            p -> {
              p.text(one.condition()).time(one.definedAt());
              p.text(tenant).text(one.name()).number(one.version());
            });
    if (count == 0) {
      long stored = find(one.name()).map(SegmentDefinition::version).orElse(-1L);
      throw new StaleWriteException("segment " + one.name(), one.version(), stored);
    }
  }

  @Override
  public Optional<SegmentDefinition> find(String name) {
    return sql.find(FIND, p -> p.text(tenant).text(name), SegmentTable::definition);
  }

  @Override
  public List<SegmentDefinition> all() {
    return sql.list(ALL, p -> p.text(tenant), SegmentTable::definition);
  }

  @Override
  public boolean remove(String name) {
    return sql.update(REMOVE, p -> p.text(tenant).text(name)) > 0;
  }

  private static SegmentDefinition definition(Row row) throws SQLException {
    return new SegmentDefinition(row.text(), row.text(), row.time(), row.number());
  }
}

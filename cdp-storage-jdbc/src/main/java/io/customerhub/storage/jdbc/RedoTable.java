package io.customerhub.storage.jdbc;

import io.customerhub.spi.Redo;
import io.customerhub.spi.RedoStore;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code cdp_redo}. */
final class RedoTable implements RedoStore {

  private static final String INSERT =
      "INSERT INTO cdp_redo (tenant, id, member, reason, asked_at) VALUES (?, ?, ?, ?, ?)";

  private static final String LIST =
      "SELECT id, member, reason, asked_at FROM cdp_redo WHERE tenant = ? AND id > ?"
          + " ORDER BY tenant, id LIMIT ?";

  private static final String LIST_FROM_START = LIST.replace(" AND id > ?", "");

  private static final String DELETE = "DELETE FROM cdp_redo WHERE tenant = ? AND id = ?";

  private final Sql sql;
  private final String tenant;

  RedoTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void add(Collection<Redo> requests) {
    boolean[] added = sql.insertAll(INSERT, requests, this::bind);
    int i = 0;
    for (Redo request : requests) {
      if (!added[i++]) {
        throw new IllegalArgumentException("request " + request.id() + " is known");
      }
    }
  }

  @Override
  public List<Redo> list(@Nullable UUID after, int limit) {
    return after == null
        ? sql.list(LIST_FROM_START, p -> p.text(tenant).number(limit), RedoTable::redo)
        : sql.list(LIST, p -> p.text(tenant).uuid(after).number(limit), RedoTable::redo);
  }

  @Override
  public void remove(Collection<UUID> ids) {
    // In one order, so that two that remove the same ones wait for each other and not in a circle.
    sql.batch(DELETE, ids.stream().sorted().toList(), (p, id) -> p.text(tenant).uuid(id));
  }

  private void bind(Params p, Redo request) throws SQLException {
    p.text(tenant).uuid(request.id()).id(request.member()).text(request.reason().name());
    p.time(request.at());
  }

  private static Redo redo(Row row) throws SQLException {
    return new Redo(row.uuid(), row.id(), Redo.Reason.valueOf(row.text()), row.time());
  }
}

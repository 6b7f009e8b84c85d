package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.DeadLetterStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code cdp_dead_letter}. */
final class DeadLetterTable implements DeadLetterStore {

  private static final String SELECT =
      "SELECT " + OutboxTable.COLUMNS + ", o.cause, o.reason, o.dead_since FROM ";

  private static final String FIND =
      SELECT + "{keys}" + Keys.each("cdp_dead_letter o", "o.tenant = ? AND o.id = k.k1");

  private static final String LIST =
      SELECT
          + "cdp_dead_letter o WHERE o.tenant = ? AND o.destination = ? AND o.id > ?"
          + " ORDER BY o.tenant, o.destination, o.id LIMIT ?";

  private static final String LIST_FROM_START = LIST.replace(" AND o.id > ?", "");

  private static final String INSERT =
      "INSERT INTO cdp_dead_letter (tenant, id, destination, kind, about, details, happened_at,"
          + " attempts, due_at, failure, cause, reason, dead_since)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String DELETE = "DELETE FROM cdp_dead_letter WHERE tenant = ? AND id = ?";

  private static final String PRUNE =
      "DELETE FROM cdp_dead_letter WHERE tenant = ? AND cause = ? AND dead_since < ?";

  private static final String COUNTS =
      "SELECT destination, cause, COUNT(*) FROM cdp_dead_letter WHERE tenant = ?"
          + " GROUP BY destination, cause";

  private final Sql sql;
  private final String tenant;

  DeadLetterTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void add(DeadLetter letter) {
    if (!sql.insert(INSERT, p -> bind(p, letter))) {
      throw new IllegalArgumentException("dead letter " + letter.entry().id() + " is known");
    }
  }

  @Override
  public List<DeadLetter> find(Collection<UUID> ids) {
    Map<ProfileId, DeadLetter> byId = new TreeMap<>();
    sql.listByKeys(FIND, Keys.UUIDS, ids, p -> p.text(tenant), DeadLetterTable::letter)
        .forEach(letter -> byId.put(new ProfileId(letter.entry().id()), letter));
    return List.copyOf(byId.values());
  }

  @Override
  public List<DeadLetter> list(String destination, @Nullable UUID after, int limit) {
    return after == null
        ? sql.list(
            LIST_FROM_START,
            p -> p.text(tenant).text(destination).number(limit),
            DeadLetterTable::letter)
        : sql.list(
            LIST,
            p -> p.text(tenant).text(destination).uuid(after).number(limit),
            DeadLetterTable::letter);
  }

  @Override
  public long remove(Collection<UUID> ids) {
    int[] removed =
        sql.batch(DELETE, ids.stream().sorted().toList(), (p, id) -> p.text(tenant).uuid(id));
    return Arrays.stream(removed).asLongStream().sum();
  }

  @Override
  public long prune(DeadLetter.Cause cause, Instant before) {
    return sql.update(PRUNE, p -> p.text(tenant).text(cause.name()).bound(before));
  }

  @Override
  public Map<String, Map<DeadLetter.Cause, Long>> counts() {
    Map<String, Map<DeadLetter.Cause, Long>> counts = new TreeMap<>();
    sql.list(COUNTS, p -> p.text(tenant), Count::of)
        .forEach(
            one ->
                counts
                    .computeIfAbsent(
                        one.destination(), name -> new EnumMap<>(DeadLetter.Cause.class))
                    .put(one.cause(), one.letters()));
    return counts;
  }

  private record Count(String destination, DeadLetter.Cause cause, long letters) {

    static Count of(Row row) throws SQLException {
      return new Count(row.text(), DeadLetter.Cause.valueOf(row.text()), row.number());
    }
  }

  private void bind(Params p, DeadLetter letter) throws SQLException {
    OutboxTable.bind(p.text(tenant), letter.entry());
    p.text(letter.cause().name()).text(letter.reason()).time(letter.since());
  }

  private static DeadLetter letter(Row row) throws SQLException {
    return new DeadLetter(
        OutboxTable.entry(row), DeadLetter.Cause.valueOf(row.text()), row.text(), row.time());
  }
}

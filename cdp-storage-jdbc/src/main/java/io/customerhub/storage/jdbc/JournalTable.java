package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.StoredForm;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** {@code cdp_journal}. */
final class JournalTable {

  private static final String SELECT =
      "SELECT j.id, j.kind, j.winner, j.loser, j.cause, j.evidence, j.actor, j.reason, j.made_at"
          + " FROM ";

  private static final String BY_WINNER =
      SELECT + "{keys}" + Keys.each("cdp_journal j", "j.tenant = ? AND j.winner = k.k1");

  private static final String BY_LOSER =
      SELECT + "{keys}" + Keys.each("cdp_journal j", "j.tenant = ? AND j.loser = k.k1");

  private static final String BY_ID = SELECT + "cdp_journal j WHERE j.tenant = ? AND j.id = ?";

  private static final String INSERT =
      "INSERT INTO cdp_journal (tenant, id, kind, winner, loser, cause, evidence, actor, reason,"
          + " made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Sql sql;
  private final String tenant;

  JournalTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  void append(JournalEntry entry) {
    if (!sql.insert(INSERT, p -> bind(p, entry))) {
      throw new IllegalArgumentException("journal entry " + entry.id() + " is known");
    }
  }

  List<JournalEntry> of(Set<ProfileId> ids) {
    Map<ProfileId, JournalEntry> byId = new TreeMap<>();
    for (String side : List.of(BY_WINNER, BY_LOSER)) {
      sql.listByKeys(side, Keys.IDS, ids, p -> p.text(tenant), JournalTable::entry)
          .forEach(entry -> byId.put(new ProfileId(entry.id()), entry));
    }
    return List.copyOf(byId.values());
  }

  Optional<JournalEntry> find(UUID id) {
    return sql.find(BY_ID, p -> p.text(tenant).uuid(id), JournalTable::entry);
  }

  private void bind(Params p, JournalEntry entry) throws SQLException {
    p.text(tenant).uuid(entry.id()).text(entry.kind().name());
    p.id(entry.winner()).id(entry.loser()).id(entry.cause());
    p.text(StoredForm.evidence(entry.evidence())).text(entry.actor()).text(entry.reason());
    p.time(entry.at());
  }

  private static JournalEntry entry(Row row) throws SQLException {
    return new JournalEntry(
        row.uuid(),
        JournalEntry.Kind.valueOf(row.text()),
        row.id(),
        row.id(),
        row.id(),
        StoredForm.evidence(row.text()),
        row.text(),
        row.text(),
        row.time());
  }
}

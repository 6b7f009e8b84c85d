package io.customerhub.storage.jdbc;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdentityStore;
import io.customerhub.spi.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links and journal as one store. */
final class IdentityTables implements IdentityStore {

  private final LinkTable links;
  private final JournalTable journal;

  IdentityTables(Sql sql, String tenant) {
    links = new LinkTable(sql, tenant);
    journal = new JournalTable(sql, tenant);
  }

  @Override
  public void add(Link link) {
    links.add(link);
  }

  @Override
  public void save(Link link) {
    links.save(link);
  }

  @Override
  public List<Link> linksOf(Set<ProfileId> members) {
    return links.of(members);
  }

  @Override
  public List<Link> active(LinkKind kind, @Nullable UUID after, int limit) {
    return links.active(kind, after, limit);
  }

  @Override
  public List<Link> heaviestPossible(@Nullable Link after, int limit) {
    return links.heaviestPossible(after, limit);
  }

  @Override
  public void append(JournalEntry entry) {
    journal.append(entry);
  }

  @Override
  public List<JournalEntry> journalOf(Set<ProfileId> ids) {
    return journal.of(ids);
  }

  @Override
  public Optional<JournalEntry> entry(UUID id) {
    return journal.find(id);
  }
}

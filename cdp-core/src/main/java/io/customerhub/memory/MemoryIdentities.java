package io.customerhub.memory;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdentityStore;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.StaleWriteException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Edges by end and by kind, journal entries by the ids they name. */
final class MemoryIdentities implements IdentityStore {

  /** An edge by what it weighs. */
  private record Weighed(double bits, UUID id) {

    static final Comparator<Weighed> HEAVIEST_FIRST =
        Comparator.comparingDouble(Weighed::bits)
            .reversed()
            .thenComparing(Weighed::id, Order.UUIDS);

    static Weighed of(Link link) {
      return new Weighed(link.bits(), link.id());
    }
  }

  private final Table<UUID, Link> links;
  private final Index<ProfileId, UUID> byEnd;
  private final Index<LinkKind, UUID> active;
  private final Index<LinkKind, Weighed> possible;
  private final Table<UUID, JournalEntry> journal;
  private final Index<ProfileId, UUID> byName;

  MemoryIdentities(UndoLog undo) {
    links = new Table<>(new HashMap<>(), undo);
    byEnd = new Index<>(new HashMap<>(), Order.UUIDS, undo);
    active = new Index<>(new EnumMap<>(LinkKind.class), Order.UUIDS, undo);
    possible = new Index<>(new EnumMap<>(LinkKind.class), Weighed.HEAVIEST_FIRST, undo);
    journal = new Table<>(new HashMap<>(), undo);
    byName = new Index<>(new HashMap<>(), Order.UUIDS, undo);
  }

  @Override
  public void add(Link link) {
    if (link.version() != 0 || links.has(link.id())) {
      throw new IllegalArgumentException(
          "link " + link.id() + " is known or not of version 0: " + link.version());
    }
    byEnd.add(link.a(), link.id());
    byEnd.add(link.b(), link.id());
    put(link);
  }

  @Override
  public void save(Link link) {
    Link stored = links.get(link.id());
    if (stored == null || stored.version() != link.version()) {
      throw new StaleWriteException(
          "link " + link.id(), link.version(), stored == null ? -1 : stored.version());
    }
    put(withActive(stored, link.active()).withVersion(stored.version() + 1));
  }

  @Override
  public List<Link> linksOf(Set<ProfileId> members) {
    return links(byEnd.ofAny(members).stream());
  }

  @Override
  public List<Link> active(LinkKind kind, @Nullable UUID after, int limit) {
    return links(active.after(kind, after).limit(limit));
  }

  @Override
  public List<Link> heaviestPossible(@Nullable Link after, int limit) {
    Weighed last = after == null ? null : Weighed.of(after);
    return links(possible.after(LinkKind.POSSIBLE, last).limit(limit).map(Weighed::id));
  }

  @Override
  public void append(JournalEntry entry) {
    if (journal.has(entry.id())) {
      throw new IllegalArgumentException("journal entry " + entry.id() + " is known");
    }
    journal.put(entry.id(), entry);
    byName.add(entry.winner(), entry.id());
    byName.add(entry.loser(), entry.id());
  }

  @Override
  public List<JournalEntry> journalOf(Set<ProfileId> ids) {
    return byName.ofAny(ids).stream().map(journal::get).filter(Objects::nonNull).toList();
  }

  @Override
  public Optional<JournalEntry> entry(UUID id) {
    return Optional.ofNullable(journal.get(id));
  }

  /** Removes the edges with an end among these members. */
  long removeLinks(Set<ProfileId> members) {
    List<Link> removed = linksOf(members);
    for (Link link : removed) {
      links.remove(link.id());
      byEnd.remove(link.a(), link.id());
      byEnd.remove(link.b(), link.id());
      retire(link);
    }
    return removed.size();
  }

  /** Blanks evidence and reasons of the entries that name any of these ids. */
  long blankJournal(Set<ProfileId> ids) {
    List<JournalEntry> naming = journalOf(ids);
    naming.forEach(entry -> journal.put(entry.id(), entry.blanked()));
    return naming.size();
  }

  private void put(Link link) {
    links.put(link.id(), link);
    if (link.active()) {
      active.add(link.kind(), link.id());
      if (link.kind() == LinkKind.POSSIBLE) {
        possible.add(link.kind(), Weighed.of(link));
      }
    } else {
      retire(link);
    }
  }

  private void retire(Link link) {
    active.remove(link.kind(), link.id());
    possible.remove(link.kind(), Weighed.of(link));
  }

  private List<Link> links(Stream<UUID> ids) {
    return ids.map(links::get).filter(Objects::nonNull).toList();
  }

  private static Link withActive(Link link, boolean active) {
    return new Link(
        link.id(),
        link.a(),
        link.b(),
        link.kind(),
        link.evidence(),
        link.actor(),
        link.reason(),
        link.at(),
        active,
        link.version());
  }
}

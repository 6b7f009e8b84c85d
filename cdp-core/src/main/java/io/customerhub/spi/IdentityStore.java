package io.customerhub.spi;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the edges of the identity graph and the journal of merges and splits. */
public interface IdentityStore {

  /**
   * Adds an edge.
   *
   * @throws IllegalArgumentException if its id is taken or its version is not 0
   */
  void add(Link link);

  /**
   * Saves whether an edge is active; nothing else of it changes.
   *
   * @throws StaleWriteException if the stored version is not {@link Link#version()}
   */
  void save(Link link);

  /** Returns all edges, retired ones too, with an end among these members, sorted by id. */
  List<Link> linksOf(Set<ProfileId> members);

  /**
   * Returns active edges of a kind in ascending order of id.
   *
   * @param after the last id of the page before; null for the first page
   * @param limit the most edges to return, at least 1
   */
  List<Link> active(LinkKind kind, @Nullable UUID after, int limit);

  /**
   * Returns active edges of kind {@link LinkKind#POSSIBLE}, the heaviest first, of equal ones in
   * ascending order of id.
   *
   * @param after the last edge of the page before, whatever became of it since; null for the first
   *     page
   * @param limit the most edges to return, at least 1
   */
  List<Link> heaviestPossible(@Nullable Link after, int limit);

  /**
   * Adds an entry to the journal.
   *
   * @throws IllegalArgumentException if its id is taken
   */
  void append(JournalEntry entry);

  /** Returns the entries that name one of these ids as winner or loser, sorted by id. */
  List<JournalEntry> journalOf(Set<ProfileId> ids);

  /** Returns a journal entry. */
  Optional<JournalEntry> entry(UUID id);
}

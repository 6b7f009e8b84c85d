package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Removes what is kept of people, and keeps the tombstones. The only place where facts are deleted;
 * what is to be deleted the engine decides, which has locked the profiles before.
 *
 * <p>Nothing of what is removed may be left in any table, index, queue or cache of the store.
 */
public interface ErasureStore {

  /**
   * Removes members with all that hangs on them, and returns how many rows went, by what they were:
   *
   * <ul>
   *   <li>{@code member}: the members, with fields and claims;
   *   <li>{@code holder}: who holds which identifier, and {@code identifier}: those that nobody
   *       holds any more;
   *   <li>{@code block}: their blocking keys;
   *   <li>{@code link}: the edges with an end among them;
   *   <li>{@code event}: the events born under them, {@code removed_event}: those that were removed
   *       from the log, and {@code event_summary}: what was kept of these;
   *   <li>{@code membership}: the rows of segments of these ids;
   *   <li>{@code membership_change}: when these ids entered and left segments;
   *   <li>{@code outbox}, {@code dead_letter} and {@code told}: news about these ids that waits for
   *       destinations or was not delivered, and when they were told something;
   *   <li>{@code journal} and {@code audit}: entries that name them. These stay with their ids, for
   *       they may be about others as well; the evidence and the reason are blanked.
   * </ul>
   *
   * <p>The members go first, once no other transaction keeps them there by {@link
   * ProfileStore#lockAgainstRemoval}: what such a one wrote of them is then found with the rest.
   *
   * <p>Ids that are not known are passed over. Records are not removed, see {@link #removeRecord}.
   */
  SortedMap<String, Long> removeMembers(Set<ProfileId> ids);

  /** Removes a record with its subjects, keys and every version; returns how many versions went. */
  long removeRecord(String kind, UUID id);

  /** Removes entries that were set aside, by their keys; returns how many went. */
  long removeSetAside(Set<String> keys);

  /**
   * Adds tombstones.
   *
   * @throws IllegalArgumentException if a member has one already
   */
  void bury(Collection<Tombstone> tombstones);

  /** Returns the tombstones of these ids, sorted by id; ids without one are left out. */
  List<Tombstone> tombstones(Set<ProfileId> ids);
}

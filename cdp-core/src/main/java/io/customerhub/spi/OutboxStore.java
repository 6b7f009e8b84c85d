package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The queue of news for destinations, written in the transaction that makes it and consumed by
 * removing it. Never read by "greater than the last one seen": transactions commit in another order
 * than they number their entries.
 *
 * <p>Whose news it is, is asked when it is claimed: of the profile that {@link OutboxEntry#about}
 * belongs to by then, or of that id itself where it is no member any more. So a merge and an
 * unmerge change the order without writing here.
 */
public interface OutboxStore {

  /**
   * Adds entries behind all that are there, in this order.
   *
   * @throws IllegalArgumentException if the id of one is taken
   */
  void add(List<OutboxEntry> entries);

  /**
   * Takes entries on lease: until then no other call returns them, unless they are given back
   * before. Returns them in the order in which they were added, and of each profile only those that
   * nothing of the same profile and destination waits before; so never any of a profile of which
   * others are on lease, or wait for a later attempt. Not all that could be taken need to be
   * returned, but one at least if there is any and no concurrent call has touched it; what was
   * passed over, because others were before it, may come as late as these.
   *
   * @param destination for whom
   * @param lease names this call
   * @param now entries due later stay
   * @param until when the lease ends, after {@code now}
   * @param limit the most entries to return, at least 1
   */
  List<OutboxEntry> claim(String destination, UUID lease, Instant now, Instant until, int limit);

  /** Returns whether an entry is still there under a lease, ended or not, that nobody took over. */
  boolean holds(UUID id, UUID lease);

  /** Removes an entry if it is held under this lease; returns whether it was. */
  boolean remove(UUID id, UUID lease);

  /**
   * Gives an entry back if it is held under this lease; returns whether it was.
   *
   * @param entry with its new number of attempts, next time and failure; nothing else changes
   */
  boolean giveBack(OutboxEntry entry, UUID lease);

  /**
   * Keeps entries about these ids from being taken until the transaction ends, and returns when the
   * last lease on one of them ends; empty if none is on lease.
   */
  Optional<Instant> lockAbout(Set<ProfileId> about);

  /** Returns how much waits, by destination; sorted, destinations without entries are left out. */
  Map<String, Waiting> waiting();

  /** Removes all entries of a destination; returns how many there were. */
  long clear(String destination);

  /**
   * How much waits for a destination.
   *
   * @param entries how many entries
   * @param failing how many of them had a failed attempt
   * @param oldest when the oldest of them happened
   */
  record Waiting(long entries, long failing, Instant oldest) {}
}

package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventStore.EventKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes old events from the log, and keeps who they were and what they said in sum. What the
 * summaries are the engine decides, which has locked the profiles before.
 */
public interface RetentionStore {

  /**
   * Returns events in the log that happened before an instant, in the order of {@link
   * EventStore#scan}.
   *
   * @param after the last event of the page before; null for the first page
   * @param limit the most events to return, at least 1
   */
  List<StoredEvent> expired(@Nullable EventKey after, Instant before, int limit);

  /**
   * Removes events from the log. They stay {@linkplain EventStore#known known}, so that a repeated
   * delivery is told for ever.
   *
   * @param summaries each takes the place of that of its member and event name
   * @throws ConflictException if one of the events is not in the log
   */
  void remove(Collection<StoredEvent> events, Collection<StoredSummary> summaries);

  /** Returns the summaries of members, sorted by member, then event name. */
  List<StoredSummary> summaries(Set<ProfileId> members);

  /** Returns the names of the events of members that were removed from the log, sorted. */
  List<EventKey> removed(Set<ProfileId> members);

  /** Returns how many events were removed from the log, those of erased members not counted. */
  long countRemoved();
}

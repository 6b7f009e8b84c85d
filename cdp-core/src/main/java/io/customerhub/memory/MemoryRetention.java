package io.customerhub.memory;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.KnownEvent;
import io.customerhub.spi.RetentionStore;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removed events by key, and by member with their summaries. */
final class MemoryRetention implements RetentionStore {

  private static final Comparator<StoredSummary> BY_NAME =
      Comparator.comparing(one -> one.summary().name());

  private final MemoryEvents events;
  private final Table<EventKey, KnownEvent> removed;
  private final Index<ProfileId, EventKey> byMember;
  private final Index<ProfileId, StoredSummary> summaries;

  MemoryRetention(MemoryEvents events, UndoLog undo) {
    this.events = events;
    this.removed = new Table<>(new HashMap<>(), undo);
    this.byMember = new Index<>(new HashMap<>(), Comparator.naturalOrder(), undo);
    this.summaries = new Index<>(new HashMap<>(), BY_NAME, undo);
    events.alsoKnown(key -> removed.get(key));
  }

  @Override
  public List<StoredEvent> expired(@Nullable EventKey after, Instant before, int limit) {
    return events
        .from(after)
        .filter(one -> one.event().time().isBefore(before))
        .limit(limit)
        .toList();
  }

  @Override
  public void remove(Collection<StoredEvent> gone, Collection<StoredSummary> changed) {
    for (StoredEvent stored : gone) {
      KnownEvent known = KnownEvent.of(stored);
      if (!events.remove(known.key())) {
        throw new ConflictException("event " + known.key().messageId() + " is gone", null);
      }
      removed.put(known.key(), known);
      known.about().ifPresent(member -> byMember.add(member, known.key()));
    }
    for (StoredSummary one : changed) {
      StoredSummary before = summaries.of(one.member()).ceiling(one);
      if (before != null && before.summary().name().equals(one.summary().name())) {
        summaries.remove(one.member(), before);
      }
      summaries.add(one.member(), one);
    }
  }

  @Override
  public List<StoredSummary> summaries(Set<ProfileId> members) {
    return members.stream().sorted().flatMap(id -> summaries.of(id).stream()).toList();
  }

  @Override
  public List<EventKey> removed(Set<ProfileId> members) {
    return members.stream().flatMap(id -> byMember.of(id).stream()).sorted().toList();
  }

  @Override
  public long countRemoved() {
    return removed.rows().size();
  }

  /** Forgets the removed events of members and returns how many there were. */
  long forgetEvents(Set<ProfileId> members) {
    List<EventKey> keys = removed(members);
    for (EventKey key : keys) {
      KnownEvent known = Objects.requireNonNull(removed.remove(key));
      known.about().ifPresent(member -> byMember.remove(member, key));
    }
    return keys.size();
  }

  /** Forgets the summaries of members and returns how many there were. */
  long forgetSummaries(Set<ProfileId> members) {
    List<StoredSummary> gone = summaries(members);
    gone.forEach(one -> summaries.remove(one.member(), one));
    return gone.size();
  }
}

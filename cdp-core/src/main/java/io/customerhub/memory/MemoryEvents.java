package io.customerhub.memory;

import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore;
import io.customerhub.spi.KnownEvent;
import io.customerhub.spi.StoredEvent;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events by key, and in order of time by member, with and without their name. */
final class MemoryEvents implements EventStore {

  private static final Comparator<StoredEvent> OLDEST_FIRST =
      Comparator.comparing(stored -> EventPosition.of(stored.event()));

  private final NavigableMap<EventKey, StoredEvent> log = new TreeMap<>();
  private final Table<EventKey, StoredEvent> byKey;
  private final EventIndex<ProfileId> byMember;
  private final EventIndex<MemberAndName> byName;
  private Function<EventKey, @Nullable KnownEvent> others = key -> null;

  private record MemberAndName(ProfileId member, String name) {}

  MemoryEvents(UndoLog undo) {
    byKey = new Table<>(log, undo);
    byMember = new EventIndex<>(undo);
    byName = new EventIndex<>(undo);
  }

  @Override
  public Optional<StoredEvent> find(String source, String messageId) {
    return Optional.ofNullable(byKey.get(new EventKey(source, messageId)));
  }

  /** Sets where to look for events that are not in the log. */
  void alsoKnown(Function<EventKey, @Nullable KnownEvent> elsewhere) {
    others = elsewhere;
  }

  @Override
  public List<KnownEvent> known(Set<EventKey> keys) {
    return keys.stream().map(this::known).filter(Objects::nonNull).toList();
  }

  private @Nullable KnownEvent known(EventKey key) {
    StoredEvent stored = byKey.get(key);
    return stored == null ? others.apply(key) : KnownEvent.of(stored);
  }

  @Override
  public void append(StoredEvent stored) {
    Event event = stored.event();
    EventKey key = new EventKey(event.source(), event.messageId());
    if (byKey.has(key)) {
      throw new ConflictException("event " + event.messageId() + " is known", null);
    }
    byKey.put(key, stored);
    ProfileId member = stored.member();
    if (member != null) {
      byMember.add(member, stored);
      byName.add(new MemberAndName(member, event.name()), stored);
    }
  }

  @Override
  public List<StoredEvent> read(EventQuery query) {
    Stream<StoredEvent> found = query.members().stream().flatMap(member -> of(member, query));
    if (query.members().size() > 1) {
      found = found.sorted(query.newestFirst() ? OLDEST_FIRST.reversed() : OLDEST_FIRST);
    }
    return found.limit(query.limit()).toList();
  }

  @Override
  public List<StoredEvent> scan(@Nullable EventKey after, int limit) {
    return from(after).limit(limit).toList();
  }

  /** Returns all events behind one of them, in the order of their keys. */
  Stream<StoredEvent> from(@Nullable EventKey after) {
    return (after == null ? log : log.tailMap(after, false)).values().stream();
  }

  @Override
  public long count() {
    return log.size();
  }

  /** Removes the events of a member. */
  long remove(ProfileId member) {
    List<StoredEvent> removed =
        read(
            new EventQuery(
                Set.of(member), null, EventQuery.MIN, EventQuery.MAX, false, Integer.MAX_VALUE));
    removed.forEach(stored -> remove(EventKey.of(stored.event())));
    return removed.size();
  }

  /** Removes an event, and returns whether it was there. */
  boolean remove(EventKey key) {
    StoredEvent stored = byKey.remove(key);
    if (stored == null) {
      return false;
    }
    stored
        .about()
        .ifPresent(
            member -> {
              byMember.remove(member, stored);
              byName.remove(new MemberAndName(member, stored.event().name()), stored);
            });
    return true;
  }

  private Stream<StoredEvent> of(ProfileId member, EventQuery query) {
    String name = query.name();
    return name == null
        ? byMember.read(member, query)
        : byName.read(new MemberAndName(member, name), query);
  }
}

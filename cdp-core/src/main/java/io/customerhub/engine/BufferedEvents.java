package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore;
import io.customerhub.spi.KnownEvent;
import io.customerhub.spi.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Events of a batch: looked up together beforehand, written together afterwards. */
final class BufferedEvents implements EventStore {

  private final EventStore store;
  private final Map<EventKey, Optional<KnownEvent>> known = new HashMap<>();
  private final SortedMap<EventKey, StoredEvent> unwritten = new TreeMap<>();

  /** All events of members that were born here, written or not. */
  private final Map<ProfileId, List<StoredEvent>> ofNewborns = new HashMap<>();

  BufferedEvents(EventStore store) {
    this.store = store;
  }

  /** Looks up events at once, and returns those that were taken. */
  List<KnownEvent> expect(Set<EventKey> keys) {
    keys.forEach(key -> known.put(key, Optional.empty()));
    List<KnownEvent> found = store.known(new TreeSet<>(keys));
    found.forEach(one -> known.put(one.key(), Optional.of(one)));
    return found;
  }

  /** Notes a member that no event can have been stored of yet. */
  void born(ProfileId member) {
    ofNewborns.put(member, new ArrayList<>());
  }

  /** Writes in the order of the keys: two batches with the same messages wait, not in a circle. */
  void flush() {
    if (!unwritten.isEmpty()) {
      store.appendAll(unwritten.values());
      unwritten.clear();
    }
  }

  @Override
  public Optional<StoredEvent> find(String source, String messageId) {
    StoredEvent own = unwritten.get(new EventKey(source, messageId));
    return own == null ? store.find(source, messageId) : Optional.of(own);
  }

  @Override
  public List<KnownEvent> known(Set<EventKey> keys) {
    return keys.stream().flatMap(key -> known(key).stream()).toList();
  }

  private Optional<KnownEvent> known(EventKey key) {
    return known.computeIfAbsent(key, one -> store.known(Set.of(one)).stream().findFirst());
  }

  @Override
  public void append(StoredEvent event) {
    EventKey key = EventKey.of(event.event());
    if (known(key).isPresent()) {
      throw new ConflictException("event " + key.messageId() + " is known", null);
    }
    unwritten.put(key, event);
    known.put(key, Optional.of(KnownEvent.of(event)));
    event.about().map(ofNewborns::get).ifPresent(own -> own.add(event));
  }

  @Override
  public List<StoredEvent> read(EventQuery query) {
    if (ofNewborns.keySet().containsAll(query.members())) {
      return query.of(
          query.members().stream()
              .flatMap(id -> ofNewborns.getOrDefault(id, List.of()).stream())
              .toList());
    }
    if (unwritten.values().stream().anyMatch(one -> isOf(one, query))) {
      flush();
    }
    return store.read(query);
  }

  private static boolean isOf(StoredEvent event, EventQuery query) {
    return event.member() != null && query.members().contains(event.member());
  }

  @Override
  public List<StoredEvent> scan(@Nullable EventKey after, int limit) {
    flush();
    return store.scan(after, limit);
  }

  @Override
  public long count() {
    flush();
    return store.count();
  }
}

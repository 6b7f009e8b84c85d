package io.customerhub.memory;

import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Events in order of time under a key, whose changes can be taken back. */
final class EventIndex<K> {

  private final Map<K, NavigableMap<EventPosition, StoredEvent>> lines = new HashMap<>();
  private final UndoLog undo;

  EventIndex(UndoLog undo) {
    this.undo = undo;
  }

  void add(K key, StoredEvent event) {
    EventPosition position = EventPosition.of(event.event());
    undo.add(() -> delete(key, position));
    insert(key, position, event);
  }

  void remove(K key, StoredEvent event) {
    EventPosition position = EventPosition.of(event.event());
    undo.add(() -> insert(key, position, event));
    delete(key, position);
  }

  /** Returns the events under a key in the time and order of a query, at most its limit. */
  Stream<StoredEvent> read(K key, EventQuery query) {
    if (!query.from().isBefore(query.to())) {
      return Stream.empty();
    }
    NavigableMap<EventPosition, StoredEvent> range =
        lines
            .getOrDefault(key, Collections.emptyNavigableMap())
            .subMap(
                EventPosition.before(query.from()), true, EventPosition.before(query.to()), false);
    return (query.newestFirst() ? range.descendingMap() : range)
        .values().stream().limit(query.limit());
  }

  private void insert(K key, EventPosition position, StoredEvent event) {
    lines.computeIfAbsent(key, k -> new TreeMap<>()).put(position, event);
  }

  private void delete(K key, EventPosition position) {
    NavigableMap<EventPosition, StoredEvent> line = lines.get(key);
    if (line != null) {
      line.remove(position);
      if (line.isEmpty()) {
        lines.remove(key);
      }
    }
  }
}

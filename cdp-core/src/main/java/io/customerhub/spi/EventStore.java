package io.customerhub.spi;

import io.customerhub.event.Event;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The append-only log of events. */
public interface EventStore {

  /** Returns the event of this source and messageId, if it is in the log. */
  Optional<StoredEvent> find(String source, String messageId);

  /**
   * Returns which of these events were taken, in no particular order: those in the log, and those
   * that {@linkplain RetentionStore#remove were removed} from it.
   */
  List<KnownEvent> known(Set<EventKey> keys);

  /**
   * Adds an event.
   *
   * @throws ConflictException if one of this source and messageId is in the log already; whether
   *     one was removed from it the caller has looked up
   */
  void append(StoredEvent event);

  /**
   * Adds events, in one trip where the store can.
   *
   * @throws ConflictException as {@link #append} does
   */
  default void appendAll(Collection<StoredEvent> events) {
    events.forEach(this::append);
  }

  /** Returns the events that a query asks for. */
  List<StoredEvent> read(EventQuery query);

  /**
   * Returns events in a stable order, each once.
   *
   * @param after the last event of the page before; null for the first page
   * @param limit the most events to return, at least 1
   */
  List<StoredEvent> scan(@Nullable EventKey after, int limit);

  /** Returns how many events are in the log. */
  long count();

  /**
   * Names an event. Ordered by source, then messageId.
   *
   * @param source the source
   * @param messageId unique within the source
   */
  record EventKey(String source, String messageId) implements Comparable<EventKey> {

    private static final Comparator<EventKey> ORDER =
        Comparator.comparing(EventKey::source).thenComparing(EventKey::messageId);

    /** Returns the name of an event. */
    public static EventKey of(Event event) {
      return new EventKey(event.source(), event.messageId());
    }

    @Override
    public int compareTo(EventKey other) {
      return ORDER.compare(this, other);
    }
  }
}

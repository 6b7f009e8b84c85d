package io.customerhub.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The append-only log of events. */
public interface EventStore {

  /** Returns the event of this source and messageId. */
  Optional<StoredEvent> find(String source, String messageId);

  /**
   * Adds an event.
   *
   * @throws ConflictException if one of this source and messageId is there already
   */
  void append(StoredEvent event);

  /** Returns the events that a query asks for. */
  List<StoredEvent> read(EventQuery query);

  /**
   * Returns events in a stable order, each once.
   *
   * @param after the last event of the page before; null for the first page
   * @param limit the most events to return, at least 1
   */
  List<StoredEvent> scan(@Nullable EventKey after, int limit);

  /** Returns how many events there are. */
  long count();

  /**
   * Names an event.
   *
   * @param source the source
   * @param messageId unique within the source
   */
  record EventKey(String source, String messageId) {}
}

package io.customerhub.memory;

import io.customerhub.event.Event;
import java.time.Instant;

/**
 * Where an event stands among others: by time, then source, then messageId.
 *
 * @param time when it happened
 * @param source who said it; empty for the position before all events of a time
 * @param messageId its id within the source
 */
record EventPosition(Instant time, String source, String messageId)
    implements Comparable<EventPosition> {

  static EventPosition of(Event event) {
    return new EventPosition(event.time(), event.source(), event.messageId());
  }

  static EventPosition before(Instant time) {
    return new EventPosition(time, "", "");
  }

  @Override
  public int compareTo(EventPosition other) {
    int byTime = time.compareTo(other.time);
    if (byTime != 0) {
      return byTime;
    }
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : messageId.compareTo(other.messageId);
  }
}

package io.customerhub.engine;

import io.customerhub.event.Event;
import java.util.List;
import java.util.Map;

/** Estimates how much memory an event takes, without writing it down. */
final class EventSize {

  private static final int OBJECT = 32;
  private static final int CHARACTER = 2;

  private EventSize() {}

  static long of(Event event) {
    long identifiers =
        event.identifiers().stream().mapToLong(one -> OBJECT + text(one.value())).sum();
    return OBJECT
        + text(event.name())
        + text(event.source())
        + text(event.messageId())
        + identifiers
        + value(event.properties())
        + value(event.traits())
        + value(event.context());
  }

  private static long value(Object value) {
    if (value instanceof Map<?, ?> map) {
      long sum = OBJECT;
      for (Map.Entry<?, ?> one : map.entrySet()) {
        sum += value(one.getKey()) + value(one.getValue());
      }
      return sum;
    }
    if (value instanceof List<?> list) {
      long sum = OBJECT;
      for (Object one : list) {
        sum += value(one);
      }
      return sum;
    }
    return value instanceof String text ? text(text) : OBJECT;
  }

  private static long text(String text) {
    return OBJECT + (long) CHARACTER * text.length();
  }
}

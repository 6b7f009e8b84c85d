package io.customerhub.intake;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import io.customerhub.event.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes the event of one message of the Segment specification. */
final class SegmentMessage {

  /** About the delivery and not the fact; sentAt differs between two deliveries of one message. */
  private static final Set<String> DELIVERY =
      Set.of("integrations", "_metadata", "writeKey", "channel", "sentAt", "receivedAt", "version");

  private static final Set<String> MAPPED =
      Set.of(
          "type",
          "messageId",
          "userId",
          "anonymousId",
          "previousId",
          "groupId",
          "event",
          "name",
          "category",
          "timestamp",
          "originalTimestamp",
          "properties",
          "traits",
          "context");

  private final Map<String, Object> message;
  private final Sender sender;
  private final Instant receivedAt;
  private final Map<String, Object> context = new LinkedHashMap<>();

  private SegmentMessage(Map<String, Object> message, Sender sender, Instant receivedAt) {
    this.message = message;
    this.sender = sender;
    this.receivedAt = receivedAt;
  }

  /**
   * Returns the event.
   *
   * @throws InvalidEventException if the message cannot be one
   */
  static Parsed.Accepted accept(
      Map<String, Object> message, Sender sender, Instant receivedAt, String location) {
    return new SegmentMessage(message, sender, receivedAt).accepted(location);
  }

  private Parsed.Accepted accepted(String location) {
    if (message.containsKey("tenant")) {
      throw new InvalidEventException(
          ReasonCode.TENANT_FIELD, "tenant", "the tenant is fixed when the storage is opened");
    }
    EventType type = type();
    context.putAll(Fields.object(message, "context"));
    keepUnmapped();
    MessageTime time = MessageTime.of(message, receivedAt, sender.sentAnew());
    context.putAll(time.said());
    return new Parsed.Accepted(event(type, time.time()), location, time.corrected());
  }

  private Event event(EventType type, Instant time) {
    return new Event(
        type,
        name(type),
        sender.source(),
        messageId(),
        time,
        SegmentIdentifiers.of(type, message, sender.fromProperties()),
        properties(type),
        Fields.object(message, "traits"),
        context);
  }

  private EventType type() {
    String key = Fields.text(message, "type");
    return EventType.of(key)
        .orElseThrow(
            () ->
                new InvalidEventException(
                    ReasonCode.EVENT_TYPE,
                    "type",
                    "expected track, identify, page, screen, group or alias"));
  }

  private String name(EventType type) {
    return switch (type) {
      case TRACK -> Fields.text(message, "event");
      case PAGE, SCREEN -> Fields.text(message, "name");
      case GROUP -> Fields.id(message, "groupId", "groupId");
      case IDENTIFY, ALIAS -> "";
    };
  }

  private Map<String, Object> properties(EventType type) {
    Map<String, Object> properties = new LinkedHashMap<>(Fields.object(message, "properties"));
    String category = Fields.text(message, "category");
    if (!category.isEmpty() && (type == EventType.PAGE || type == EventType.SCREEN)) {
      properties.putIfAbsent("category", category);
    }
    return properties;
  }

  /** Members that the specification does not know are kept, in the context, out of the way. */
  private void keepUnmapped() {
    Map<String, Object> unmapped = new LinkedHashMap<>(message);
    unmapped.keySet().removeAll(DELIVERY);
    unmapped.keySet().removeAll(MAPPED);
    if (!unmapped.isEmpty()) {
      context.put("unmapped", unmapped);
    }
  }

  private String messageId() {
    Object given = message.getOrDefault("messageId", "");
    if (given instanceof Long) {
      return given.toString();
    }
    if (!(given instanceof String id)) {
      throw Fields.mismatch("messageId", "a text");
    }
    return id.isBlank()
        ? "json:" + contentHash()
        : Values.text("messageId", id, Limits.MESSAGE_ID_LENGTH);
  }

  private String contentHash() {
    Map<String, Object> content = new LinkedHashMap<>(message);
    content.keySet().removeAll(DELIVERY);
    content.remove("messageId");
    return ContentHash.of(content);
  }
}

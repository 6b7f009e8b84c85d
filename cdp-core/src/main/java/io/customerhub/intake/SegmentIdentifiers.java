package io.customerhub.intake;

import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom a message of the Segment specification is about. */
final class SegmentIdentifiers {

  private final Map<String, Object> message;
  private final List<Identifier> found = new ArrayList<>();

  private SegmentIdentifiers(Map<String, Object> message) {
    this.message = message;
  }

  /**
   * Returns the identifiers of a message.
   *
   * @param fromProperties whether e-mail and phone among the properties are the person's own
   * @throws InvalidEventException if one is of the wrong type, blank or too long
   */
  static List<Identifier> of(EventType type, Map<String, Object> message, boolean fromProperties) {
    SegmentIdentifiers reading = new SegmentIdentifiers(message);
    reading.ids(type);
    // A group's traits are the organisation's: its info@ address is nobody's.
    if (type != EventType.GROUP) {
      reading.contacts(Fields.objectOrEmpty(message, "traits"), "traits.");
    }
    if (fromProperties) {
      reading.contacts(Fields.objectOrEmpty(message, "properties"), "properties.");
    }
    reading.context(Fields.objectOrEmpty(message, "context"));
    return reading.found;
  }

  private void ids(EventType type) {
    String userId = Fields.id(message, "userId", "userId");
    Fields.add(found, Identifier.USER_ID, userId);
    Fields.add(found, Identifier.ANONYMOUS_ID, Fields.id(message, "anonymousId", "anonymousId"));
    if (type == EventType.ALIAS) {
      alias(userId, Fields.id(message, "previousId", "previousId"));
    }
  }

  /** The previous id may have been of either kind. An alias of an id to itself says nothing. */
  private void alias(String userId, String previousId) {
    if (userId.isEmpty()) {
      throw Fields.missing("userId");
    }
    if (previousId.isEmpty()) {
      throw Fields.missing("previousId");
    }
    if (!previousId.equals(userId)) {
      Fields.add(found, Identifier.ANONYMOUS_ID, previousId);
      Fields.add(found, Identifier.USER_ID, previousId);
    }
  }

  private void context(Map<String, Object> context) {
    contacts(Fields.objectOrEmpty(context, "traits"), "context.traits.");
    Map<String, Object> device = Fields.objectOrEmpty(context, "device");
    Fields.add(found, Identifier.DEVICE_ID, Fields.id(device, "id", "context.device.id"));
    if (context.get("externalIds") instanceof List<?> externalIds) {
      externalIds(externalIds);
    }
  }

  private void contacts(Map<String, Object> parent, String path) {
    Fields.add(found, Identifier.EMAIL, Fields.id(parent, "email", path + "email"));
    Fields.add(found, Identifier.PHONE, Fields.id(parent, "phone", path + "phone"));
  }

  private void externalIds(List<?> externalIds) {
    if (externalIds.size() > Limits.IDENTIFIERS) {
      throw new InvalidEventException(
          ReasonCode.TOO_MANY_IDENTIFIERS,
          "context.externalIds",
          externalIds.size() + ", at most " + Limits.IDENTIFIERS);
    }
    for (int i = 0; i < externalIds.size(); i++) {
      externalId(externalIds.get(i), "context.externalIds[" + i + "]");
    }
  }

  /** The types of the specification, such as android.idfa, have a dot where we have a _. */
  private void externalId(@Nullable Object entry, String path) {
    Map<String, Object> externalId =
        Fields.asObject(entry).orElseThrow(() -> Fields.mismatch(path, "an object"));
    String type = Fields.id(externalId, "type", path + ".type");
    String namespace = Fields.sanitised(type, Limits.NAMESPACE_LENGTH);
    String value = Fields.id(externalId, "id", path + ".id");
    if (namespace.isEmpty() || value.isEmpty()) {
      throw Fields.missing(path + (namespace.isEmpty() ? ".type" : ".id"));
    }
    Fields.add(found, namespace, value);
  }
}

package io.customerhub.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An immutable fact: at a time, a source said something about somebody.
 *
 * <p>Built with {@link #track(String)}, {@link #identify()}, {@link #page(String)}, {@link
 * #screen(String)}, {@link #group(String)} or {@link #alias(String)}:
 *
 * <pre>{@code
 * Event.track("Order Completed").source("shop").email("ada@example.com").property("revenue", 129.90)
 * }</pre>
 *
 * <p>{@code (source, messageId)} names the event: handing the same one over twice changes nothing.
 *
 * @param type what kind of event
 * @param name the name of what was done or seen; of a group event the group's id; else empty
 * @param source the system that said it, at most {@value Limits#SOURCE_LENGTH} characters
 * @param messageId unique within the source, at most {@value Limits#MESSAGE_ID_LENGTH} characters
 * @param time when it happened, kept to the microsecond
 * @param identifiers whom it is about, as given, sorted and without repeats
 * @param properties what was done, in canonical form
 * @param traits what the person (of a group event: the group) is said to be, in canonical form
 * @param context circumstances such as the page and the library, in canonical form
 */
public record Event(
    EventType type,
    String name,
    String source,
    String messageId,
    Instant time,
    List<Identifier> identifiers,
    Map<String, Object> properties,
    Map<String, Object> traits,
    Map<String, Object> context) {

  /**
   * Checks and canonicalises the parts.
   *
   * @throws InvalidEventException if a part is missing, malformed or beyond {@link Limits}
   */
  public Event {
    Objects.requireNonNull(type, "type");
    source = required("source", source, Limits.SOURCE_LENGTH);
    messageId = required("messageId", messageId, Limits.MESSAGE_ID_LENGTH);
    name = Values.text("name", name, Limits.NAME_LENGTH);
    if (name.isBlank() && (type == EventType.TRACK || type == EventType.GROUP)) {
      throw new InvalidEventException(
          ReasonCode.MISSING_FIELD,
          type == EventType.TRACK ? "event" : "groupId",
          "expected a name");
    }
    time = time.truncatedTo(ChronoUnit.MICROS);
    if (identifiers.size() > Limits.IDENTIFIERS) {
      throw new InvalidEventException(
          ReasonCode.TOO_MANY_IDENTIFIERS,
          "identifiers",
          identifiers.size() + ", at most " + Limits.IDENTIFIERS);
    }
    identifiers.forEach(Event::checkText);
    identifiers = identifiers.stream().distinct().sorted().toList();
    properties = Values.canonicalMap("properties", properties);
    traits = Values.canonicalMap("traits", traits);
    context = Values.canonicalMap("context", context);
  }

  /** Starts an event of something that a person did. */
  public static EventBuilder track(String name) {
    return new EventBuilder(EventType.TRACK, name);
  }

  /** Starts an event that says who a person is. */
  public static EventBuilder identify() {
    return new EventBuilder(EventType.IDENTIFY, "");
  }

  /** Starts an event of a web page viewed; the name may be empty. */
  public static EventBuilder page(String name) {
    return new EventBuilder(EventType.PAGE, name);
  }

  /** Starts an event of an app's screen viewed; the name may be empty. */
  public static EventBuilder screen(String name) {
    return new EventBuilder(EventType.SCREEN, name);
  }

  /** Starts an event that puts a person into an organisation; traits are the organisation's. */
  public static EventBuilder group(String groupId) {
    return new EventBuilder(EventType.GROUP, groupId);
  }

  /**
   * Starts an event that says that a previous id and the identifiers added to the builder are the
   * same person's. The previous id may have been an anonymous id or a user id: both are linked.
   */
  public static EventBuilder alias(String previousId) {
    return new EventBuilder(EventType.ALIAS, "")
        .identifier(Identifier.anonymousId(previousId))
        .identifier(Identifier.userId(previousId));
  }

  /**
   * Starts an event by which a person allows or forbids a purpose, such as {@code email.marketing}.
   */
  public static ConsentBuilder consent(String purpose) {
    return new ConsentBuilder(Objects.requireNonNull(purpose, "purpose"));
  }

  /** Returns type, name, source and messageId; no personal data. */
  @Override
  public String toString() {
    return "Event[" + type.key() + " '" + name + "' " + source + "/" + messageId + " " + time + "]";
  }

  /** Whether it is a key is for the identity rules to say; here it only has to be storable. */
  private static void checkText(Identifier identifier) {
    Values.text("identifiers." + identifier.namespace(), identifier.value(), Limits.TEXT_LENGTH);
  }

  private static String required(String field, String value, int limit) {
    if (value.isBlank()) {
      throw new InvalidEventException(ReasonCode.MISSING_FIELD, field, "expected a value");
    }
    return Values.text(field, value, limit);
  }
}

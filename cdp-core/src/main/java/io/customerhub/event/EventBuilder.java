package io.customerhub.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of an {@link Event}. Not thread-safe. Values are checked when the event is
 * built, not before.
 */
public final class EventBuilder {

  private final EventType type;
  private final String name;
  private final List<Identifier> identifiers = new ArrayList<>();
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final Map<String, Object> traits = new LinkedHashMap<>();
  private final Map<String, Object> context = new LinkedHashMap<>();
  private String source = "app";
  private @Nullable String messageId;
  private @Nullable Instant time;

  EventBuilder(EventType type, String name) {
    this.type = type;
    this.name = Objects.requireNonNull(name, "name");
  }

  /** Sets the system that says this; {@code app} if not set. */
  public EventBuilder source(String source) {
    this.source = Objects.requireNonNull(source, "source");
    return this;
  }

  /** Sets the id that makes the event unique within its source; a new one if not set. */
  public EventBuilder messageId(String messageId) {
    this.messageId = Objects.requireNonNull(messageId, "messageId");
    return this;
  }

  /** Sets when it happened; the time of ingestion if not set. */
  public EventBuilder at(Instant time) {
    this.time = Objects.requireNonNull(time, "time");
    return this;
  }

  /** Adds an identifier. */
  public EventBuilder identifier(Identifier identifier) {
    identifiers.add(Objects.requireNonNull(identifier, "identifier"));
    return this;
  }

  /** Adds an e-mail address. */
  public EventBuilder email(String email) {
    return identifier(Identifier.email(email));
  }

  /** Adds a phone number. */
  public EventBuilder phone(String phone) {
    return identifier(Identifier.phone(phone));
  }

  /** Adds a user id of the host's application. */
  public EventBuilder userId(String userId) {
    return identifier(Identifier.userId(userId));
  }

  /** Adds a cookie or installation id. */
  public EventBuilder anonymousId(String anonymousId) {
    return identifier(Identifier.anonymousId(anonymousId));
  }

  /** Adds a loyalty-card number. */
  public EventBuilder loyaltyCard(String number) {
    return identifier(Identifier.loyaltyCard(number));
  }

  /** Sets a property; setting a name again replaces its value. */
  public EventBuilder property(String name, Object value) {
    properties.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, name));
    return this;
  }

  /** Sets properties; see {@link #property}. */
  public EventBuilder properties(Map<String, ?> values) {
    properties.putAll(values);
    return this;
  }

  /** Sets a trait; setting a name again replaces its value. */
  public EventBuilder trait(String name, Object value) {
    traits.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, name));
    return this;
  }

  /** Sets traits; see {@link #trait}. */
  public EventBuilder traits(Map<String, ?> values) {
    traits.putAll(values);
    return this;
  }

  /** Sets entries of the context. */
  public EventBuilder context(Map<String, ?> values) {
    context.putAll(values);
    return this;
  }

  /**
   * Returns the event.
   *
   * @throws IllegalStateException if messageId or time was not set
   * @throws InvalidEventException if a value cannot be part of an event
   */
  public Event build() {
    if (messageId == null || time == null) {
      throw new IllegalStateException(
          "messageId and time have to be set to build an event outside of ingest");
    }
    return build(time, messageId);
  }

  /**
   * Returns the event, with a time and a messageId for the case that none was set.
   *
   * @throws InvalidEventException if a value cannot be part of an event
   */
  public Event build(Instant defaultTime, String defaultMessageId) {
    return new Event(
        type,
        name,
        source,
        messageId == null ? defaultMessageId : messageId,
        time == null ? defaultTime : time,
        identifiers,
        properties,
        traits,
        context);
  }
}

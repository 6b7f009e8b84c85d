package io.customerhub.event;

import java.util.Objects;

/**
 * Collects what a person decided about a purpose; ends in an event. Not thread-safe.
 *
 * <pre>{@code
 * hub.ingest(Event.consent("email.marketing").evidence("signup form, version 3").granted()
 *     .source("web").email("ada@example.com"));
 * }</pre>
 */
public final class ConsentBuilder {

  /** The name of the events that tell of consent, as in the Segment specification. */
  public static final String EVENT_NAME = "Segment Consent Preference Updated";

  /** The property with the purpose. */
  public static final String PURPOSE = "purpose";

  /** The property that is true if the purpose is allowed from then on, and false if not. */
  public static final String GRANTED = "granted";

  /** The property with the channel; absent if all are meant. */
  public static final String CHANNEL = "channel";

  /** The property with the {@link LawfulBasis#key()}. */
  public static final String LAWFUL_BASIS = "lawful_basis";

  /** The property that says how it is known, such as the text that was agreed to. */
  public static final String EVIDENCE = "evidence";

  /** The property with whoever recorded it for the person. */
  public static final String ACTOR = "actor";

  private final EventBuilder event = new EventBuilder(EventType.TRACK, EVENT_NAME);

  ConsentBuilder(String purpose) {
    event.property(PURPOSE, purpose);
    event.property(LAWFUL_BASIS, LawfulBasis.CONSENT.key());
  }

  /** Restricts it to a channel, such as {@code email} or {@code sms}; all channels if not set. */
  public ConsentBuilder channel(String channel) {
    event.property(CHANNEL, channel);
    return this;
  }

  /** Sets why the purpose is allowed; {@link LawfulBasis#CONSENT} if not set. */
  public ConsentBuilder lawfulBasis(LawfulBasis basis) {
    event.property(LAWFUL_BASIS, Objects.requireNonNull(basis, "basis").key());
    return this;
  }

  /** Sets how it is known, such as the text that was agreed to. */
  public ConsentBuilder evidence(String evidence) {
    event.property(EVIDENCE, evidence);
    return this;
  }

  /** Sets who recorded it for the person. */
  public ConsentBuilder by(String actor) {
    event.property(ACTOR, actor);
    return this;
  }

  /** Returns the event that allows the purpose, to be given identifiers, a source and a time. */
  public EventBuilder granted() {
    return event.property(GRANTED, true);
  }

  /** Returns the event that ends the purpose, to be given identifiers, a source and a time. */
  public EventBuilder withdrawn() {
    return event.property(GRANTED, false);
  }
}

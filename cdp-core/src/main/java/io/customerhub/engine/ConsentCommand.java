package io.customerhub.engine;

import io.customerhub.consent.Consent;
import io.customerhub.event.ConsentBuilder;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.LawfulBasis;
import io.customerhub.event.Values;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what recording a consent by hand needs. Not thread-safe. */
public final class ConsentCommand {

  /** The source of consents that were recorded by hand. */
  public static final String SOURCE = "hub";

  private static final int PURPOSE = 128;

  private final Consents consents;
  private final ProfileId profile;
  private final String purpose;
  private final boolean granted;
  private final ConsentBuilder draft;
  private String actor = "unknown";
  private @Nullable Instant at;

  ConsentCommand(Consents consents, ProfileId profile, String purpose, boolean granted) {
    this.consents = consents;
    this.profile = Objects.requireNonNull(profile, "profile");
    this.purpose = Values.text("purpose", purpose, PURPOSE);
    if (purpose.isBlank()) {
      throw new IllegalArgumentException("purpose: expected 1 to 128 characters, not blank");
    }
    this.granted = granted;
    this.draft = Event.consent(purpose);
  }

  /** Restricts it to a channel, such as {@code email}; all channels if not set. */
  public ConsentCommand channel(String channel) {
    draft.channel(channel);
    return this;
  }

  /** Sets why the purpose is allowed; {@link LawfulBasis#CONSENT} if not set. */
  public ConsentCommand lawfulBasis(LawfulBasis basis) {
    draft.lawfulBasis(basis);
    return this;
  }

  /** Sets when the person decided; this instant if not set. */
  public ConsentCommand at(Instant time) {
    this.at = Objects.requireNonNull(time, "time");
    return this;
  }

  /** Sets who records it, in at most 128 characters; {@code unknown} if not set. */
  public ConsentCommand by(String actor) {
    this.actor = Checks.actor(actor);
    return this;
  }

  /** Sets how it is known, such as a call or a letter, in at most 1,000 characters. */
  public ConsentCommand because(String evidence) {
    draft.evidence(Checks.reason(evidence));
    return this;
  }

  /**
   * Records it under the id that was named, and in the audit log.
   *
   * @return what was recorded
   * @throws UnknownProfileException if the id is unknown
   * @throws io.customerhub.event.InvalidEventException if a value cannot be part of an event
   */
  public Consent commit() {
    return consents.commit(this);
  }

  ProfileId profile() {
    return profile;
  }

  String actor() {
    return actor;
  }

  String summary() {
    return purpose + (granted ? " granted" : " withdrawn");
  }

  EventBuilder event() {
    draft.by(actor);
    EventBuilder event = (granted ? draft.granted() : draft.withdrawn()).source(SOURCE);
    return at == null ? event : event.at(at);
  }
}

package io.customerhub.crm.interaction;

import io.customerhub.crm.Channel;
import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.InteractionId;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.deal.Deal;
import io.customerhub.profile.ProfileId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a new {@link Interaction}. Not thread-safe. */
public final class InteractionDraft {

  private final Interactions interactions;
  private final Channel channel;
  private final ProfileId subject;
  private final SortedSet<ProfileId> participants = new TreeSet<>();
  private Direction direction;
  private @Nullable Deal deal;
  private @Nullable Duration duration;
  private @Nullable Instant at;
  private @Nullable String externalId;
  private String summary = "";
  private UserRef by = UserRef.SYSTEM;

  InteractionDraft(
      Interactions interactions, Channel channel, Direction direction, ProfileId subject) {
    this.interactions = interactions;
    this.channel = channel;
    this.direction = direction;
    this.subject = Objects.requireNonNull(subject, "profile");
  }

  /** Says that we spoke to the customer; the default for all but notes. */
  public InteractionDraft outbound() {
    return direction(Direction.OUT);
  }

  /** Says that the customer spoke to us. */
  public InteractionDraft inbound() {
    return direction(Direction.IN);
  }

  /** Sets who spoke to whom. */
  public InteractionDraft direction(Direction who) {
    this.direction = Objects.requireNonNull(who, "direction");
    return this;
  }

  /** Names a further person who took part. */
  public InteractionDraft with(ProfileId profile) {
    participants.add(profile);
    return this;
  }

  /** Says which deal it was about. */
  public InteractionDraft about(Deal deal) {
    this.deal = Objects.requireNonNull(deal, "deal");
    return this;
  }

  /** Sets how long it lasted; at most a year. */
  public InteractionDraft lasting(Duration duration) {
    this.duration = Objects.requireNonNull(duration, "duration");
    return this;
  }

  /** Sets what it was about; at most {@value CrmLimits#NOTE} characters. */
  public InteractionDraft summary(String text) {
    this.summary = Checks.optional("summary", text, CrmLimits.NOTE);
    return this;
  }

  /** Sets when it began; now if not set. */
  public InteractionDraft at(Instant time) {
    this.at = Checks.time("at", time);
    return this;
  }

  /**
   * Sets what another system calls it, such as a Message-ID or call id. Within one channel the same
   * external id is logged once.
   *
   * @throws InvalidRecordException if it is blank or longer than {@value CrmLimits#EXTERNAL_ID}
   *     characters
   */
  public InteractionDraft externalId(String id) {
    this.externalId = Checks.text("externalId", id, CrmLimits.EXTERNAL_ID);
    return this;
  }

  /** Sets who logs it; {@link UserRef#SYSTEM} if not set. */
  public InteractionDraft by(UserRef user) {
    this.by = Objects.requireNonNull(user, "user");
    return this;
  }

  /**
   * Logs the interaction and returns it; returns the one logged before if its channel has the
   * external id already.
   *
   * @throws InvalidRecordException if a value is refused; names the field
   * @throws io.customerhub.engine.UnknownProfileException if it is about somebody whom nobody knows
   */
  public Interaction log() {
    return interactions.log(this);
  }

  UserRef actor() {
    return by;
  }

  Interaction build(Supplier<UUID> ids, Instant now) {
    return new Interaction(
        new InteractionId(externalId == null ? ids.get() : derived(channel, externalId)),
        subject,
        participants,
        Optional.ofNullable(deal).map(Deal::id),
        channel,
        direction,
        at == null ? now : at,
        Optional.ofNullable(duration),
        summary,
        Optional.ofNullable(externalId));
  }

  /** The store keeps ids unique, so two that log the same at once meet there. */
  private static UUID derived(Channel channel, String externalId) {
    return UUID.nameUUIDFromBytes(
        ("interaction\n" + channel + "\n" + externalId).getBytes(StandardCharsets.UTF_8));
  }
}

package io.customerhub.crm.interaction;

import io.customerhub.crm.Channel;
import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.DealId;
import io.customerhub.crm.InteractionId;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One conversation or note. Immutable, and never changed once logged.
 *
 * @param id the interaction's id
 * @param subject the person or organisation it was with, as known then
 * @param participants the people who took part, the subject among them; an address belongs to a
 *     profile, so that it is erased with the person
 * @param deal the deal it was about
 * @param channel by which means
 * @param direction who spoke to whom
 * @param at when it began
 * @param duration how long it lasted; never negative, at most a year
 * @param summary what it was about; may be empty, at most {@value CrmLimits#NOTE} characters
 * @param externalId what another system calls it, such as a Message-ID; unique within the channel
 */
public record Interaction(
    InteractionId id,
    ProfileId subject,
    SortedSet<ProfileId> participants,
    Optional<DealId> deal,
    Channel channel,
    Direction direction,
    Instant at,
    Optional<Duration> duration,
    String summary,
    Optional<String> externalId) {

  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * Checks and copies the parts.
   *
   * @throws InvalidRecordException if a value is not as described
   */
  public Interaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    SortedSet<ProfileId> people = new TreeSet<>(participants);
    people.add(subject);
    participants = Collections.unmodifiableSortedSet(people);
    Checks.size("participants", participants.size(), CrmLimits.PEOPLE);
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(direction, "direction");
    Checks.time("at", at);
    duration.ifPresent(Interaction::requireDuration);
    summary = Checks.optional("summary", summary, CrmLimits.NOTE);
    externalId = externalId.map(text -> Checks.text("externalId", text, CrmLimits.EXTERNAL_ID));
  }

  /** Returns id, channel and direction; no personal data. */
  @Override
  public String toString() {
    return "Interaction[" + id + ", " + channel + " " + direction + "]";
  }

  private static void requireDuration(Duration duration) {
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new InvalidRecordException("lasting", "is from zero to 366 days");
    }
  }
}

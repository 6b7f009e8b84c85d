package io.customerhub.consent;

import io.customerhub.event.LawfulBasis;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * That a person allowed or forbade a purpose at a time. Holds personal data in its evidence; {@link
 * #toString()} does not show it.
 *
 * @param purpose what for, such as {@code email.marketing}
 * @param channel by which channel; empty for all
 * @param granted whether it is allowed from then on
 * @param basis why it is allowed
 * @param at when it was decided
 * @param source the system that said so
 * @param messageId the event that said so
 * @param evidence how it is known; may be empty
 * @param actor who recorded it for the person; empty if the person did
 * @param member the member it was born under
 */
public record Consent(
    String purpose,
    String channel,
    boolean granted,
    LawfulBasis basis,
    Instant at,
    String source,
    String messageId,
    String evidence,
    String actor,
    ProfileId member) {

  /**
   * Later ones win; of two of one time the one that forbids, then the larger messageId, then the
   * larger source, so that the order of arrival never matters.
   */
  public static final Comparator<Consent> LATEST =
      Comparator.comparing(Consent::at)
          .thenComparing(Consent::granted, Comparator.reverseOrder())
          .thenComparing(Consent::messageId)
          .thenComparing(Consent::source);

  /** Checks that the parts are present. */
  public Consent {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(member, "member");
  }

  /** Returns purpose, channel, decision and time; no personal data. */
  @Override
  public String toString() {
    String where = channel.isEmpty() ? "" : " by " + channel;
    return "Consent[" + purpose + where + (granted ? " granted " : " withdrawn ") + at + "]";
  }
}

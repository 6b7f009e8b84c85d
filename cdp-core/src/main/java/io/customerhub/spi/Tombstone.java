package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Objects;

/**
 * What stays of an erased person: that an id was given out, and by whose decision nothing is behind
 * it any more. Holds no personal data, as long as the reason names nobody.
 *
 * @param member the id that facts were born under; never given out again
 * @param profile the canonical id of the profile when it was erased
 * @param at when it was erased
 * @param actor who decided
 * @param reason the actor's words, such as the number of a ticket; may be empty
 */
public record Tombstone(
    ProfileId member, ProfileId profile, Instant at, String actor, String reason) {

  /** Checks that the parts are present. */
  public Tombstone {
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(reason, "reason");
  }
}

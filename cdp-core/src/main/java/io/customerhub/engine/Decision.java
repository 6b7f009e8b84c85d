package io.customerhub.engine;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why the partition is looked at again: a member was born, or a person decided something.
 *
 * @param newborn the member that was born; null if a person decided
 * @param cause the member named as cause in the journal
 * @param actor who
 * @param reason the actor's words
 * @param id the id for the first entry in the journal; null for a new one
 */
record Decision(
    @Nullable Member newborn, ProfileId cause, String actor, String reason, @Nullable UUID id) {

  static final String RULES = "rules";

  static Decision birth(Member newborn) {
    return new Decision(newborn, newborn.id(), RULES, "", null);
  }

  static Decision by(String actor, String reason, ProfileId cause, @Nullable UUID id) {
    return new Decision(null, cause, actor, reason, id);
  }
}

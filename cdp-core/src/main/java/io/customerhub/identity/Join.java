package io.customerhub.identity;

import io.customerhub.profile.ProfileId;
import java.util.List;

/**
 * Why a member belongs to a profile: the step that joined it to another member of it.
 *
 * @param member the younger of the two
 * @param with the older of the two
 * @param evidence what joined them
 * @param actor who decided, or {@code rules}
 */
public record Join(ProfileId member, ProfileId with, List<Evidence> evidence, String actor) {

  /** Copies the evidence. */
  public Join {
    evidence = List.copyOf(evidence);
  }
}

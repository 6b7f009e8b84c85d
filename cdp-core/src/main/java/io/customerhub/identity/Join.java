package io.customerhub.identity;

import io.customerhub.profile.ProfileId;
import java.util.List;

/**
 * Why a member belongs to a profile: the step that joined it to another member of it.
 *
 * @param member the one member
 * @param with the other member
 * @param evidence what joined them
 * @param actor who decided, or {@code rules}
 */
public record Join(ProfileId member, ProfileId with, List<Evidence> evidence, String actor) {

  /** Copies the evidence. */
  public Join {
    evidence = List.copyOf(evidence);
  }

  /** Returns the sum of the evidence's weights, in bits; 0 for a person's decision. */
  public double bits() {
    return evidence.stream().mapToDouble(Evidence::bits).sum();
  }

  /** Returns the same step seen from its other end. */
  public Join turned() {
    return new Join(/* member= */ with, /* with= */ member, evidence, actor);
  }
}

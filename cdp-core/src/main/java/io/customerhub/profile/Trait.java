package io.customerhub.profile;

import java.util.Objects;

/**
 * A shown value and why it is shown.
 *
 * @param claim the claim that won
 * @param member the member whose claim it is
 * @param rule the rule that chose it, in words
 */
public record Trait(Claim claim, ProfileId member, String rule) {

  /** Checks that all parts are present. */
  public Trait {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(rule, "rule");
  }

  /** Returns the value in canonical form. */
  public Object value() {
    return claim.value();
  }
}

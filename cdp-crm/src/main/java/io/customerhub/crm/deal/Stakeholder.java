package io.customerhub.crm.deal;

import io.customerhub.profile.ProfileId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A person with a part in a deal.
 *
 * @param profile the person, as known when it was written
 * @param roles the parts; empty if none was named
 */
public record Stakeholder(ProfileId profile, Set<DealRole> roles) {

  /** Checks and copies the parts. */
  public Stakeholder {
    Objects.requireNonNull(profile, "profile");
    EnumSet<DealRole> sorted = EnumSet.noneOf(DealRole.class);
    sorted.addAll(roles);
    roles = Collections.unmodifiableSet(sorted);
  }
}

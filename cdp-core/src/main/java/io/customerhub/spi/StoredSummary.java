package io.customerhub.spi;

import io.customerhub.profile.EventSummary;
import io.customerhub.profile.ProfileId;
import java.util.Objects;

/**
 * What is kept of the events of one name that were born under a member and removed from the log.
 *
 * @param member the member
 * @param summary what they said
 */
public record StoredSummary(ProfileId member, EventSummary summary) {

  /** Checks that the parts are present. */
  public StoredSummary {
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(summary, "summary");
  }
}

package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * That a profile entered or left a segment. Kept under the id that the profile had then.
 *
 * @param segment the segment's name
 * @param profile the canonical id of that time
 * @param at when
 * @param inside true if it entered
 */
public record MembershipChange(String segment, ProfileId profile, Instant at, boolean inside) {

  /** Earliest first, then by profile, then by segment: whatever differs in these is another one. */
  public static final Comparator<MembershipChange> EARLIEST_FIRST =
      Comparator.comparing(MembershipChange::at)
          .thenComparing(MembershipChange::profile)
          .thenComparing(MembershipChange::segment);

  /** Checks that the parts are present. */
  public MembershipChange {
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(at, "at");
  }
}

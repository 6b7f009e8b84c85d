package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps who is in which segment. */
public interface MembershipStore {

  /** Adds or replaces the row of a segment and profile. */
  void put(Membership membership);

  /** Adds or replaces rows, in one trip where the store can. */
  default void putAll(Collection<Membership> memberships) {
    memberships.forEach(this::put);
  }

  /** Returns the rows of profiles, sorted by profile, then segment. */
  List<Membership> of(Set<ProfileId> profiles);

  /**
   * Returns who is in a segment, in ascending order of profile.
   *
   * @param after the last profile of the page before; null for the first page
   * @param limit the most to return, at least 1
   */
  List<Membership> members(String segment, @Nullable ProfileId after, int limit);

  /** Returns how many profiles are in a segment. */
  long count(String segment);

  /**
   * Returns rows whose {@code nextChange} is at or before an instant, earliest first (then by
   * segment and profile).
   */
  List<Membership> due(Instant until, int limit);

  /** Removes all rows of a profile, as when it was merged into another. */
  void removeProfile(ProfileId profile);

  /** Removes all rows of a segment. */
  void removeSegment(String segment);
}

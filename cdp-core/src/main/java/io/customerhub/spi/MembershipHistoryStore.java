package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps when profiles entered and left segments. Nothing of it changes when profiles are merged or
 * split: a person's history is that of all members.
 */
public interface MembershipHistoryStore {

  /**
   * Adds changes. Where one of the same segment, profile and instant, to the microsecond, is there,
   * the new one takes it back and both are gone: so of any id, in and out take turns.
   */
  void add(Collection<MembershipChange> changes);

  /** Returns all changes of profiles, in the order of {@link MembershipChange#EARLIEST_FIRST}. */
  List<MembershipChange> of(Set<ProfileId> profiles);

  /** Returns the changes of profiles in one segment, in the same order. */
  List<MembershipChange> of(Set<ProfileId> profiles, String segment);

  /**
   * Returns the changes of everybody in a segment, in the same order.
   *
   * @param after the last one of the page before; null for the first page
   * @param limit the most to return, at least 1
   */
  List<MembershipChange> page(String segment, @Nullable MembershipChange after, int limit);

  /** Removes the history of a segment. */
  void removeSegment(String segment);
}

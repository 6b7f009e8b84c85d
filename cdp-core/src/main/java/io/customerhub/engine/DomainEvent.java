package io.customerhub.engine;

import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What listeners are told after the transaction that caused it has committed. */
public sealed interface DomainEvent {

  /** Returns the canonical id of the profile at that time. */
  ProfileId profile();

  /** Returns when it took effect. */
  Instant at();

  /**
   * Somebody new.
   *
   * @param profile the new profile
   * @param at when
   */
  record ProfileCreated(ProfileId profile, Instant at) implements DomainEvent {}

  /**
   * Two profiles became one.
   *
   * @param profile the surviving profile
   * @param absorbed the id that now leads to it
   * @param merge by which to explain or undo it
   * @param at when
   */
  record ProfilesMerged(ProfileId profile, ProfileId absorbed, MergeId merge, Instant at)
      implements DomainEvent {}

  /**
   * One profile became two.
   *
   * @param profile the profile that kept the id
   * @param restored the profile that came back
   * @param at when
   */
  record ProfileSplit(ProfileId profile, ProfileId restored, Instant at) implements DomainEvent {}

  /**
   * A person was erased; nothing is behind these ids any more.
   *
   * @param profile the canonical id
   * @param members all ids of the profile
   * @param at when
   */
  record ProfileErased(ProfileId profile, SortedSet<ProfileId> members, Instant at)
      implements DomainEvent {

    /** Copies the ids. */
    public ProfileErased {
      members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }
  }

  /**
   * A profile entered a segment.
   *
   * @param segment the segment's name
   * @param profile who
   * @param at the instant from which it is in
   * @param reason why, as a tree
   */
  record SegmentEntered(String segment, ProfileId profile, Instant at, Reason reason)
      implements DomainEvent {}

  /**
   * The value of a computed trait that is {@linkplain ComputedTraits#watch watched} changed; read
   * it from the profile.
   *
   * @param trait the trait's name
   * @param profile whose
   * @param at the instant from which it is another one
   */
  record ComputedTraitChanged(String trait, ProfileId profile, Instant at) implements DomainEvent {}

  /**
   * A profile left a segment.
   *
   * @param segment the segment's name
   * @param profile who
   * @param at the instant from which it is out
   * @param reason why, as a tree
   */
  record SegmentLeft(String segment, ProfileId profile, Instant at, Reason reason)
      implements DomainEvent {}
}

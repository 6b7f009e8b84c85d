package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a profile is in a segment, and when time alone may change that.
 *
 * @param segment the segment's name
 * @param profile the canonical id
 * @param inside whether it is in
 * @param since when it last entered or left; {@link EventQuery#MIN} if it never did
 * @param nextChange the earliest instant at which it may flip with no new fact; null if never
 */
public record Membership(
    String segment,
    ProfileId profile,
    boolean inside,
    Instant since,
    @Nullable Instant nextChange) {

  /** Checks that the parts are present. */
  public Membership {
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(since, "since");
  }

  /** Returns the change that led here. */
  public MembershipChange change() {
    return new MembershipChange(segment, profile, since, inside);
  }

  /** Returns the earliest instant at which it may flip with no new fact. */
  public Optional<Instant> due() {
    return Optional.ofNullable(nextChange);
  }
}

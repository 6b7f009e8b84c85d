package io.customerhub.engine;

import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a merge by a person needs. Not thread-safe; nothing happens before commit. */
public final class MergeCommand {

  private final Identities identities;
  private final ProfileId profile;
  private @Nullable ProfileId other;
  private String actor = "unknown";
  private String reason = "";

  MergeCommand(Identities identities, ProfileId profile) {
    this.identities = identities;
    this.profile = Objects.requireNonNull(profile, "profile");
  }

  /** Sets the profile to merge with. */
  public MergeCommand with(ProfileId other) {
    this.other = Objects.requireNonNull(other, "other");
    return this;
  }

  /** Sets who decides, in at most 128 characters; {@code unknown} if not set. */
  public MergeCommand by(String actor) {
    this.actor = Checks.actor(actor);
    return this;
  }

  /** Sets why, in the actor's words, at most 1,000 characters. */
  public MergeCommand because(String reason) {
    this.reason = Checks.reason(reason);
    return this;
  }

  /**
   * Merges the two profiles; the older id stays. An earlier decision to keep the two apart no
   * longer counts.
   *
   * @return by which to explain or undo the merge
   * @throws IllegalStateException if no other profile was set
   * @throws UnknownProfileException if one of them is unknown
   * @throws IdentityDecisionException if they are one profile already
   */
  public MergeId commit() {
    return identities.commit(this);
  }

  ProfileId profile() {
    return profile;
  }

  ProfileId other() {
    if (other == null) {
      throw new IllegalStateException(
          "with(..) has to name the profile to merge " + profile + " with");
    }
    return other;
  }

  String actor() {
    return actor;
  }

  String reason() {
    return reason;
  }
}

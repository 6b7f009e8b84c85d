package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Reason;
import java.util.List;
import java.util.Objects;

/**
 * Whom a condition would hold for. Nothing of it was stored.
 *
 * @param looked how many people were looked at
 * @param members how many of them the condition holds for
 * @param entering how many of these are not in the segment that it was compared with; all, if it
 *     was compared with none
 * @param leaving how many are in that segment and the condition does not hold for them
 * @param memberSample some of the members, those entering among them
 * @param leavingSample some of those leaving
 * @param isComplete whether everybody was looked at; false if the caller stopped it
 */
public record SegmentPreview(
    long looked,
    long members,
    long entering,
    long leaving,
    List<Sample> memberSample,
    List<Sample> leavingSample,
    boolean isComplete) {

  /** Copies the samples. */
  public SegmentPreview {
    memberSample = List.copyOf(memberSample);
    leavingSample = List.copyOf(leavingSample);
  }

  /** What the condition would change for somebody. */
  public enum Movement {
    /** In the segment, and stays. */
    STAYS,
    /** Not in the segment, and would enter. */
    ENTERS,
    /** In the segment, and would leave. */
    LEAVES
  }

  /**
   * Somebody and why the condition holds for them, or does not.
   *
   * @param profile the canonical id
   * @param movement what would change
   * @param reason why, without values of the person
   */
  public record Sample(ProfileId profile, Movement movement, Reason reason) {

    /** Checks that the parts are present. */
    public Sample {
      Objects.requireNonNull(profile, "profile");
      Objects.requireNonNull(movement, "movement");
      Objects.requireNonNull(reason, "reason");
    }
  }
}

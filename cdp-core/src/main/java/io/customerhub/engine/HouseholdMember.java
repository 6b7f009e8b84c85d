package io.customerhub.engine;

import io.customerhub.identity.Evidence;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Objects;

/**
 * Somebody of the same household: one surname and home, unrelated given names.
 *
 * @param profile who
 * @param record the record of this person that shows it
 * @param ownRecord the record of the person asked about that it was compared with
 * @param evidence for and against the two being one person
 */
public record HouseholdMember(
    ProfileId profile, ProfileId record, ProfileId ownRecord, List<Evidence> evidence) {

  /** Checks and copies the parts. */
  public HouseholdMember {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(ownRecord, "ownRecord");
    evidence = List.copyOf(evidence);
  }

  /** Returns the sum of the evidence's weights, in bits. */
  public double bits() {
    return evidence.stream().mapToDouble(Evidence::bits).sum();
  }
}

package io.customerhub.engine;

import io.customerhub.identity.Evidence;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.UUID;

/**
 * Two profiles that resemble each other, but not enough for the rules to decide.
 *
 * @param id by which to accept or reject it
 * @param a the one profile
 * @param b the other profile
 * @param evidence for and against
 */
public record Review(UUID id, ProfileId a, ProfileId b, List<Evidence> evidence) {

  /** Copies the evidence. */
  public Review {
    evidence = List.copyOf(evidence);
  }

  /** Returns the sum of the evidence's weights, in bits. */
  public double bits() {
    return evidence.stream().mapToDouble(Evidence::bits).sum();
  }
}

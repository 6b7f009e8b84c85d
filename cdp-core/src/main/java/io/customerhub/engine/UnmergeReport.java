package io.customerhub.engine;

import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.UUID;

/**
 * What an unmerge did.
 *
 * @param merge the merge that was undone
 * @param kept the profile that kept the id
 * @param restored the profile that came back
 * @param undecided records written for the merged profile that no identifier ties to either side;
 *     they stay where they were written
 */
public record UnmergeReport(
    MergeId merge, ProfileId kept, ProfileId restored, List<RecordRef> undecided) {

  /** Copies the list. */
  public UnmergeReport {
    undecided = List.copyOf(undecided);
  }

  /**
   * Names a record.
   *
   * @param kind what it is
   * @param id its id
   */
  public record RecordRef(String kind, UUID id) {}
}

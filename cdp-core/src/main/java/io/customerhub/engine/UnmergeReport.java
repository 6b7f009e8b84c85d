package io.customerhub.engine;

import io.customerhub.event.Identifier;
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
 * @param shared identifiers that records of both profiles hold now, such as the e-mail address that
 *     had joined them; {@code profiles().find} does not tell by one of these which is meant
 */
public record UnmergeReport(
    MergeId merge,
    ProfileId kept,
    ProfileId restored,
    List<RecordRef> undecided,
    List<Identifier> shared) {

  /** Copies the lists. */
  public UnmergeReport {
    undecided = List.copyOf(undecided);
    shared = List.copyOf(shared);
  }

  /**
   * Names a record.
   *
   * @param kind what it is
   * @param id its id
   */
  public record RecordRef(String kind, UUID id) {}
}

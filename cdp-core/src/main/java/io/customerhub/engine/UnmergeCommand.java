package io.customerhub.engine;

import io.customerhub.profile.MergeId;
import java.util.Objects;

/** Collects what undoing a merge needs. Not thread-safe; nothing happens before commit. */
public final class UnmergeCommand {

  private final Identities identities;
  private final MergeId merge;
  private String actor = "unknown";
  private String reason = "";

  UnmergeCommand(Identities identities, MergeId merge) {
    this.identities = identities;
    this.merge = Objects.requireNonNull(merge, "merge");
  }

  /** Sets who decides, in at most 128 characters; {@code unknown} if not set. */
  public UnmergeCommand by(String actor) {
    this.actor = Checks.actor(actor);
    return this;
  }

  /** Sets why, in the actor's words, at most 1,000 characters. */
  public UnmergeCommand because(String reason) {
    this.reason = Checks.reason(reason);
    return this;
  }

  /**
   * Undoes the merge. Records born before it fall back to where they were; later ones follow their
   * identifiers; the two profiles are kept apart from now on, whatever evidence comes.
   *
   * @throws IdentityDecisionException if there is no such merge, it was undone already, or another
   *     person's decision still holds the two together
   */
  public UnmergeReport commit() {
    return identities.commit(this);
  }

  MergeId merge() {
    return merge;
  }

  String actor() {
    return actor;
  }

  String reason() {
    return reason;
  }
}

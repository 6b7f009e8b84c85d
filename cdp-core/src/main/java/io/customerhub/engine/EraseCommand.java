package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import java.util.Objects;

/** Collects what erasing a person needs. Not thread-safe; nothing happens before commit. */
public final class EraseCommand {

  private final Privacy privacy;
  private final ProfileId profile;
  private String actor = "unknown";
  private String reason = "";
  private boolean sharedRecords;

  EraseCommand(Privacy privacy, ProfileId profile) {
    this.privacy = privacy;
    this.profile = Objects.requireNonNull(profile, "profile");
  }

  /** Sets who decides, in at most 128 characters; {@code unknown} if not set. Stays for ever. */
  public EraseCommand by(String actor) {
    this.actor = Checks.actor(actor);
    return this;
  }

  /**
   * Sets why, in at most 1,000 characters. Stays for ever, so it should be a code or the number of
   * a request, and not name the person.
   */
  public EraseCommand because(String reason) {
    this.reason = Checks.reason(reason);
    return this;
  }

  /**
   * Removes records that are about others too, such as a deal with two stakeholders. If not set,
   * they stay with their text, and the erased one's id in them leads to a tombstone.
   */
  public EraseCommand includingSharedRecords() {
    this.sharedRecords = true;
    return this;
  }

  /**
   * Does everything that {@link #commit} does and takes it back: nothing is kept, nobody is told.
   *
   * @return what a commit would report
   * @throws UnknownProfileException as {@link #commit}
   */
  public ErasureReport preview() {
    return privacy.preview(this);
  }

  /**
   * Erases the person, under all ids of the profile, in one transaction: members, identifiers,
   * values, events, links, memberships, records with every version, and input that was set aside
   * and names an identifier of the person. What stays: the ids as tombstones, entries of the
   * journal and the audit log with ids and without words, and keyed hashes that refuse the person's
   * events.
   *
   * @return what was removed, as a proof
   * @throws ErasedProfileException if the person was erased before
   * @throws UnknownProfileException if the id is unknown
   */
  public ErasureReport commit() {
    return privacy.commit(this);
  }

  ProfileId profile() {
    return profile;
  }

  String actor() {
    return actor;
  }

  String reason() {
    return reason;
  }

  boolean includesSharedRecords() {
    return sharedRecords;
  }
}

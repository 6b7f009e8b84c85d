package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One thing that a person did to what is known of people.
 *
 * @param id ascending in time
 * @param action what was done
 * @param profiles the ids that it was done to; empty where no profile was involved
 * @param actor who did it
 * @param reason the actor's words; may be empty, and is blanked when one of the profiles is erased
 * @param at when
 */
public record AuditEntry(
    UUID id,
    Action action,
    SortedSet<ProfileId> profiles,
    String actor,
    String reason,
    Instant at) {

  /** What can be done. */
  public enum Action {
    /** Two profiles were merged by a person. */
    MERGE,
    /** A merge was undone. */
    UNMERGE,
    /** Two profiles were declared to be of two people. */
    KEEP_APART,
    /** An identifier was declared to be shared: it joins nobody. */
    SHARE_IDENTIFIER,
    /** The declaration that an identifier is shared was taken back. */
    UNSHARE_IDENTIFIER,
    /** What was linked by other models was brought in line with a match model. */
    ADOPT_MODEL,
    /** All that is known of a person was handed out. */
    EXPORT,
    /** The members of a segment were handed out. */
    EXPORT_SEGMENT,
    /** A person was erased. */
    ERASE,
    /** An identifier of somebody erased may be used again. */
    ALLOW_AGAIN,
    /** A consent was granted or withdrawn by hand. */
    CONSENT
  }

  /** Checks and copies the parts. */
  public AuditEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
    profiles = Collections.unmodifiableSortedSet(new TreeSet<>(profiles));
  }

  /** Returns a copy without the actor's words; for stores. */
  public AuditEntry withoutReason() {
    return new AuditEntry(id, action, profiles, actor, "", at);
  }

  /** Returns what was done to which ids, by whom and when; not the actor's words. */
  @Override
  public String toString() {
    return "AuditEntry[" + action + " of " + profiles + " by " + actor + " at " + at + "]";
  }
}

package io.customerhub.spi;

import io.customerhub.identity.Evidence;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One change of who is who: two profiles became one, or one became two.
 *
 * @param id the entry's id; of a merge also its merge id; ascending in time within a profile
 * @param kind what happened
 * @param winner the canonical id that stays
 * @param loser the canonical id that now leads to the winner, or that came back
 * @param cause the member whose birth brought the change about, or the winner where a person did
 * @param evidence why
 * @param actor who: {@code rules}, or the person that decided
 * @param reason the actor's words; may be empty
 * @param at when
 */
public record JournalEntry(
    UUID id,
    Kind kind,
    ProfileId winner,
    ProfileId loser,
    ProfileId cause,
    List<Evidence> evidence,
    String actor,
    String reason,
    Instant at) {

  /** What happened. */
  public enum Kind {
    /** Two profiles became one. */
    MERGE,
    /** One profile became two. */
    SPLIT
  }

  /** Checks and copies the parts. */
  public JournalEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(winner, "winner");
    Objects.requireNonNull(loser, "loser");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
    evidence = List.copyOf(evidence);
  }

  /** Returns a copy that says only which ids, when and by whom; for stores, when one is erased. */
  public JournalEntry blanked() {
    return new JournalEntry(id, kind, winner, loser, cause, List.of(), actor, "", at);
  }
}

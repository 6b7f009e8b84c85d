package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A request to compare a member with others once more.
 *
 * @param id the request's id; requests are worked off in its order
 * @param member the member to look at
 * @param reason why
 * @param at when it was asked for
 */
public record Redo(UUID id, ProfileId member, Reason reason, Instant at) {

  /** Why to look again. */
  public enum Reason {
    /** It was born while others, not seen by then, may have been born too. */
    BORN,
    /** So many members hold one of its look-up keys by now that narrower ones take its place. */
    GENERIC_KEY,
    /** It can be found by narrower keys now, as can others, not seen by then. */
    INDEXED
  }

  /** Checks the parts. */
  public Redo {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
  }
}

package io.customerhub.crm.record;

import io.customerhub.crm.UserRef;
import java.time.Instant;
import java.util.Objects;

/**
 * Who changed what, and when it was recorded.
 *
 * @param actor who
 * @param change what, in words; no free text of users, which belongs into the record itself
 * @param at when it was recorded
 */
public record Stamp(UserRef actor, String change, Instant at) {

  /** Checks that the parts are present. */
  public Stamp {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(at, "at");
  }
}

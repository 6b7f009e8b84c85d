package io.customerhub.crm.contact;

import io.customerhub.crm.UserRef;
import java.time.Instant;
import java.util.Objects;

/**
 * Who looks after somebody.
 *
 * @param user the user
 * @param since since when
 */
public record Ownership(UserRef user, Instant since) {

  /** Checks that the parts are present. */
  public Ownership {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(since, "since");
  }
}

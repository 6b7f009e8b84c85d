package io.customerhub.crm;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Transaction;
import java.util.SortedSet;

/** Knows which profile ids belong to one profile now. Thread-safe. */
@FunctionalInterface
public interface Members {

  /**
   * Returns all ids of the profile that an id belongs to now, the given one among them; only the
   * given one if it is not known.
   */
  SortedSet<ProfileId> members(Transaction tx, ProfileId id);

  /** Returns the id that stands for the profile now: its smallest, which is its oldest. */
  default ProfileId canonical(Transaction tx, ProfileId id) {
    return members(tx, id).first();
  }
}

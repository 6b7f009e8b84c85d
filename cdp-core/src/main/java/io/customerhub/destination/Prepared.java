package io.customerhub.destination;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.Delivery;
import java.util.SortedSet;

/** What is to be done with an entry that is on lease. */
sealed interface Prepared {

  /**
   * It may be delivered.
   *
   * @param delivery what to hand over
   * @param members all ids of the profile
   */
  record Send(Delivery delivery, SortedSet<ProfileId> members) implements Prepared {}

  /** A rule withholds it. */
  record Skip(DeadLetter.Cause cause, String reason) implements Prepared {}

  /** It has to wait: news of the same profile before it failed. */
  record Wait() implements Prepared {}

  /** The person was erased meanwhile, or another process has it now: nothing is left to do. */
  record Drop() implements Prepared {}
}

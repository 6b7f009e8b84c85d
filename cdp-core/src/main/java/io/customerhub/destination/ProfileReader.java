package io.customerhub.destination;

import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.spi.Transaction;
import java.util.List;

/** Shows members that belong together as one profile, computed traits included. Thread-safe. */
@FunctionalInterface
public interface ProfileReader {

  /** Returns the profile of some members, at least one, as a transaction sees it. */
  Profile read(Transaction tx, List<Member> members);
}

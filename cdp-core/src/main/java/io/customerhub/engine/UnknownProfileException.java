package io.customerhub.engine;

import io.customerhub.event.CustomerHubException;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Transaction;
import java.util.Set;

/**
 * Thrown when nobody has a profile id: it was never given out by this hub, or, as an {@link
 * ErasedProfileException}, its person was erased.
 */
public class UnknownProfileException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final transient ProfileId id;

  /** Creates the exception. */
  public UnknownProfileException(ProfileId id) {
    this(id, "no profile has the id " + id + "; was it given out by this hub and tenant?");
  }

  UnknownProfileException(ProfileId id, String message) {
    super(message, null);
    this.id = id;
  }

  /** Returns why there is nobody behind an id: never given out, or erased. */
  public static UnknownProfileException of(Transaction tx, ProfileId id) {
    return tx.erasures().tombstones(Set.of(id)).stream()
        .findFirst()
        .<UnknownProfileException>map(ErasedProfileException::new)
        .orElseGet(() -> new UnknownProfileException(id));
  }

  /** Returns the id. */
  public final ProfileId id() {
    return id;
  }
}

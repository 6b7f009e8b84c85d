package io.customerhub.engine;

import io.customerhub.event.CustomerHubException;
import io.customerhub.profile.ProfileId;

/** Thrown when a profile id was never given out by this hub. */
public final class UnknownProfileException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final transient ProfileId id;

  /** Creates the exception. */
  public UnknownProfileException(ProfileId id) {
    super("no profile has the id " + id + "; was it given out by this hub and tenant?", null);
    this.id = id;
  }

  /** Returns the id. */
  public ProfileId id() {
    return id;
  }
}

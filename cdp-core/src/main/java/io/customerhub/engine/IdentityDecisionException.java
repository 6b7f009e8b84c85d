package io.customerhub.engine;

import io.customerhub.event.CustomerHubException;

/** Thrown when a decision on who is who cannot be carried out; the message says what to do. */
public final class IdentityDecisionException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  IdentityDecisionException(String message) {
    super(message, null);
  }
}

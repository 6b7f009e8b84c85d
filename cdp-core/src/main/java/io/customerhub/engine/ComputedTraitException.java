package io.customerhub.engine;

import io.customerhub.event.CustomerHubException;

/** Thrown when a computed trait cannot be defined or removed; the message says what to do. */
public final class ComputedTraitException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String trait;

  ComputedTraitException(String trait, String message) {
    super("computed trait \"" + trait + "\": " + message, null);
    this.trait = trait;
  }

  /** Returns the trait's name. */
  public String trait() {
    return trait;
  }
}

package io.customerhub.value;

import io.customerhub.event.CustomerHubException;

/** Thrown when there are too few purchases to fit a model; the message says what is missing. */
public final class NoFitException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final long customers;

  NoFitException(String model, String needed, long customers) {
    super(model + " needs " + needed + ", found " + customers, null);
    this.customers = customers;
  }

  /** Returns how many customers there were to fit it to. */
  public long customers() {
    return customers;
  }
}

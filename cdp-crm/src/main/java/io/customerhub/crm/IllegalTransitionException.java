package io.customerhub.crm;

import io.customerhub.event.CustomerHubException;

/** Thrown when a command does not fit the state of its record; names what would be legal. */
public final class IllegalTransitionException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String record;
  private final String command;

  /**
   * Creates the exception.
   *
   * @param record kind and id of the record
   * @param command what was asked for
   * @param message why not, and what is legal instead; no personal data
   */
  public IllegalTransitionException(String record, String command, String message) {
    super("Cannot " + command + " " + record + ": " + message, null);
    this.record = record;
    this.command = command;
  }

  /** Returns kind and id of the record. */
  public String record() {
    return record;
  }

  /** Returns what was asked for. */
  public String command() {
    return command;
  }
}

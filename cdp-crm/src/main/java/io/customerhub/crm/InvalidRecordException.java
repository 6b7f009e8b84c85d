package io.customerhub.crm;

import io.customerhub.event.CustomerHubException;
import java.util.Objects;

/** Thrown when a value cannot be part of a CRM record; names the field. */
public final class InvalidRecordException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Creates the exception.
   *
   * @param field the name of the field
   * @param message what was found and what was expected; no personal data
   */
  public InvalidRecordException(String field, String message) {
    super(Objects.requireNonNull(field, "field") + " " + message, null);
    this.field = field;
  }

  /** Returns the name of the refused field. */
  public String field() {
    return field;
  }
}

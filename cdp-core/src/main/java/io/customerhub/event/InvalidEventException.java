package io.customerhub.event;

import java.util.Objects;

/** Thrown when a value cannot be part of an event; carries the code and the field. */
public final class InvalidEventException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final ReasonCode code;
  private final String field;

  /**
   * Creates the exception.
   *
   * @param code why
   * @param field the path of the field, such as {@code properties.price}
   * @param message what was found and what was expected; no personal data
   */
  public InvalidEventException(ReasonCode code, String field, String message) {
    super(field + ": " + message + " [" + code + "]", null);
    this.code = Objects.requireNonNull(code, "code");
    this.field = field;
  }

  /** Returns why the value was refused. */
  public ReasonCode code() {
    return code;
  }

  /** Returns the path of the refused field. */
  public String field() {
    return field;
  }
}

package io.customerhub.examples.resolve;

/** The command line or the file asks for what cannot be done; the message says so to the user. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Creates one that says what cannot be done. */
  public UsageException(String message) {
    super(message);
  }

  /** Creates one with its cause. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}

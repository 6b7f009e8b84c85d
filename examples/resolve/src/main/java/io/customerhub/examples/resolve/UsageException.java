package io.customerhub.examples.resolve;

/** The command line or the file asks for what cannot be done; the message says so to the user. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.customerhub.examples.benchmarks;

/** The command line asks for what cannot be done; the message says so to the user. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Creates one. */
  public UsageException(String message) {
    super(message);
  }
}

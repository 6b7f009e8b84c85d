package io.customerhub.spi;

import io.customerhub.event.CustomerHubException;

/** Thrown when something was changed by somebody else since it was read. Read again and retry. */
public final class StaleWriteException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final long expected;
  private final long stored;

  /**
   * Creates the exception.
   *
   * @param what kind and id of the thing
   * @param expected the version the writer had read
   * @param stored the version found, or -1 if the thing is not there
   */
  public StaleWriteException(String what, long expected, long stored) {
    super(
        what
            + " was changed since it was read: expected version "
            + expected
            + ", found "
            + (stored < 0 ? "nothing" : "version " + stored)
            + "; read it again and repeat the change",
        null);
    this.what = what;
    this.expected = expected;
    this.stored = stored;
  }

  /** Returns kind and id of the thing. */
  public String what() {
    return what;
  }

  /** Returns the version that the writer had read. */
  public long expected() {
    return expected;
  }

  /** Returns the version found, or -1 if the thing is not there. */
  public long stored() {
    return stored;
  }
}

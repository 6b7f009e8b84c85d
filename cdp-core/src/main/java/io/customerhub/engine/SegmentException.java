package io.customerhub.engine;

import io.customerhub.event.CustomerHubException;

/** Thrown when a segment cannot be defined, or is not there; the message says what to do. */
public final class SegmentException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String segment;

  SegmentException(String segment, String message) {
    super("segment \"" + segment + "\": " + message, null);
    this.segment = segment;
  }

  /** Returns the segment's name. */
  public String segment() {
    return segment;
  }
}

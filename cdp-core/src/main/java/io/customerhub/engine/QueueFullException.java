package io.customerhub.engine;

import io.customerhub.event.CustomerHubException;

/** Thrown when an {@link IngestQueue} had no room for an event in time; it was not taken. */
public final class QueueFullException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  QueueFullException(String message) {
    super(message, null);
  }
}

package io.customerhub.spi;

import io.customerhub.event.CustomerHubException;
import org.jspecify.annotations.Nullable;

/** Thrown when a store fails for a reason of its own: no connection, no space, a broken schema. */
public class StorageException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was being done and what to do; no personal data
   * @param cause the store's own exception, or null
   */
  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

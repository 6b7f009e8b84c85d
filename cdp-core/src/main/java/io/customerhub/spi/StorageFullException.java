package io.customerhub.spi;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a store has no space left. Nothing of the transaction was done, and everything that
 * was committed before is there; once there is space, the same call can be made again.
 */
public final class StorageFullException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was being done; no personal data
   * @param cause the store's own exception, or null
   */
  public StorageFullException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

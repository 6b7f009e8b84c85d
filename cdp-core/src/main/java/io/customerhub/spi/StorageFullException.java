package io.customerhub.spi;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a store has no space left. Everything that was committed before is there. Nothing of
 * the transaction was done, unless it was its commit that failed: whether that was done is not
 * known. Once there is space the same call can be made again; an event that is known by then is a
 * duplicate.
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

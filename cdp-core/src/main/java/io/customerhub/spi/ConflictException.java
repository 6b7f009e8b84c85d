package io.customerhub.spi;

import org.jspecify.annotations.Nullable;

/** Thrown when a concurrent transaction was first; the transaction can be run again. */
public final class ConflictException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message on what the two met; no personal data
   * @param cause the store's own exception, or null
   */
  public ConflictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

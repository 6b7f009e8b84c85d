package io.customerhub.storage.jdbc;

import io.customerhub.spi.StorageException;

/** The connection broke before the commit: nothing was kept, and another one may do. */
final class LostConnectionException extends StorageException {

  private static final long serialVersionUID = 1L;

  LostConnectionException(String message, Throwable cause) {
    super(message, cause);
  }
}

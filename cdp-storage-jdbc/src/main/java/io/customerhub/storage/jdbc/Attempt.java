package io.customerhub.storage.jdbc;

import io.customerhub.spi.AfterCommit;
import io.customerhub.spi.StorageException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transaction that either has been done, or has failed for good. */
record Attempt<T extends @Nullable Object>(
    @Nullable Committed<T> committed, @Nullable StorageException failure) {

  Committed<T> orThrow() {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(committed);
  }

  /** A transaction that has been done, and what is to be run then. */
  record Committed<T extends @Nullable Object>(T result, AfterCommit afterCommit) {}
}

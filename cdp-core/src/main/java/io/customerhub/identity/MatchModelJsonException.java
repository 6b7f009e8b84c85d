package io.customerhub.identity;

import io.customerhub.event.CustomerHubException;
import org.jspecify.annotations.Nullable;

/** Thrown when a JSON text is no match model; says where and what was expected. */
public final class MatchModelJsonException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String path;

  MatchModelJsonException(String path, String message, @Nullable Throwable cause) {
    super(path + ": " + message, cause);
    this.path = path;
  }

  /** Returns the path of the refused value, such as {@code $.weights.email_exact.bits}. */
  public String path() {
    return path;
  }
}

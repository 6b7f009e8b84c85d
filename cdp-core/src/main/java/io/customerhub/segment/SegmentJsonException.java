package io.customerhub.segment;

import io.customerhub.event.CustomerHubException;
import org.jspecify.annotations.Nullable;

/** Thrown when a JSON text is no condition; says where and what was expected. */
public final class SegmentJsonException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String path;

  SegmentJsonException(String path, String message, @Nullable Throwable cause) {
    super(path + ": " + message, cause);
    this.path = path;
  }

  /** Returns the path of the refused value, such as {@code $.all[1].window.last}. */
  public String path() {
    return path;
  }
}

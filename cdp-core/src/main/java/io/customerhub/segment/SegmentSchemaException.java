package io.customerhub.segment;

import io.customerhub.event.CustomerHubException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a condition names what a {@link Schema} does not know, or tests it as another type.
 */
public final class SegmentSchemaException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final @Nullable String suggestion;

  SegmentSchemaException(String name, String message, @Nullable String suggestion) {
    super(message + (suggestion == null ? "" : "; did you mean \"" + suggestion + "\"?"), null);
    this.name = name;
    this.suggestion = suggestion;
  }

  /** Returns the name that is wrong. */
  public String name() {
    return name;
  }

  /** Returns the known name that may have been meant. */
  public Optional<String> suggestion() {
    return Optional.ofNullable(suggestion);
  }
}

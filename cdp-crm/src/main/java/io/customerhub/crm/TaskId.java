package io.customerhub.crm;

import java.util.Objects;
import java.util.UUID;

/**
 * The id of a task.
 *
 * @param value the id; time-ordered as UUID version 7 where the library makes it
 */
public record TaskId(UUID value) {

  /** Checks that the value is present. */
  public TaskId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Returns the id written as text.
   *
   * @throws IllegalArgumentException if the text is no UUID
   */
  public static TaskId of(String text) {
    return new TaskId(UUID.fromString(text));
  }

  /** Returns the UUID in its usual text form. */
  @Override
  public String toString() {
    return value.toString();
  }
}

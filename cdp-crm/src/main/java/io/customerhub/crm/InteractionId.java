package io.customerhub.crm;

import java.util.Objects;
import java.util.UUID;

/**
 * The id of an interaction.
 *
 * @param value the id; time-ordered, or derived from the external id where there is one
 */
public record InteractionId(UUID value) {

  /** Checks that the value is present. */
  public InteractionId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Returns the id written as text.
   *
   * @throws IllegalArgumentException if the text is no UUID
   */
  public static InteractionId of(String text) {
    return new InteractionId(UUID.fromString(text));
  }

  /** Returns the UUID in its usual text form. */
  @Override
  public String toString() {
    return value.toString();
  }
}

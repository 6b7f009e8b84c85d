package io.customerhub.crm;

import java.util.Objects;
import java.util.UUID;

/**
 * The id of a deal.
 *
 * @param value the id; time-ordered as UUID version 7 where the library makes it
 */
public record DealId(UUID value) {

  /** Checks that the value is present. */
  public DealId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Returns the id written as text.
   *
   * @throws IllegalArgumentException if the text is no UUID
   */
  public static DealId of(String text) {
    return new DealId(UUID.fromString(text));
  }

  /** Returns the UUID in its usual text form. */
  @Override
  public String toString() {
    return value.toString();
  }
}

package io.customerhub.engine;

import io.customerhub.event.Limits;
import io.customerhub.event.Values;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Which events are purchases, and which days are looked at.
 *
 * @param event the event's name, such as {@code Order Completed}; at most 256 characters
 * @param amount the property with the amount, such as {@code revenue}, at most 256 characters;
 *     events without a number there do not take part
 * @param asOf the last day that is looked at, in the engine's zone
 * @param days how many days are looked at, that day included; from 1 to 36,525
 */
public record RfmQuery(String event, String amount, LocalDate asOf, int days) {

  private static final int CENTURY = 36_525;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the days are out of range
   * @throws io.customerhub.event.InvalidEventException if a name is none of an event
   */
  public RfmQuery {
    event = Values.text("event", event, Limits.NAME_LENGTH);
    amount = Values.text("amount", amount, Limits.NAME_LENGTH);
    Objects.requireNonNull(asOf, "asOf");
    if (days < 1 || days > CENTURY) {
      throw new IllegalArgumentException("days: " + days + ", expected 1 to " + CENTURY);
    }
  }
}

package io.customerhub.engine;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Which events are purchases, and how they are summed up.
 *
 * @param event the event's name, such as {@code Order Completed}
 * @param amount the property with the amount, such as {@code revenue}; events without a number
 *     there do not take part
 * @param asOf the last day that is looked at
 * @param daysPerPeriod the length of the periods in which times are counted, at least 1
 */
public record PurchaseQuery(String event, String amount, LocalDate asOf, int daysPerPeriod) {

  private static final int WEEK = 7;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the length of a period is below 1
   */
  public PurchaseQuery {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(asOf, "asOf");
    if (daysPerPeriod < 1) {
      throw new IllegalArgumentException("daysPerPeriod: " + daysPerPeriod + ", at least 1");
    }
  }

  /** Returns a query that counts in weeks. */
  public static PurchaseQuery inWeeks(String event, String amount, LocalDate asOf) {
    return new PurchaseQuery(event, amount, asOf, WEEK);
  }
}

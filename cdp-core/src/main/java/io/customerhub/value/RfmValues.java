package io.customerhub.value;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What is scored of a customer.
 *
 * @param days how many days before the last day that is looked at the last purchase was
 * @param count how many purchases there were, at least 1
 * @param amount for how much, refunds taken off
 */
public record RfmValues(long days, long count, BigDecimal amount) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the days are negative or there is no purchase
   */
  public RfmValues {
    Objects.requireNonNull(amount, "amount");
    if (days < 0 || count < 1) {
      throw new IllegalArgumentException(days + " days since the last of " + count + " purchases");
    }
  }

  /** Returns days and count; never the amount. */
  @Override
  public String toString() {
    return "RfmValues[" + days + " days, " + count + " purchases]";
  }
}

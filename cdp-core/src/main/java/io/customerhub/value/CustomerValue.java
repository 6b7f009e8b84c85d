package io.customerhub.value;

import java.util.Objects;

/**
 * What customers are likely to be worth: how many purchases, times how large. Immutable.
 *
 * @param purchases the model of how many
 * @param amounts the model of how large
 */
public record CustomerValue(BetaGeometric purchases, GammaGamma amounts) {

  /** Checks that both models are there. */
  public CustomerValue {
    Objects.requireNonNull(purchases, "purchases");
    Objects.requireNonNull(amounts, "amounts");
  }

  /**
   * Returns what is to be expected of a customer in the time to come.
   *
   * @param periods how long
   * @throws IllegalArgumentException if it is out of range, see {@link
   *     BetaGeometric#expectedPurchases(PurchaseSummary, double)}
   * @throws IllegalStateException if amounts have no average
   */
  public double expectedValue(PurchaseSummary customer, double periods) {
    return expectedValue(customer, 1, periods, 0);
  }

  /**
   * Returns the same with later amounts discounted: each of the steps at its end.
   *
   * @param steps how many steps to take, at least 1
   * @param periods how long each of them is
   * @param discount by how much money is worth less after each step, such as 0.01; from 0 on
   * @throws IllegalArgumentException if a number is out of range
   * @throws IllegalStateException if amounts have no average
   */
  public double expectedValue(
      PurchaseSummary customer, int steps, double periods, double discount) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps: " + steps + ", expected at least 1");
    }
    Numbers.notNegative("discount", discount);
    double sum = 0;
    double before = 0;
    for (int step = 1; step <= steps; step++) {
      double until = purchases.expectedPurchases(customer, step * periods);
      sum += (until - before) / Math.pow(1 + discount, step);
      before = until;
    }
    return sum * amounts.expectedValue(customer);
  }
}

package io.customerhub.value;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How a customer's purchases foretell later ones: which events are looked at, and the models.
 * Unlike a score, what it tells goes on with the days. Immutable.
 *
 * @param event the name of the events that are purchases
 * @param amount the property with the amount; events without a number there do not take part
 * @param asOf the last day of what the models were fitted to
 * @param daysPerPeriod the length of the periods that the models count in, at least 1
 * @param models the models
 */
public record PredictionModel(
    String event, String amount, LocalDate asOf, int daysPerPeriod, CustomerValue models) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the length of a period is below 1
   */
  public PredictionModel {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(models, "models");
    if (daysPerPeriod < 1) {
      throw new IllegalArgumentException("daysPerPeriod: " + daysPerPeriod + ", at least 1");
    }
  }

  /** Returns the probability that a customer has not stopped. */
  public double probabilityAlive(PurchaseSummary customer) {
    return models.purchases().probabilityActive(customer);
  }

  /**
   * Returns how many days with a purchase are to be expected; further ahead than {@link
   * BetaGeometric#FARTHEST} allows, as many as up to there.
   *
   * @param days how many days to look ahead, from 0 on
   */
  public double purchases(PurchaseSummary customer, int days) {
    return models.purchases().expectedPurchases(customer, periods(customer, days));
  }

  /**
   * Returns what these purchases are likely to be worth; empty if amounts vary so much that they
   * have no average.
   *
   * @param days how many days to look ahead, from 0 on
   */
  public OptionalDouble value(PurchaseSummary customer, int days) {
    return models.amounts().q() > 1
        ? OptionalDouble.of(models.expectedValue(customer, periods(customer, days)))
        : OptionalDouble.empty();
  }

  private double periods(PurchaseSummary customer, int days) {
    double most = BetaGeometric.FARTHEST * (models.purchases().alpha() + customer.age());
    return Math.min((double) days / daysPerPeriod, most);
  }
}

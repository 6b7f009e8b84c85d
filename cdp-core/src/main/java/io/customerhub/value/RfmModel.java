package io.customerhub.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * How recency, frequency and monetary value are scored: which events are looked at, up to which
 * day, and where the scores begin. As the day is part of it, a score stays what it is until the
 * next model, but for facts that come to be known later about the time before that day.
 *
 * @param event the name of the events that are purchases
 * @param amount the property with the amount; events without a number there do not take part
 * @param asOf the last day that is looked at
 * @param days how many days are looked at, that day included; at least 1
 * @param breaks where one score ends and the next begins
 */
public record RfmModel(String event, String amount, LocalDate asOf, int days, RfmBreaks breaks) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if no day is looked at
   */
  public RfmModel {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(breaks, "breaks");
    if (days < 1) {
      throw new IllegalArgumentException("days: " + days + ", expected at least 1");
    }
  }

  /**
   * Returns what is scored of a customer. Refunds lower the amount but are no purchases.
   *
   * @param purchases in any order; those on other days are passed over
   * @param asOf the last day that is looked at
   * @param days how many days are looked at
   * @param zone whose days count
   * @return the values; empty if nothing was bought
   */
  public static Optional<RfmValues> values(
      Collection<Purchase> purchases, LocalDate asOf, int days, ZoneId zone) {
    long least = Long.MAX_VALUE;
    long count = 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (Purchase purchase : purchases) {
      long ago = ChronoUnit.DAYS.between(purchase.at().atZone(zone).toLocalDate(), asOf);
      if (ago >= 0 && ago < days) {
        sum = sum.add(purchase.amount());
        if (purchase.amount().signum() >= 0) {
          count++;
          least = Math.min(least, ago);
        }
      }
    }
    return count == 0 ? Optional.empty() : Optional.of(new RfmValues(least, count, sum));
  }

  /**
   * Returns the scores of a customer; empty if nothing was bought.
   *
   * @param purchases in any order; those on other days are passed over
   * @param zone whose days count
   */
  public Optional<RfmScore> score(Collection<Purchase> purchases, ZoneId zone) {
    return values(purchases, asOf, days, zone).map(breaks::score);
  }
}

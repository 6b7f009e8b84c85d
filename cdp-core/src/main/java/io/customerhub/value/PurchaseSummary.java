package io.customerhub.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the models need to know of a customer's purchases, in the terms of Fader, Hardie and
 * Lee. Times are counted in periods, such as weeks, of any length that is the same for all
 * customers.
 *
 * @param frequency x: on how many days there was a purchase, after the first such day
 * @param recency t_x: from the first purchase to the last; 0 exactly if the frequency is
 * @param age T: from the first purchase to the end of what is looked at
 * @param monetaryValue the average amount of a day with a purchase, the first one left out; 0 if
 *     the frequency is
 */
public record PurchaseSummary(long frequency, double recency, double age, double monetaryValue) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is negative or no finite number, the recency is above
   *     the age, or there is a recency or value without a repeated purchase
   */
  public PurchaseSummary {
    Numbers.notNegative("frequency", (double) frequency);
    Numbers.notNegative("recency", recency);
    Numbers.notNegative("age", age);
    Numbers.notNegative("monetaryValue", monetaryValue);
    if (recency > age) {
      throw new IllegalArgumentException(
          "recency " + recency + " is beyond the age of " + age + "; both start with the first");
    }
    if ((frequency == 0) != (recency == 0) || (frequency == 0 && monetaryValue > 0)) {
      throw new IllegalArgumentException(
          "recency " + recency + " and frequency " + frequency + " contradict each other");
    }
  }

  /**
   * Sums up purchases. Those of one day count as one; a day on which more was refunded than paid is
   * none, and a refund on another day lowers nothing but that day's amount.
   *
   * @param purchases the purchases of one customer in any order; later ones than {@code asOf} are
   *     not looked at
   * @param asOf the last day that is looked at
   * @param zone whose days count
   * @param daysPerPeriod the length of a period, such as 7 for weeks; at least 1
   * @return the summary; empty if there was no purchase
   */
  public static Optional<PurchaseSummary> of(
      Collection<Purchase> purchases, LocalDate asOf, ZoneId zone, int daysPerPeriod) {
    if (daysPerPeriod < 1) {
      throw new IllegalArgumentException("daysPerPeriod: " + daysPerPeriod + ", at least 1");
    }
    SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
    purchases.forEach(one -> days.merge(day(one.at(), zone), one.amount(), BigDecimal::add));
    days.tailMap(asOf.plusDays(1)).clear();
    days.values().removeIf(amount -> amount.signum() < 0);
    return days.isEmpty() ? Optional.empty() : Optional.of(of(days, asOf, daysPerPeriod));
  }

  private static PurchaseSummary of(
      SortedMap<LocalDate, BigDecimal> days, LocalDate asOf, double daysPerPeriod) {
    LocalDate first = days.firstKey();
    int repeated = days.size() - 1;
    BigDecimal sum = days.values().stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new PurchaseSummary(
        repeated,
        ChronoUnit.DAYS.between(first, days.lastKey()) / daysPerPeriod,
        ChronoUnit.DAYS.between(first, asOf) / daysPerPeriod,
        repeated == 0 ? 0 : sum.doubleValue() / repeated);
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }

  /** Returns frequency and times; never what was paid. */
  @Override
  public String toString() {
    return "PurchaseSummary[x " + frequency + ", t_x " + recency + ", T " + age + "]";
  }
}

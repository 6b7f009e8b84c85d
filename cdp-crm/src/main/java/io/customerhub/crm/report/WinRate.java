package io.customerhub.crm.report;

import io.customerhub.crm.Money;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The share of decided deals that were won; abandoned deals were not decided and do not count.
 *
 * <p>The interval is the score interval at 95 %, from E. B. Wilson, "Probable Inference, the Law of
 * Succession, and Statistical Inference", Journal of the American Statistical Association 22
 * (1927), 209-212. It stays within 0 and 1 and is of use for few deals too.
 *
 * @param won how many were won
 * @param lost how many were lost
 * @param wonAmounts what the won ones are worth, by currency
 */
public record WinRate(long won, long lost, SortedMap<String, Money> wonAmounts) {

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public WinRate {
    if (won < 0 || lost < 0) {
      throw new IllegalArgumentException("won and lost cannot be negative: " + won + ", " + lost);
    }
    wonAmounts = Collections.unmodifiableSortedMap(new TreeMap<>(wonAmounts));
  }

  /** Returns the number of decided deals. */
  public long closed() {
    return won + lost;
  }

  /** Returns won / (won + lost), 0 to 1; not a number if none was decided. */
  public double rate() {
    return (double) won / closed();
  }

  /** Returns the lower end of the interval; 0 if none was decided. */
  public double low() {
    return closed() == 0 ? 0 : Math.max(0, centre() - halfWidth());
  }

  /** Returns the upper end of the interval; 1 if none was decided. */
  public double high() {
    return closed() == 0 ? 1 : Math.min(1, centre() + halfWidth());
  }

  private double centre() {
    double n = closed();
    return (rate() + Z * Z / (2 * n)) / (1 + Z * Z / n);
  }

  private double halfWidth() {
    double n = closed();
    double spread = rate() * (1 - rate()) / n + Z * Z / (4 * n * n);
    return Z * Math.sqrt(spread) / (1 + Z * Z / n);
  }
}

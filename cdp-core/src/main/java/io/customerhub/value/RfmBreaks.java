package io.customerhub.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Where one score ends and the next begins: four values for each, ascending. Equal values get equal
 * scores, whatever the breaks and however many customers have them.
 *
 * <table>
 * <caption>Scores by the breaks b1 to b4</caption>
 * <tr><th>score</th><th>recency, in days</th><th>frequency, monetary</th></tr>
 * <tr><td>5</td><td>up to b1</td><td>above b4</td></tr>
 * <tr><td>4</td><td>up to b2</td><td>above b3</td></tr>
 * <tr><td>3</td><td>up to b3</td><td>above b2</td></tr>
 * <tr><td>2</td><td>up to b4</td><td>above b1</td></tr>
 * <tr><td>1</td><td>above b4</td><td>up to b1</td></tr>
 * </table>
 *
 * @param recency days since the last purchase
 * @param frequency numbers of purchases
 * @param monetary amounts
 */
public record RfmBreaks(
    List<BigDecimal> recency, List<BigDecimal> frequency, List<BigDecimal> monetary) {

  private static final int BREAKS = RfmScore.BEST - 1;

  /**
   * Checks and copies the breaks.
   *
   * @throws IllegalArgumentException if there are not four of each, in ascending order; neighbours
   *     may be equal
   */
  public RfmBreaks {
    recency = checked("recency", recency);
    frequency = checked("frequency", frequency);
    monetary = checked("monetary", monetary);
  }

  /** Returns breaks of whole numbers. */
  public static RfmBreaks of(
      List<Integer> recency, List<Integer> frequency, List<Integer> monetary) {
    return new RfmBreaks(decimals(recency), decimals(frequency), decimals(monetary));
  }

  /**
   * Returns the quintiles of a population: the break k is the smallest value that at least k fifths
   * of the customers do not exceed. Does not depend on their order.
   *
   * @throws NoFitException if there is no customer
   */
  public static RfmBreaks quintiles(Collection<RfmValues> customers) {
    if (customers.isEmpty()) {
      throw new NoFitException("an RFM score", "at least 1 customer who bought", 0);
    }
    return new RfmBreaks(
        quintiles(customers, one -> BigDecimal.valueOf(one.days())),
        quintiles(customers, one -> BigDecimal.valueOf(one.count())),
        quintiles(customers, RfmValues::amount));
  }

  /** Returns the scores of a customer. */
  public RfmScore score(RfmValues customer) {
    return new RfmScore(
        RfmScore.BEST - exceeded(recency, BigDecimal.valueOf(customer.days())),
        1 + exceeded(frequency, BigDecimal.valueOf(customer.count())),
        1 + exceeded(monetary, customer.amount()));
  }

  private static int exceeded(List<BigDecimal> breaks, BigDecimal value) {
    return (int) breaks.stream().filter(one -> value.compareTo(one) > 0).count();
  }

  private static List<BigDecimal> quintiles(
      Collection<RfmValues> customers, Function<RfmValues, BigDecimal> value) {
    List<BigDecimal> sorted =
        customers.stream().map(value).sorted(Comparator.naturalOrder()).toList();
    List<BigDecimal> breaks = new ArrayList<>();
    for (long k = 1; k <= BREAKS; k++) {
      breaks.add(sorted.get((int) ((k * sorted.size() + BREAKS) / RfmScore.BEST) - 1));
    }
    return breaks;
  }

  private static List<BigDecimal> decimals(List<Integer> numbers) {
    return numbers.stream().map(BigDecimal::valueOf).toList();
  }

  private static List<BigDecimal> checked(String name, List<BigDecimal> breaks) {
    List<BigDecimal> kept = List.copyOf(breaks);
    if (kept.size() != BREAKS || !kept.equals(kept.stream().sorted().toList())) {
      throw new IllegalArgumentException(
          name + ": " + kept + ", expected " + BREAKS + " numbers in ascending order");
    }
    return kept;
  }
}

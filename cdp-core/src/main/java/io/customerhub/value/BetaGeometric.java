package io.customerhub.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The BG/NBD model: how many purchases are to be expected of a customer. While active, a customer
 * buys at a rate of her own; after each purchase she may stop for good, with a probability of her
 * own. Rates are gamma distributed over customers, the probabilities beta distributed. Immutable.
 *
 * <p>Fader, Hardie and Lee, "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD
 * Model", Marketing Science 24 (2005). Somebody who bought once is active in this model for ever:
 * nobody stops but after a repeated purchase.
 *
 * @param r the shape of the distribution of rates
 * @param alpha its scale, in periods
 * @param a the first parameter of the distribution of the probability to stop
 * @param b the second one
 */
public record BetaGeometric(double r, double alpha, double a, double b) {

  /** Longest time to look ahead, as a multiple of {@code alpha + age}. */
  public static final double FARTHEST = 10_000;

  private static final String NAME = "the BG/NBD model";

  /** Nearer to 1 than this, a division by a - 1 would cost more digits than moving a does. */
  private static final double NEAR_ONE = 1e-7;

  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if one is not a positive number
   */
  public BetaGeometric {
    Numbers.positive("r", r);
    Numbers.positive("alpha", alpha);
    Numbers.positive("a", a);
    Numbers.positive("b", b);
  }

  /**
   * Fits the model to customers by maximum likelihood. Those that never came back take part: leave
   * none out. Deterministic, whatever the order.
   *
   * @throws NoFitException if there are fewer than {@value Fit#FEWEST} customers, or none of them
   *     ever came back
   */
  public static Fit<BetaGeometric> fit(Collection<PurchaseSummary> customers) {
    if (customers.size() < Fit.FEWEST) {
      throw new NoFitException(NAME, "at least " + Fit.FEWEST + " customers", customers.size());
    }
    if (customers.stream().noneMatch(one -> one.frequency() > 0)) {
      throw new NoFitException(NAME, "at least 1 customer who came back", 0);
    }
    // In the order of a map, so that sums are rounded alike whatever the order they came in.
    Map<List<Double>, Integer> alike = new TreeMap<>(Keys.ORDER);
    customers.forEach(
        one ->
            alike.merge(
                List.of((double) one.frequency(), one.recency(), one.age()), 1, Integer::sum));
    double scale = customers.stream().mapToDouble(PurchaseSummary::age).max().orElse(0) / 10;
    double unit = scale > 0 ? scale : 1;
    double[] best =
        new NelderMead(logs -> Fit.isAllowed(logs) ? -of(logs, unit).sum(alike) : Double.MAX_VALUE)
            .minimum(0, 0, 0, 0);
    BetaGeometric model = of(best, unit);
    return new Fit<>(model, model.sum(alike), customers.size(), Fit.isDetermined(best));
  }

  private static BetaGeometric of(double[] logs, double unit) {
    return new BetaGeometric(
        Math.exp(logs[0]), unit * Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
  }

  /** Returns the logarithm of the likelihood of a customer's purchases. */
  public double logLikelihood(PurchaseSummary customer) {
    double x = customer.frequency();
    return logBought(x) + logActive(x, customer.recency(), customer.age());
  }

  /**
   * Returns the probability that a customer has not stopped; 1 for one who never came back, see
   * above.
   */
  public double probabilityActive(PurchaseSummary customer) {
    return customer.frequency() == 0
        ? 1
        : 1
            / (1
                + Math.exp(
                    logOdds((double) customer.frequency(), customer.recency(), customer.age())));
  }

  /**
   * Returns how many purchases are to be expected of a customer in the time to come.
   *
   * @param periods how long, from the end of the customer's age on
   * @throws IllegalArgumentException if it is negative, or beyond {@value #FARTHEST} times the age
   *     and alpha
   */
  public double expectedPurchases(PurchaseSummary customer, double periods) {
    return probabilityActive(customer)
        * expected((double) customer.frequency(), alpha + customer.age(), periods);
  }

  /**
   * Returns how many purchases, after the first, are to be expected of somebody new.
   *
   * @param periods how long, from the first purchase on
   * @throws IllegalArgumentException if it is negative, or beyond {@value #FARTHEST} times alpha
   */
  public double expectedPurchases(double periods) {
    return expected(0, alpha, periods);
  }

  /** Keys come sorted, so those of one frequency stand together and share what depends on it. */
  private double sum(Map<List<Double>, Integer> alike) {
    double sum = 0;
    double before = Double.NaN;
    double bought = 0;
    for (Map.Entry<List<Double>, Integer> entry : alike.entrySet()) {
      List<Double> one = entry.getKey();
      double x = one.get(0);
      if (x != before) {
        bought = logBought(x);
        before = x;
      }
      sum += entry.getValue() * (bought + logActive(x, one.get(1), one.get(2)));
    }
    return sum;
  }

  private double logBought(double x) {
    return Numbers.logGamma(r + x)
        - Numbers.logGamma(r)
        + r * Math.log(alpha)
        + Numbers.logGamma(a + b)
        - Numbers.logGamma(a + b + x)
        + Numbers.logGamma(b + x)
        - Numbers.logGamma(b);
  }

  /** Either active to the end, or stopped with the last purchase. */
  private double logActive(double x, double recency, double age) {
    double active = -(r + x) * Math.log(alpha + age);
    return x == 0 ? active : Numbers.logSum(active, active + logOdds(x, recency, age));
  }

  /** Returns the logarithm of the odds that a customer who came back has stopped. */
  private double logOdds(double x, double recency, double age) {
    return Math.log(a)
        - Math.log(b + x - 1)
        + (r + x) * (Math.log(alpha + age) - Math.log(alpha + recency));
  }

  /**
   * Of a customer who is active. The formula is {@code c / (a - 1) (1 - w 2F1(r + x, b + x; c; z))}
   * with {@code c = a + b + x - 1}, written so that c may be 0.
   */
  private double expected(double x, double since, double periods) {
    Numbers.notNegative("periods", periods);
    if (periods > FARTHEST * since) {
      throw new IllegalArgumentException(
          "periods: " + periods + ", at most " + FARTHEST * since + " for this customer");
    }
    if (periods == 0) {
      return 0;
    }
    double first = Math.abs(a - 1) < NEAR_ONE ? 1 + NEAR_ONE : a;
    double c = first + b + x - 1;
    double logW = -(r + x) * Math.log1p(periods / since);
    double tail = Numbers.logTail(r + x, b + x, c, periods / (since + periods));
    return Math.max(0, (-c * Math.expm1(logW) - Math.exp(logW + tail)) / (first - 1));
  }
}

package io.customerhub.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gamma-gamma model: what the average purchase of a customer is likely to be worth, when only
 * some were seen. Amounts vary around a customer's own average, and averages vary over customers;
 * how much is bought has nothing to do with how often. Immutable.
 *
 * <p>Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (2013).
 *
 * @param p the shape of the amounts of one customer
 * @param q the shape of the distribution of their scales over customers
 * @param v its scale, in units of money
 */
public record GammaGamma(double p, double q, double v) {

  private static final String NAME = "the gamma-gamma model";

  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if one is not a positive number
   */
  public GammaGamma {
    Numbers.positive("p", p);
    Numbers.positive("q", q);
    Numbers.positive("v", v);
  }

  /**
   * Fits the model by maximum likelihood to the customers who came back and paid something; others
   * say nothing about amounts and are passed over. Deterministic, whatever the order.
   *
   * @throws NoFitException if there are fewer than {@value Fit#FEWEST} such customers
   */
  public static Fit<GammaGamma> fit(Collection<PurchaseSummary> customers) {
    List<PurchaseSummary> paying = customers.stream().filter(GammaGamma::saysSomething).toList();
    if (paying.size() < Fit.FEWEST) {
      throw new NoFitException(
          NAME, "at least " + Fit.FEWEST + " customers who came back and paid", paying.size());
    }
    Map<List<Double>, Integer> alike = new TreeMap<>(Keys.ORDER);
    paying.forEach(
        one ->
            alike.merge(List.of((double) one.frequency(), one.monetaryValue()), 1, Integer::sum));
    double unit = alike.keySet().stream().mapToDouble(one -> one.get(1)).sum() / alike.size();
    double[] best =
        new NelderMead(logs -> Fit.isAllowed(logs) ? -of(logs, unit).sum(alike) : Double.MAX_VALUE)
            .minimum(0, 0, 0);
    GammaGamma model = of(best, unit);
    return new Fit<>(model, model.sum(alike), paying.size(), Fit.isDetermined(best));
  }

  private static GammaGamma of(double[] logs, double unit) {
    return new GammaGamma(Math.exp(logs[0]), Math.exp(logs[1]), unit * Math.exp(logs[2]));
  }

  /**
   * Returns the logarithm of the likelihood of the average amount of a customer.
   *
   * @throws IllegalArgumentException if the customer never came back or paid nothing
   */
  public double logLikelihood(PurchaseSummary customer) {
    if (!saysSomething(customer)) {
      throw new IllegalArgumentException(customer + " says nothing about amounts");
    }
    return logLikelihood((double) customer.frequency(), customer.monetaryValue());
  }

  /**
   * Returns the average amount of a customer's purchases that is to be expected: between what was
   * seen of the customer and the average of all, the nearer to the former the more was seen. Of a
   * customer who never came back it is {@link #meanValue()}.
   *
   * @throws IllegalStateException if q is at most 1, so that there is no average of all
   */
  public double expectedValue(PurchaseSummary customer) {
    double mean = meanValue();
    double weight = p * customer.frequency() / (p * customer.frequency() + q - 1);
    return mean + weight * (customer.monetaryValue() - mean);
  }

  /**
   * Returns the average over all customers.
   *
   * @throws IllegalStateException if q is at most 1, so that there is none
   */
  public double meanValue() {
    if (q <= 1) {
      throw new IllegalStateException("amounts vary so much that they have no average: q = " + q);
    }
    return p * v / (q - 1);
  }

  private static boolean saysSomething(PurchaseSummary customer) {
    return customer.frequency() > 0 && customer.monetaryValue() > 0;
  }

  private double sum(Map<List<Double>, Integer> alike) {
    double sum = 0;
    for (Map.Entry<List<Double>, Integer> entry : alike.entrySet()) {
      sum += entry.getValue() * logLikelihood(entry.getKey().get(0), entry.getKey().get(1));
    }
    return sum;
  }

  private double logLikelihood(double x, double mean) {
    double shape = p * x;
    return Numbers.logGamma(shape + q)
        - Numbers.logGamma(shape)
        - Numbers.logGamma(q)
        + q * Math.log(v)
        + (shape - 1) * Math.log(mean)
        + shape * Math.log(x)
        - (shape + q) * Math.log(v + mean * x);
  }
}

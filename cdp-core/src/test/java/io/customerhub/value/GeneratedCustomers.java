package io.customerhub.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Customers who behave as the models say, with known parameters. */
final class GeneratedCustomers {

  private final Random random;

  GeneratedCustomers(long seed) {
    this.random = new Random(seed);
  }

  List<PurchaseSummary> customers(int count, BetaGeometric model, GammaGamma amounts) {
    List<PurchaseSummary> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(customer(model, amounts, 20 + 32 * random.nextDouble()));
    }
    return all;
  }

  private PurchaseSummary customer(BetaGeometric model, GammaGamma amounts, double age) {
    double rate = gamma(model.r()) / model.alpha();
    double up = gamma(model.a());
    double stops = up / (up + gamma(model.b()));
    double scale = gamma(amounts.q()) / amounts.v();
    double at = 0;
    double last = 0;
    double paid = 0;
    int bought = 0;
    boolean active = true;
    while (active) {
      at += -Math.log(1 - random.nextDouble()) / rate;
      if (at > age) {
        break;
      }
      bought++;
      last = at;
      paid += gamma(amounts.p()) / scale;
      active = random.nextDouble() >= stops;
    }
    return new PurchaseSummary(bought, last, age, bought == 0 ? 0 : paid / bought);
  }

  /** Marsaglia and Tsang (2000). */
  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}

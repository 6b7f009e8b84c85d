package io.customerhub.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BetaGeometricTest {

  private static final BetaGeometric MODEL = new BetaGeometric(0.9, 6, 0.8, 2.5);
  private static final GammaGamma AMOUNTS = new GammaGamma(6, 4, 15);

  @Test
  void known_parameters_are_found_again() {
    List<PurchaseSummary> customers = new GeneratedCustomers(7).customers(20_000, MODEL, AMOUNTS);
    Fit<BetaGeometric> fit = BetaGeometric.fit(customers);

    assertThat(fit.determined()).isTrue();
    assertThat(fit.customers()).isEqualTo(20_000);
    assertThat(fit.model().r()).isCloseTo(MODEL.r(), within(0.05));
    assertThat(fit.model().alpha()).isCloseTo(MODEL.alpha(), within(0.4));
    assertThat(fit.model().a()).isCloseTo(MODEL.a(), within(0.1));
    assertThat(fit.model().b()).isCloseTo(MODEL.b(), within(0.4));
    double truth = customers.stream().mapToDouble(MODEL::logLikelihood).sum();
    assertThat(fit.logLikelihood()).isBetween(truth, truth + 10);
  }

  @Test
  void parameters_do_not_depend_on_the_unit_of_time() {
    List<PurchaseSummary> weeks = new GeneratedCustomers(8).customers(2_000, MODEL, AMOUNTS);
    List<PurchaseSummary> days =
        weeks.stream()
            .map(c -> new PurchaseSummary(c.frequency(), 7 * c.recency(), 7 * c.age(), 0))
            .toList();
    BetaGeometric inWeeks = BetaGeometric.fit(weeks).model();
    BetaGeometric inDays = BetaGeometric.fit(days).model();

    assertThat(inDays.alpha() / 7).isCloseTo(inWeeks.alpha(), within(1e-4));
    assertThat(inDays.r()).isCloseTo(inWeeks.r(), within(1e-5));
    assertThat(inDays.a()).isCloseTo(inWeeks.a(), within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "0.243, 4.414, 0.793, 2.426",
    "0.9, 6, 0.8, 2.5",
    "2, 10, 1, 3",
    "2, 10, 1.0000001, 3",
    "5, 1, 4, 0.7",
    "0.5, 3, 0.4, 0.6",
    "0.5, 3, 0.4, 0.3",
    "40, 20, 2, 9",
  })
  void expected_purchases_agree_with_the_integral_they_are_the_closed_form_of(
      double r, double alpha, double a, double b) {
    BetaGeometric model = new BetaGeometric(r, alpha, a, b);
    double[][] customers = {{0, 0, 30}, {1, 3, 30}, {2, 30, 38}, {12, 20, 21}, {300, 51, 52}};
    for (double[] one : customers) {
      PurchaseSummary customer = new PurchaseSummary((long) one[0], one[1], one[2], 0);
      for (double t : new double[] {0.01, 1, 39, 520}) {
        assertThat(model.expectedPurchases(customer, t))
            .as("%s in %s of %s", customer, t, model)
            .isCloseTo(
                model.probabilityActive(customer) * integral(model, customer, t),
                withinPercentage(1e-4));
      }
    }
  }

  /**
   * The mean over what is known of the probability p of somebody who is active, beta distributed,
   * of the purchases until stopping: {@code (1 - (s / (s + p t))^(r + x)) / p} with {@code s =
   * alpha + T}. Taken in the log odds of p, in which both ends fall off exponentially.
   */
  private static double integral(BetaGeometric model, PurchaseSummary customer, double t) {
    double shape = model.r() + customer.frequency();
    double since = model.alpha() + customer.age();
    double up = model.a();
    double down = model.b() + customer.frequency();
    double beta = Numbers.logGamma(up) + Numbers.logGamma(down) - Numbers.logGamma(up + down);
    double step = 0.002;
    double sum = 0;
    for (double odds = -120; odds < 120; odds += step) {
      double logP = -Math.log1p(Math.exp(-odds));
      double logRest = -Math.log1p(Math.exp(odds));
      double density = Math.exp(up * logP + down * logRest - beta);
      sum += density * purchases(Math.exp(logP), shape, since, t);
    }
    return sum * step;
  }

  private static double purchases(double p, double shape, double since, double t) {
    return -Math.expm1(-shape * Math.log1p(p * t / since)) / p;
  }

  @Test
  void expectations_are_sane_and_never_overflow() {
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      BetaGeometric model = new BetaGeometric(any(random), any(random), any(random), any(random));
      double age = 1 + 100 * random.nextDouble();
      int x = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(2_000);
      PurchaseSummary customer =
          new PurchaseSummary(x, x == 0 ? 0 : age * (0.01 + 0.99 * random.nextDouble()), age, 0);
      String about = "case " + i + ": " + customer + " " + model;
      double active = model.probabilityActive(customer);
      double soon = model.expectedPurchases(customer, 1);
      double later = model.expectedPurchases(customer, 100);

      assertThat(active).as(about).isBetween(0.0, 1.0);
      assertThat(soon).as(about).isBetween(0.0, (model.r() + x) / (model.alpha() + age) * 1.000001);
      assertThat(later).as(about).isBetween(soon * 0.999999, Double.MAX_VALUE);
      assertThat(model.logLikelihood(customer)).as(about).isFinite();
    }
  }

  private static double any(Random random) {
    return Math.exp(random.nextGaussian() * 1.5);
  }

  @Test
  void who_never_came_back_is_active_and_who_is_long_gone_is_not() {
    assertThat(MODEL.probabilityActive(new PurchaseSummary(0, 0, 500, 0))).isEqualTo(1);
    assertThat(MODEL.probabilityActive(new PurchaseSummary(20, 20, 500, 9))).isLessThan(1e-6);
    assertThat(MODEL.probabilityActive(new PurchaseSummary(20, 499, 500, 9))).isGreaterThan(0.9);
    assertThat(MODEL.expectedPurchases(new PurchaseSummary(3, 5, 9, 9), 0)).isZero();
    assertThat(MODEL.expectedPurchases(39))
        .isCloseTo(MODEL.expectedPurchases(new PurchaseSummary(0, 0, 0, 0), 39), within(1e-12));
  }

  @Test
  void too_little_to_fit_is_said_and_not_guessed() {
    PurchaseSummary once = new PurchaseSummary(0, 0, 30, 0);
    assertThatThrownBy(() -> BetaGeometric.fit(List.of()))
        .isInstanceOf(NoFitException.class)
        .hasMessageContaining("needs at least 10 customers, found 0");
    assertThatThrownBy(() -> BetaGeometric.fit(List.of(new PurchaseSummary(3, 9, 30, 5))))
        .isInstanceOf(NoFitException.class);
    assertThatThrownBy(() -> BetaGeometric.fit(Collections.nCopies(50, once)))
        .isInstanceOf(NoFitException.class)
        .hasMessageContaining("who came back");
  }

  @Test
  void customers_who_are_all_alike_determine_nothing_but_are_foretold_alike() {
    PurchaseSummary alike = new PurchaseSummary(5, 29, 30, 10);
    Fit<BetaGeometric> fit = BetaGeometric.fit(Collections.nCopies(100, alike));

    assertThat(fit.determined()).isFalse();
    assertThat(fit.model().expectedPurchases(alike, 30)).isCloseTo(5, within(0.5));
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> new BetaGeometric(0, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("r: 0.0");
    assertThatThrownBy(() -> new BetaGeometric(1, 1, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    PurchaseSummary customer = new PurchaseSummary(1, 2, 3, 4);
    assertThatThrownBy(() -> MODEL.expectedPurchases(customer, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MODEL.expectedPurchases(customer, 1e9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most");
  }
}

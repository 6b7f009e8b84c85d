package io.customerhub.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GammaGammaTest {

  private static final BetaGeometric PURCHASES = new BetaGeometric(2, 4, 0.5, 2.5);
  private static final GammaGamma MODEL = new GammaGamma(6.25, 3.74, 15.45);

  @Test
  void known_parameters_are_found_again() {
    Fit<GammaGamma> fit =
        GammaGamma.fit(new GeneratedCustomers(5).customers(20_000, PURCHASES, MODEL));

    assertThat(fit.determined()).isTrue();
    assertThat(fit.model().p()).isCloseTo(MODEL.p(), within(0.3));
    assertThat(fit.model().q()).isCloseTo(MODEL.q(), within(0.2));
    assertThat(fit.model().v()).isCloseTo(MODEL.v(), within(1.5));
    assertThat(fit.model().meanValue()).isCloseTo(MODEL.meanValue(), within(0.8));
  }

  @Test
  void the_more_was_seen_of_a_customer_the_more_it_counts() {
    double mean = MODEL.meanValue();
    assertThat(mean).isCloseTo(6.25 * 15.45 / 2.74, within(1e-12));
    assertThat(MODEL.expectedValue(new PurchaseSummary(0, 0, 9, 0))).isEqualTo(mean);
    double one = MODEL.expectedValue(new PurchaseSummary(1, 1, 9, 100));
    double many = MODEL.expectedValue(new PurchaseSummary(50, 8, 9, 100));
    assertThat(one).isBetween(mean, many);
    assertThat(many).isCloseTo(100, within(1.0));
    // By hand: (q - 1) / (p x + q - 1) of the mean, the rest of what was seen.
    assertThat(one).isCloseTo((2.74 * mean + 6.25 * 100) / (6.25 + 2.74), within(1e-9));
  }

  @Test
  void a_scale_of_money_changes_nothing_else() {
    List<PurchaseSummary> euros = new GeneratedCustomers(6).customers(2_000, PURCHASES, MODEL);
    List<PurchaseSummary> dong =
        euros.stream()
            .map(
                c ->
                    new PurchaseSummary(
                        c.frequency(), c.recency(), c.age(), c.monetaryValue() * 28_000))
            .toList();
    GammaGamma inEuros = GammaGamma.fit(euros).model();
    GammaGamma inDong = GammaGamma.fit(dong).model();

    assertThat(inDong.p()).isCloseTo(inEuros.p(), within(1e-4));
    assertThat(inDong.v() / 28_000).isCloseTo(inEuros.v(), within(1e-3));
  }

  @Test
  void too_few_paying_customers_are_said_and_not_guessed() {
    List<PurchaseSummary> free = Collections.nCopies(100, new PurchaseSummary(2, 3, 9, 0));
    assertThatThrownBy(() -> GammaGamma.fit(free))
        .isInstanceOfSatisfying(NoFitException.class, e -> assertThat(e.customers()).isZero())
        .hasMessageContaining("who came back and paid, found 0");
    assertThatThrownBy(() -> MODEL.logLikelihood(free.get(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void customers_who_all_pay_the_same_determine_nothing_but_are_foretold_right() {
    PurchaseSummary same = new PurchaseSummary(3, 5, 9, 40);
    Fit<GammaGamma> fit = GammaGamma.fit(Collections.nCopies(100, same));

    assertThat(fit.determined()).isFalse();
    assertThat(fit.model().expectedValue(same)).isCloseTo(40, within(0.1));
  }

  @Test
  void amounts_without_an_average_are_said_so() {
    assertThatThrownBy(() -> new GammaGamma(1, 1, 1).meanValue())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no average");
  }

  @Test
  void value_is_purchases_times_amounts_and_falls_with_the_discount() {
    CustomerValue value = new CustomerValue(PURCHASES, MODEL);
    PurchaseSummary customer = new PurchaseSummary(4, 30, 38, 50);
    double plain = value.expectedValue(customer, 12);

    assertThat(plain)
        .isEqualTo(PURCHASES.expectedPurchases(customer, 12) * MODEL.expectedValue(customer));
    assertThat(value.expectedValue(customer, 12, 1, 0)).isCloseTo(plain, within(1e-9));
    assertThat(value.expectedValue(customer, 12, 1, 0.01)).isBetween(plain * 0.88, plain * 0.99);
    assertThatThrownBy(() -> value.expectedValue(customer, 0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.customerhub.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The published fits, on the data they were published for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CdnowTest {

  @Test
  void every_published_summary_follows_from_the_purchases() {
    List<PurchaseSummary> published = Cdnow.summaries();
    int seen = 0;
    for (Map.Entry<Integer, List<Purchase>> customer : Cdnow.purchases().entrySet()) {
      PurchaseSummary expected = published.get(customer.getKey() - 1);
      PurchaseSummary found =
          PurchaseSummary.of(customer.getValue(), Cdnow.END, ZoneOffset.UTC, 7).orElseThrow();
      assertThat(found.frequency())
          .as("customer %s", customer.getKey())
          .isEqualTo(expected.frequency());
      assertThat(found.recency()).isCloseTo(expected.recency(), within(0.005001));
      assertThat(found.age()).isCloseTo(expected.age(), within(0.005001));
      seen++;
    }
    assertThat(seen).isEqualTo(2_357);
  }

  @Test
  void bg_nbd_comes_to_the_published_parameters() {
    List<PurchaseSummary> customers = Cdnow.summaries();
    Fit<BetaGeometric> fit = BetaGeometric.fit(customers);

    assertThat(fit.determined()).isTrue();
    assertThat(fit.model().r()).isCloseTo(0.243, within(0.0005));
    assertThat(fit.model().alpha()).isCloseTo(4.414, within(0.0005));
    assertThat(fit.model().a()).isCloseTo(0.793, within(0.0005));
    assertThat(fit.model().b()).isCloseTo(2.426, within(0.0005));
    assertThat(fit.logLikelihood()).isCloseTo(-9582.4, within(0.05));

    List<PurchaseSummary> shuffled = new ArrayList<>(customers);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(BetaGeometric.fit(shuffled)).isEqualTo(fit);
  }

  @Test
  void gamma_gamma_comes_to_the_published_parameters() {
    Fit<GammaGamma> fit = GammaGamma.fit(Cdnow.summaries());

    assertThat(fit.customers()).isEqualTo(946);
    assertThat(fit.model().p()).isCloseTo(6.25, within(0.005));
    assertThat(fit.model().q()).isCloseTo(3.74, within(0.005));
    assertThat(fit.model().v()).isCloseTo(15.45, within(0.005));
  }

  @Test
  void the_purchases_of_the_next_39_weeks_are_foretold_within_an_eighth() {
    BetaGeometric model = BetaGeometric.fit(Cdnow.summaries()).model();
    double expected = 0;
    long found = 0;
    for (List<Purchase> purchases : Cdnow.purchases().values()) {
      PurchaseSummary before =
          PurchaseSummary.of(purchases, Cdnow.END, ZoneOffset.UTC, 7).orElseThrow();
      PurchaseSummary after =
          PurchaseSummary.of(purchases, Cdnow.END.plusDays(273), ZoneOffset.UTC, 7).orElseThrow();
      expected += model.expectedPurchases(before, 39);
      found += after.frequency() - before.frequency();
    }
    assertThat(expected / found).as("%s for %s", expected, found).isCloseTo(1, within(0.125));
  }
}

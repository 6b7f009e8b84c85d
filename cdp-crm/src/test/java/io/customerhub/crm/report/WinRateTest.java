package io.customerhub.crm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.Money;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.deal.Pipelines;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WinRateTest {

  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void the_interval_is_wilsons(long won, long n, double low, double high) {
    WinRate rate = new WinRate(won, n - won, new TreeMap<>());

    assertThat(rate.low()).isCloseTo(low, within(0.00005));
    assertThat(rate.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void without_a_decided_deal_everything_is_possible() {
    WinRate none = new WinRate(0, 0, new TreeMap<>());

    assertThat(none.rate()).isNaN();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1);
    assertThatThrownBy(() -> new WinRate(-1, 0, new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void counts_the_deals_decided_in_the_period_and_no_abandoned_ones() {
    CrmFixture crm = new CrmFixture();
    Deals deals = new Deals(crm.context(), Pipelines.of(List.of()));
    ProfileId ada = crm.person();
    deals.of(deals.open("a").with(ada).amount("5", "GBP").save()).won("fit").commit();
    crm.pass(Duration.ofDays(1));
    deals.of(deals.open("b").with(ada).amount("7", "GBP").save()).won("fit").commit();
    deals.of(deals.open("c").with(ada).save()).lost("price").commit();
    deals.of(deals.open("d").with(ada).save()).abandoned("silence").commit();
    deals.open("e").with(ada).save();

    WinRateQuery query = new Reports(deals).winRate("sales");

    assertThat(query.run())
        .isEqualTo(new WinRate(2, 1, new TreeMap<>(Map.of("GBP", Money.of("12", "GBP")))));
    assertThat(query.closedIn(crm.now(), crm.now().plusSeconds(1)).run())
        .isEqualTo(new WinRate(1, 1, new TreeMap<>(Map.of("GBP", Money.of("7", "GBP")))));
  }
}

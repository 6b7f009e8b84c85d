package io.customerhub.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyTest {

  @Test
  void the_same_value_is_the_same_money_however_it_is_written() {
    assertThat(Money.of("12", "GBP"))
        .isEqualTo(Money.of("12.000000", "GBP"))
        .isEqualTo(Money.of(new BigDecimal("1.2E1"), "GBP"))
        .hasToString("GBP 12.00");
    assertThat(Money.of("0", "EUR")).isEqualTo(Money.zero("EUR")).hasToString("EUR 0.00");
  }

  @Test
  void shows_the_usual_decimals_of_its_currency_and_no_fewer_than_given() {
    assertThat(Money.of("1234567", "JPY")).hasToString("JPY 1,234,567");
    assertThat(Money.of("0.1234", "USD")).hasToString("USD 0.1234");
    assertThat(Money.of("-1.5", "BHD")).hasToString("BHD -1.500");
  }

  @Test
  void sums_are_exact() {
    Money sum = Money.zero("USD");
    for (int i = 0; i < 10; i++) {
      sum = sum.plus(Money.of("0.1", "USD"));
    }

    assertThat(sum).isEqualTo(Money.of("1", "USD"));
  }

  @Test
  void currencies_never_mix() {
    Money pounds = Money.of("1", "GBP");

    assertThatThrownBy(() -> pounds.plus(Money.of("1", "USD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot combine GBP with USD; convert one of them first");
    assertThatThrownBy(() -> pounds.compareTo(Money.of("1", "USD")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuses_what_is_no_amount_or_currency() {
    for (String bad : new String[] {"", "1,000", "1e5", "NaN", " 1", "1.", "£1", "1".repeat(25)}) {
      assertThatThrownBy(() -> Money.of(bad, "GBP"))
          .as(bad)
          .isInstanceOf(InvalidRecordException.class)
          .hasMessageStartingWith("amount is no number of up to 24 digits");
    }
    assertThatThrownBy(() -> Money.of("0.00001", "GBP"))
        .hasMessage("amount has more than 4 decimals");
    assertThatThrownBy(() -> Money.of(new BigDecimal("1E+2147483640"), "GBP"))
        .hasMessage("amount has more than 24 digits before the point");
    for (String bad : new String[] {"", "gbp", "GB", "XYZ", "GBPP"}) {
      assertThatThrownBy(() -> Money.of("1", bad))
          .as(bad)
          .isInstanceOf(InvalidRecordException.class)
          .hasMessageStartingWith("currency is not a code of ISO 4217");
    }
  }
}

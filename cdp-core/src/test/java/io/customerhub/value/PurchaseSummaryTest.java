package io.customerhub.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PurchaseSummaryTest {

  private static final LocalDate END = LocalDate.of(2026, 3, 31);

  @Test
  void days_count_once_and_the_first_one_not() {
    assertThat(
            of(
                purchase(1, "10"),
                purchase(1, "5"),
                purchase(8, "20"),
                purchase(15, "30"),
                purchase(15, "10")))
        .contains(new PurchaseSummary(2, 2, 30 / 7.0, 30));
    assertThat(of(purchase(24, "10"))).contains(new PurchaseSummary(0, 0, 1, 0));
    assertThat(of()).isEmpty();
  }

  @Test
  void a_refund_lowers_its_own_day_and_is_never_a_purchase() {
    assertThat(of(purchase(3, "10"), purchase(10, "20"), purchase(10, "-5"), purchase(17, "-9")))
        .contains(new PurchaseSummary(1, 1, 4, 15));
    assertThat(of(purchase(3, "-10"))).isEmpty();
    assertThat(of(purchase(3, "0"))).as("a gift is a purchase").isPresent();
  }

  @Test
  void what_lies_behind_the_end_is_not_looked_at_and_days_are_those_of_the_zone() {
    Purchase late = new Purchase(END.atTime(20, 0).toInstant(ZoneOffset.UTC), BigDecimal.TEN);
    assertThat(PurchaseSummary.of(List.of(late), END, ZoneOffset.UTC, 7)).isPresent();
    assertThat(PurchaseSummary.of(List.of(late), END, ZoneId.of("Asia/Ho_Chi_Minh"), 7)).isEmpty();
  }

  @Test
  void contradictions_are_refused() {
    assertThatThrownBy(() -> new PurchaseSummary(1, 5, 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("beyond the age");
    assertThatThrownBy(() -> new PurchaseSummary(0, 1, 4, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PurchaseSummary(1, 1, Double.POSITIVE_INFINITY, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PurchaseSummary(1, 1, 2, -4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("monetaryValue: -4.0");
    assertThatThrownBy(() -> PurchaseSummary.of(List.of(), END, ZoneOffset.UTC, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new PurchaseSummary(1, 1, 2, 44.25).toString()).doesNotContain("44.25");
  }

  private static Optional<PurchaseSummary> of(Purchase... purchases) {
    return PurchaseSummary.of(List.of(purchases), END, ZoneOffset.UTC, 7);
  }

  private static Purchase purchase(int day, String amount) {
    return new Purchase(
        LocalDate.of(2026, 3, day).atTime(9, 0).toInstant(ZoneOffset.UTC), new BigDecimal(amount));
  }
}

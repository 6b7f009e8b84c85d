package io.customerhub.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RfmTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final RfmBreaks GIVEN =
      RfmBreaks.of(List.of(30, 60, 90, 180), List.of(1, 3, 6, 10), List.of(50, 100, 200, 500));

  @Test
  void given_breaks_belong_to_the_better_recency_and_to_the_lesser_frequency_and_amount() {
    assertThat(score(0, 1, "50")).hasToString("511");
    assertThat(score(30, 2, "50.01")).hasToString("522");
    assertThat(score(31, 3, "100")).hasToString("422");
    assertThat(score(90, 7, "500")).hasToString("344");
    assertThat(score(180, 11, "500.01")).hasToString("255");
    assertThat(score(181, 1000, "-3")).hasToString("151");
  }

  @Test
  void quintiles_of_distinct_values_put_a_fifth_into_each_score_whatever_the_order() {
    List<RfmValues> customers = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      customers.add(new RfmValues(i, i, BigDecimal.valueOf(3L * i)));
    }
    Collections.shuffle(customers, new Random(1));
    RfmBreaks breaks = RfmBreaks.quintiles(customers);

    assertThat(breaks)
        .isEqualTo(
            RfmBreaks.of(
                List.of(20, 40, 60, 80), List.of(20, 40, 60, 80), List.of(60, 120, 180, 240)));
    for (int score = 1; score <= 5; score++) {
      int wanted = score;
      assertThat(customers).filteredOn(one -> breaks.score(one).recency() == wanted).hasSize(20);
      assertThat(customers).filteredOn(one -> breaks.score(one).monetary() == wanted).hasSize(20);
    }
  }

  @Test
  void the_share_at_or_below_a_break_is_at_least_what_it_stands_for() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<RfmValues> customers = new ArrayList<>();
      for (int i = 1 + random.nextInt(40); i > 0; i--) {
        customers.add(new RfmValues(random.nextInt(9), 1 + random.nextInt(5), BigDecimal.ONE));
      }
      RfmBreaks breaks = RfmBreaks.quintiles(customers);
      for (int k = 0; k < 4; k++) {
        long at = breaks.recency().get(k).longValueExact();
        long upTo = customers.stream().filter(one -> one.days() <= at).count();
        long below = customers.stream().filter(one -> one.days() < at).count();
        assertThat(upTo * 5)
            .as("seed %s", seed)
            .isGreaterThanOrEqualTo((k + 1L) * customers.size());
        assertThat(below * 5).as("seed %s", seed).isLessThan((k + 1L) * customers.size());
      }
    }
  }

  @Test
  void who_is_alike_is_scored_alike_and_one_customer_is_enough() {
    List<RfmValues> same = Collections.nCopies(7, new RfmValues(3, 2, BigDecimal.TEN));
    assertThat(RfmBreaks.quintiles(same).score(same.get(0))).hasToString("511");
    assertThat(RfmBreaks.quintiles(same.subList(0, 1)).score(same.get(0))).hasToString("511");
    assertThatThrownBy(() -> RfmBreaks.quintiles(List.of()))
        .isInstanceOf(NoFitException.class)
        .hasMessageContaining("at least 1 customer who bought");
  }

  @Test
  void only_the_days_of_the_model_count_and_a_refund_is_no_purchase() {
    RfmModel model = new RfmModel("Order", "total", DAY, 90, GIVEN);
    List<Purchase> purchases =
        List.of(
            purchase(0, "-20"),
            purchase(10, "60"),
            purchase(89, "40"),
            purchase(90, "9000"),
            purchase(-1, "9000"));

    assertThat(RfmModel.values(purchases, DAY, 90, ZoneOffset.UTC))
        .contains(new RfmValues(10, 2, new BigDecimal("80")));
    assertThat(model.score(purchases, ZoneOffset.UTC)).contains(new RfmScore(5, 2, 2));
    assertThat(model.score(List.of(purchase(3, "-5")), ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void what_is_no_score_or_break_is_refused() {
    assertThatThrownBy(() -> new RfmScore(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> RfmBreaks.of(List.of(3, 2, 1, 0), List.of(1, 2, 3, 4), List.of(1, 2, 3, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("recency");
    assertThatThrownBy(
            () -> RfmBreaks.of(List.of(1, 2, 3, 4), List.of(1, 2, 3), List.of(1, 2, 3, 4)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RfmModel("Order", "total", DAY, 0, GIVEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new RfmValues(1, 2, new BigDecimal("44.25")).toString()).doesNotContain("44");
  }

  private static RfmScore score(long days, long count, String amount) {
    return GIVEN.score(new RfmValues(days, count, new BigDecimal(amount)));
  }

  private static Purchase purchase(int daysAgo, String amount) {
    return new Purchase(
        DAY.minusDays(daysAgo).atTime(9, 0).toInstant(ZoneOffset.UTC), new BigDecimal(amount));
  }
}

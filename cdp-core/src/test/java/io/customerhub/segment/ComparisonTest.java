package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.segment.ValueTest.Op;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {

  @ParameterizedTest
  @CsvSource({
    "true, true, EXACT, true",
    "true, false, EXACT, false",
    "false, true, EXACT, false",
    "Da Nang, DA NANG, EXACT, false",
    "Da Nang, DA NANG, CASE, true",
    "Đà Nẵng, Da Nang, ACCENTS, true",
    "Đà Nẵng, DA NANG, ACCENTS, false",
  })
  void equality(String value, String other, Folding folding, boolean holds) {
    assertThat(Comparison.compares(Op.EQ, typed(value), typed(other), folding)).isEqualTo(holds);
  }

  private static Object typed(String text) {
    return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
  }

  @Test
  void only_equality_asks_of_a_truth_and_nothing_of_lists_and_maps() {
    assertThat(Comparison.compares(Op.GTE, true, true, Folding.EXACT)).isFalse();
    assertThat(Comparison.compares(Op.EQ, List.of("a"), List.of("a"), Folding.EXACT)).isFalse();
    assertThat(Comparison.compares(Op.EQ, Map.of("a", 1), Map.of("a", 1), Folding.EXACT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ANY, EXACT, gold, true",
    "ANY, EXACT, silver|gold, true",
    "ANY, EXACT, silver, false",
    "ANY, EXACT, GOLD, false",
    "ANY, CASE, GOLD, true",
    "ALL, EXACT, gold|vip, true",
    "ALL, EXACT, gold|silver, false",
    "ALL, EXACT, silver, false",
    "ALL, CASE, GOLD|Vip, true",
    "ALL, CASE, GOLD|silver, false",
  })
  void values_of_a_list(ListTest.Quantifier how, Folding folding, String asked, boolean holds) {
    Set<Object> values = Set.of((Object[]) asked.split("\\|", -1));
    ListTest.Has test = new ListTest.Has(how, values, folding);
    assertThat(Comparison.has(test, List.of("gold", "vip", new BigDecimal("7.0"))))
        .isEqualTo(holds);
  }

  @Test
  void numbers_of_a_list_are_equal_whatever_their_scale() {
    ListTest.Has seven =
        new ListTest.Has(
            ListTest.Quantifier.ALL, Set.of(new BigDecimal("7"), "vip"), Folding.EXACT);
    assertThat(Comparison.has(seven, List.of(new BigDecimal("7.00"), "vip"))).isTrue();
    assertThat(Comparison.has(seven, List.of(new BigDecimal("7.01"), "vip"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "EXACT, hanoi, true",
    "EXACT, Hanoi, false",
    "CASE, Hanoi, true",
    "CASE, Hue, false",
    "CASE_AND_ACCENTS, HÀ NỘI, false",
    "CASE_AND_ACCENTS, Đà Nẵng, true",
  })
  void one_of_several(Folding folding, String value, boolean holds) {
    ValueTest.In test = new ValueTest.In(Set.of("hanoi", "da nang"), folding);
    assertThat(Comparison.holds(test, value)).isEqualTo(holds);
  }

  @Test
  void bounds_are_within() {
    ValueTest.Between test = new ValueTest.Between(new BigDecimal("1"), new BigDecimal("3"));
    assertThat(Comparison.holds(test, new BigDecimal("1.0"))).isTrue();
    assertThat(Comparison.holds(test, new BigDecimal("3.0"))).isTrue();
    assertThat(Comparison.holds(test, new BigDecimal("0.99"))).isFalse();
    assertThat(Comparison.holds(test, new BigDecimal("3.01"))).isFalse();
    assertThat(Comparison.holds(test, "2")).isFalse();
  }

  @Test
  void text_is_equal_however_its_marks_are_written() {
    assertThat(Comparison.normalized("a\u0300")).isEqualTo("\u00e0");
    assertThat(Comparison.normalized("\u0300")).isEqualTo("\u0300");
    assertThat(Comparison.normalized("plain")).isEqualTo("plain");
    assertThat(Comparison.key(new BigDecimal("1E+3"))).isEqualTo(new BigDecimal("1000"));
    assertThat(Comparison.key(new BigDecimal("1.500"))).isEqualTo(new BigDecimal("1.5"));
  }

  @Test
  void only_tests_of_a_value_alone_can_be_summed_up_by_day() {
    assertThat(EventDays.takes(of("revenue", new ValueTest.Exists()))).isTrue();
    ValueTest list = new ListTest.Has(ListTest.Quantifier.ANY, Set.of("a"), Folding.EXACT);
    assertThat(EventDays.takes(of("tags", list))).isFalse();
    assertThat(EventDays.takes(of("tags", new ValueTest.Not(list)))).isFalse();
    assertThat(EventDays.start(20_000).getEpochSecond()).isEqualTo(20_000L * 86_400);
  }

  private static Selection of(String property, ValueTest test) {
    return new Selection(
        Selection.Type.EVENT, "Order Completed", List.of(new PropertyTest(property, test)));
  }
}

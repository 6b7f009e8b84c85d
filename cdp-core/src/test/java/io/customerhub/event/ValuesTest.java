package io.customerhub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValuesTest {

  @Test
  void numbers_of_any_java_type_become_equal_decimals() {
    for (Object one : List.of(1, 1L, (short) 1, 1.0, 1f, BigInteger.ONE, new BigDecimal("1.00"))) {
      assertThat(Values.canonical("n", one)).as("%s", one.getClass()).isEqualTo(BigDecimal.ONE);
    }
    assertThat(Values.canonical("n", 129.90)).isEqualTo(new BigDecimal("129.9"));
    assertThat(Values.canonical("n", -0.0)).isEqualTo(BigDecimal.ZERO);
    assertThat(Values.canonical("n", new BigDecimal("1e3"))).isEqualTo(new BigDecimal("1000"));
  }

  @Test
  void times_become_iso_text() {
    assertThat(Values.canonical("t", LocalDate.of(2026, 2, 3))).isEqualTo("2026-02-03");
    assertThat(Values.canonical("t", Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(Values.canonical("t", Instant.EPOCH.atZone(ZoneId.of("Asia/Ho_Chi_Minh"))))
        .isEqualTo("1970-01-01T08:00+08:00");
  }

  @Test
  void what_hosts_use_for_times_and_counts_is_kept() {
    assertThat(Values.canonical("t", new java.util.Date(0))).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(Values.canonical("t", java.time.YearMonth.of(2026, 2))).isEqualTo("2026-02");
    assertThat(Values.canonical("t", java.time.LocalTime.of(9, 30))).isEqualTo("09:30");
    java.util.concurrent.atomic.DoubleAdder adder = new java.util.concurrent.atomic.DoubleAdder();
    adder.add(1.5);
    assertThat(Values.canonical("n", adder)).isEqualTo(new BigDecimal("1.5"));
  }

  @Test
  void a_name_that_may_be_personal_is_masked_in_messages() {
    assertThatThrownBy(() -> map("ada@example.com", "\0"))
        .hasMessageContaining("traits.a***.com")
        .hasMessageNotContaining("ada@");
  }

  @Test
  void nulls_are_left_out_and_copies_cannot_be_changed() {
    Map<String, Object> given = new HashMap<>();
    given.put("b", Arrays.asList("x", null));
    given.put("a", null);
    Map<String, Object> kept = Values.canonicalMap("traits", given);
    given.clear();
    assertThat(kept).isEqualTo(Map.of("b", List.of("x")));
    assertThatThrownBy(kept::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void what_no_store_could_keep_is_refused_with_code_and_path() {
    refused(ReasonCode.NUL_CHAR, "traits.a", () -> map("a", "x\0y"));
    refused(ReasonCode.LONE_SURROGATE, "traits.a", () -> map("a", "x\ud800"));
    refused(ReasonCode.LONE_SURROGATE, "traits.a", () -> map("a", "\udc00x"));
    refused(ReasonCode.TOO_LONG, "traits.a", () -> map("a", "x".repeat(8 * 1024 + 1)));
    refused(ReasonCode.NUMBER_RANGE, "traits.a", () -> map("a", Double.NaN));
    refused(ReasonCode.NUMBER_RANGE, "traits.a", () -> map("a", new BigDecimal("1e1000000000")));
    refused(ReasonCode.NUMBER_RANGE, "traits.a", () -> map("a", new BigDecimal("1e-1000000000")));
    refused(ReasonCode.TYPE_MISMATCH, "traits.a", () -> map("a", new Object()));
    refused(ReasonCode.ATTRIBUTE_NAME, "traits", () -> map(" ", 1));
    assertThat(map("a", "\ud83d\ude00")).containsEntry("a", "\ud83d\ude00");
  }

  @Test
  void nesting_and_numbers_of_values_are_limited() {
    Object deep = "x";
    for (int i = 0; i < 40; i++) {
      deep = List.of(deep);
    }
    Object nested = deep;
    assertThatThrownBy(() -> map("a", nested))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            e -> assertThat(e.code()).isEqualTo(ReasonCode.JSON_TOO_DEEP));
    List<Integer> wide = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      wide.add(i);
    }
    assertThatThrownBy(() -> map("a", wide))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            e -> assertThat(e.code()).isEqualTo(ReasonCode.TOO_MANY_ATTRIBUTES));
  }

  private static Map<String, Object> map(String name, Object value) {
    return Values.canonicalMap("traits", new TreeMap<>(Map.of(name, value)));
  }

  private static void refused(ReasonCode code, String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.field()).isEqualTo(field);
            });
  }
}

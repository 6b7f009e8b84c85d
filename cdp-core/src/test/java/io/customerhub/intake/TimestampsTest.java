package io.customerhub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2024-02-29T10:00:00Z, 2024-02-29T10:00:00Z",
    "2024-02-29T10:00Z, 2024-02-29T10:00:00Z",
    "2024-02-29T10:00:00.123456789+07:00, 2024-02-29T03:00:00.123456789Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
  })
  void iso_8601_with_an_offset_is_taken(String given, Instant expected) {
    assertThat(Timestamps.parse("t", given)).isEqualTo(expected);
  }

  @Test
  void a_whole_number_is_milliseconds() {
    assertThat(Timestamps.parse("t", 1_700_000_000_000L)).isEqualTo("2023-11-14T22:13:20Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "24:00",
        "2024-W01-1",
        "2024-02-30T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "2024-01-01",
        "2024-01-01T00:00:00",
        "2024-01-01 00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:00:00.1234567891Z",
        "1700000000",
        "1700000000000",
        "01/02/2024",
        "\u0662\u0660\u0662\u0664-01-01T00:00:00Z"
      })
  void anything_else_is_refused(String given) {
    assertThat(refused(given)).isEqualTo(ReasonCode.TIMESTAMP_SYNTAX);
    assertThat(refused(given + "x".repeat(100))).isEqualTo(ReasonCode.TIMESTAMP_SYNTAX);
  }

  @Test
  void so_are_fractions_and_other_types() {
    assertThat(refused(new BigDecimal("1.5"))).isEqualTo(ReasonCode.TIMESTAMP_SYNTAX);
    assertThat(refused(true)).isEqualTo(ReasonCode.TIMESTAMP_SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999999-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-999999999-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "1700000000000000000"
      })
  void a_year_of_more_than_four_digits_is_out_of_range(String given) {
    assertThat(refused(given)).isEqualTo(ReasonCode.TIMESTAMP_RANGE);
  }

  @Test
  void so_is_a_number_beyond_it() {
    assertThat(refused(Long.MAX_VALUE)).isEqualTo(ReasonCode.TIMESTAMP_RANGE);
    assertThat(refused(BigInteger.TEN.pow(90))).isEqualTo(ReasonCode.TIMESTAMP_RANGE);
  }

  private static ReasonCode refused(Object given) {
    InvalidEventException e =
        catchThrowableOfType(
            InvalidEventException.class, () -> Timestamps.parse("timestamp", given));
    assertThat(e.field()).isEqualTo("timestamp");
    return e.code();
  }
}

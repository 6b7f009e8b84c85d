package io.customerhub.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NumbersTest {

  @Test
  void the_gamma_function_of_whole_and_half_numbers_is_known() {
    double factorial = 0;
    double half = Math.log(Math.sqrt(Math.PI));
    for (int n = 1; n < 500; n++) {
      assertThat(Numbers.logGamma(n)).isCloseTo(factorial, within(1e-13 * (1 + factorial)));
      assertThat(Numbers.logGamma(n - 0.5)).isCloseTo(half, within(1e-13 * (1 + Math.abs(half))));
      factorial += Math.log(n);
      half += Math.log(n - 0.5);
    }
    assertThat(Numbers.logGamma(1e-9)).isCloseTo(Math.log(1e9), within(1e-8));
  }

  /** 2F1(1, 1; 2; z) is -log(1 - z) / z, and 2F1(a, b; b; z) is (1 - z)^-a. */
  @ParameterizedTest
  @CsvSource({"0.001", "0.3", "0.9", "0.999", "0.9999"})
  void the_hypergeometric_series_agrees_with_closed_forms(double z) {
    double log = -Math.log1p(-z) / z;
    assertThat(Math.exp(Numbers.logTail(1, 1, 2, z)) / 2 + 1).isCloseTo(log, within(1e-12 * log));
    double tail = Numbers.logTail(300.5, 2.5, 2.5, z);
    double expected =
        Math.log(2.5) - 300.5 * Math.log1p(-z) + Math.log1p(-Math.exp(300.5 * Math.log1p(-z)));
    assertThat(tail).isCloseTo(expected, within(1e-11 * (1 + Math.abs(expected))));
  }
}

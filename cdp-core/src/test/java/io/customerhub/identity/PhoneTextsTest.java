package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhoneTextsTest {

  @Test
  void a_number_that_a_key_was_made_of_counts_once() {
    List<String> keys = List.of("+447700900123");

    assertThat(PhoneTexts.with(keys, "+44 7700 900123")).isEqualTo(keys);
    assertThat(PhoneTexts.with(keys, "07700 900123")).isEqualTo(keys);
    assertThat(PhoneTexts.with(keys, "0044 7700 900123 ext 12")).isEqualTo(keys);
    assertThat(PhoneTexts.with(keys, "")).isEqualTo(keys);
    assertThat(PhoneTexts.with(keys, "+44 7700 900123; 0161 4960123"))
        .containsExactly("+447700900123", "01614960123");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0161 496-0123 | 01614960123",
        "0161/4960123 ext. 23 | 01614960123",
        "0161 4960123 x23 | 01614960123",
        "0161 4960123#7 | 01614960123",
        "0044 161 4960123 | 441614960123"
      })
  void the_digits_are_kept_without_an_extension(String text, String digits) {
    assertThat(PhoneTexts.with(List.of(), text)).containsExactly(digits);
  }

  @Test
  void what_is_no_number_is_left_out_and_eight_are_enough() {
    assertThat(PhoneTexts.with(List.of(), "123; none, 0000000000|")).isEmpty();
    String ten =
        IntStream.range(0, 10)
            .mapToObj(i -> "016149601" + (i + 10))
            .collect(Collectors.joining(","));
    assertThat(PhoneTexts.with(List.of(), ten)).hasSize(8).doesNotHaveDuplicates();
  }
}

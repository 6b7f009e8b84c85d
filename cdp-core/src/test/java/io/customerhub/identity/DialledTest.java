package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DialledTest {

  @ParameterizedTest
  @CsvSource({
    "+447700900123, 07700900123, PHONE_EXACT",
    "+79161234567, 89161234567, PHONE_EXACT",
    "+79161234567, 9161234567, PHONE_EXACT",
    "07700900123, 7700900123, PHONE_EXACT",
    "+447700900123, +337700900123, PHONE_DIFFERENT",
    "27700900123, 37700900123, PHONE_ONE_EDIT",
    "+447700900123, 017700900123, PHONE_DIFFERENT",
    "1234567, 01234567, PHONE_DIFFERENT",
    "905384985301, 05384985301, PHONE_EXACT",
    "+912025550123, +12025550123, PHONE_ONE_EDIT",
    "912345678, 1912345678, PHONE_ONE_EDIT",
    "905384985301, +905384985301, PHONE_EXACT",
    "+905384985301, 995384985301, PHONE_DIFFERENT",
    "017700900123, 7700900123, PHONE_DIFFERENT",
    "9012345678, 12345678, PHONE_DIFFERENT"
  })
  void a_number_is_one_with_and_without_the_code_of_its_country(
      String one, String other, Level level) {
    assertThat(ContactComparison.phones(List.of(one), List.of(other))).isEqualTo(level);
    assertThat(ContactComparison.phones(List.of(other), List.of(one))).isEqualTo(level);
    if (level == Level.PHONE_EXACT) {
      assertThat(PackedPhone.areFar(PackedPhone.of(List.of(one)), PackedPhone.of(List.of(other))))
          .isFalse();
    }
  }
}

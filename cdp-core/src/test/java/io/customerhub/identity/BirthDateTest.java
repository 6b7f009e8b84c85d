package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BirthDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1980-03-04 | 19800304
          04MAR80    | 19800304
          4mar1980   | 19800304
          1980/3/4 | 19800304
          19800304 | 19800304
          04/03/1980 | 19800304
          4.3.80 | 19800304
          4. 3. 1980 | 19800304
          12/31/1980 | 19801231
          1980-03-04T00:00:00Z | 19800304
          Mar 4 1980 | 19800304
          March 4th, 1980 | 19800304
          4. März 1980 | 19800304
          4 mars 1980 | 19800304
          4 juillet 1980 | 19800704
          4 juin 1980 | 19800604
          4 de agosto de 1980 | 19800804
          04-DEC-80 | 19801204
          3/4/07 | 20070403
          19800-3-04 | 19800304
          1980年3月4日 | 19800304
          1980년 3월 4일 | 19800304
          04031980 | 19800304
          03311980 | 19800331
          1980 | 19800000
          1980-03 | 19800300
          1980-00-00 | 19800000
          1980年3月 | 19800300
          """)
  void a_date_is_read_however_it_is_written(String text, String digits) {
    assertThat(BirthDate.digits(text)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "1980, 1980-03-04, BIRTH_YEAR_KNOWN",
    "1980, 1980, BIRTH_YEAR_KNOWN",
    "1980-03, 1980-03-04, BIRTH_YEAR_KNOWN",
    "1980-03, 1980-04-04, BIRTH_SAME_YEAR",
    "1980, 1981-03-04, BIRTH_SAME_YEAR",
    "1980, 1908, BIRTH_SAME_YEAR",
    "1980, 1960-03-04, BIRTH_SAME_YEAR",
    "1980, 1947, BIRTH_DIFFERENT",
    "1980-03-04, 1980-03-04, BIRTH_EXACT"
  })
  void of_a_year_alone_no_day_is_compared(String one, String other, Level level) {
    assertThat(BirthDateComparison.level(BirthDate.digits(one), BirthDate.digits(other)))
        .isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "00/00/0000",
        "0000-00-00",
        "01.01.1900",
        "Foo 4 1980",
        "1/2",
        "12345",
        "9999-12-31"
      })
  void what_is_no_date_is_not_known(String text) {
    assertThat(BirthDate.digits(text)).isNull();
  }
}

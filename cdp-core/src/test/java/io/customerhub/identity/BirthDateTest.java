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
          """)
  void a_date_is_read_however_it_is_written(String text, String digits) {
    assertThat(BirthDate.digits(text)).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "1980",
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

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeNameTest {

  @ParameterizedTest
  @CsvSource({"john paul smith, john paul, smith", "ada lovelace, ada, lovelace", "ada, '', ada"})
  void has_the_surname_at_the_end(String name, String given, String surname) {
    assertSplit(name, given, surname);
  }

  @ParameterizedTest
  @CsvSource({
    "ivanov ivan petrovich, ivan petrovich, ivanov",
    "ivanova anna sergeevna, anna sergeevna, ivanova",
    "kovalenko oksana petrivna, oksana petrivna, kovalenko",
    "orlov ilya kuzmich, ilya kuzmich, orlov",
    "orlova vera ilinichna, vera ilinichna, orlova",
    "zinovev potap ilich, potap ilich, zinovev",
    "ivan petrovich ivanov, ivan petrovich, ivanov"
  })
  void has_it_in_front_of_a_patronymic(String name, String given, String surname) {
    assertSplit(name, given, surname);
  }

  @ParameterizedTest
  @CsvSource({
    "ivan petrovich, ivan, petrovich",
    "anna maria luisa petrovich, anna maria luisa, petrovich",
    "anna maria ulrich, anna maria, ulrich"
  })
  void ends_with_what_is_a_surname_as_well(String name, String given, String surname) {
    assertSplit(name, given, surname);
  }

  @ParameterizedTest
  @CsvSource({
    "ivanov i p, i p, ivanov",
    "van der berg j a, j a, van der berg",
    "mikhailov a ya, a y, mikhailov",
    "strelkov ch l, c l, strelkov"
  })
  void has_it_in_front_of_initials(String name, String given, String surname) {
    assertSplit(name, given, surname);
  }

  @ParameterizedTest
  @CsvSource({"kang yoon ah, yoon ah, kang", "yoon ah kang, yoon ah, kang"})
  void has_it_in_front_if_it_is_a_korean_one(String name, String given, String surname) {
    assertSplit(name, given, surname);
  }

  @ParameterizedTest
  @CsvSource({
    "ada l, ada, l",
    "a b c, a b, c",
    "j r smith, j r, smith",
    "ya lu ya, ya lu, ya",
    "zhao yu ya, zhao yu, ya",
    "x, '', x"
  })
  void is_not_read_otherwise_for_a_letter(String name, String given, String surname) {
    assertSplit(name, given, surname);
  }

  @Test
  void may_be_empty() {
    assertThat(WholeName.of(List.of())).isEqualTo(new WholeName(List.of(), List.of()));
  }

  private static void assertSplit(String name, String given, String surname) {
    assertThat(WholeName.of(words(name))).isEqualTo(new WholeName(words(given), words(surname)));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}

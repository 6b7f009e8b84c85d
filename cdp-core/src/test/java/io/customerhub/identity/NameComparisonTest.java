package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NameComparisonTest {

  private final NameComparison names = new NameComparison(Nicknames.english());

  @ParameterizedTest
  @CsvSource({
    "Julia Smith, Heather J. Smith, NAME_SURNAME_ONLY",
    "Julia Smith, J. Smith, NAME_INITIAL",
    "Julia Smith, J. Heather Smith, NAME_INITIAL",
    "Julia H. Smith, Julia Heather Smith, NAME_CLOSE",
    "Julia Smith, Julia H. Smith, NAME_CLOSE",
    "J. Smith, Heather Julia Smith, NAME_INITIAL",
    "Julia H. Smith, Heather Smith, NAME_SURNAME_ONLY"
  })
  void the_letter_of_a_middle_name_is_not_the_first_name_of_somebody(
      String a, String b, Level level) {
    assertLevel(a, b, level);
  }

  @ParameterizedTest
  @CsvSource({
    "Sokolova Vera, Vera Sokolova, NAME_SWAPPED",
    "Sokolova Vera, Vera Petrovna Sokolova, NAME_SWAPPED",
    "Sokolova Mariya, Maria Petrovna Sokolova, NAME_SWAPPED",
    "Smith Bob, Robert James Smith, NAME_SWAPPED",
    "Sokolova Vera, V. P. Sokolova, NAME_INITIAL",
    "Sokolova Vera, Sokolova V. P., NAME_INITIAL",
    "Sokolova Vera, Sokolovva V. P., NAME_INITIAL",
    "Sokolova Vera, Sokolova M. P., NAME_DIFFERENT",
    "Sokolova Vera, Orlova V. P., NAME_DIFFERENT",
    "Sokolova Vera, Olga Petrovna Sokolova, NAME_DIFFERENT"
  })
  void the_surname_may_be_in_front(String a, String b, Level level) {
    assertLevel(a, b, level);
  }

  @ParameterizedTest
  @CsvSource({
    "강윤아, Kang Yoon Ah, NAME_EXACT",
    "황은정, Eun Jung Hwang, NAME_EXACT",
    "김경성, Kyung Sung Kim, NAME_EXACT",
    "강윤아, Kang Min Ah, NAME_SURNAME_ONLY",
    "Kim Nelson, Kimberly Nelson, NAME_NICKNAME",
    "Meg Lee, Margaret Lee, NAME_NICKNAME"
  })
  void a_korean_name_is_one_in_all_spellings(String a, String b, Level level) {
    assertLevel(a, b, level);
  }

  @ParameterizedTest
  @CsvSource({"伊藤 博, 伊藤博, NAME_EXACT", "浜野 彩, 浜野彩様, NAME_EXACT", "欧阳 娜, 欧阳娜, NAME_EXACT"})
  void a_name_in_characters_is_one_wherever_it_is_split(String a, String b, Level level) {
    assertLevel(a, b, level);
  }

  @ParameterizedTest
  @CsvSource({
    "Oeter Wynridge, Peter Wynridge, NAME_FAIR",
    "Srah Smith, Sarah Smith, NAME_FAIR",
    "Hsns Blumenecker, Hans Blumenecker, NAME_FAIR",
    // Two names that there are, and two that nobody knows.
    "Joan Smith, John Smith, NAME_SURNAME_ONLY",
    "Oeter Wynridge, Oefer Wynridge, NAME_FAIR",
    "Abo Smith, Ada Smith, NAME_SURNAME_ONLY",
    "Ga Smith, Al Smith, NAME_SURNAME_ONLY"
  })
  void what_is_no_name_and_nearly_one_that_is_was_mistyped(String a, String b, Level level) {
    assertLevel(a, b, level);
  }

  @ParameterizedTest
  @CsvSource({
    "Karen Gatto Peterson, Karen L Peterson, NAME_FAIR",
    "Karen Gatto Peterson, Karen Lisa Peterson, NAME_FAIR",
    "Maria Teresa Rossi, Maria Grazia Rossi, NAME_GIVEN_FAR",
    "Thi Lan Nguyen, Thi Duong Nguyen, NAME_GIVEN_FAR",
    "Karen Gatto Peterson, Lisa Gatto Peterson, NAME_SURNAME_ONLY"
  })
  void who_is_called_by_the_first_name_has_it_alone_in_the_family(String a, String b, Level level) {
    assertLevel(a, b, level);
  }

  @ParameterizedTest
  @CsvSource({
    "VOLKANDUMAN, Volkan Duman, NAME_CLOSE",
    "Dumanvolkan, Volkan Duman, NAME_CLOSE",
    "エノモトヨウコ, エノモト ヨウコ, NAME_CLOSE",
    "Volkandumlu, Volkan Duman, NAME_PART_DIFFERENT",
    "Marian, Maria N, NAME_PART_CLOSE"
  })
  void the_blank_between_the_names_may_be_missing(String a, String b, Level level) {
    assertLevel(a, b, level);
  }

  @ParameterizedTest
  @CsvSource({
    "Huda Al-Ali, Huda Ali, NAME_CLOSE",
    "Huda al-Masri, Huda Masri, NAME_CLOSE",
    "Anna A Smith, Anna Maria Smith, NAME_GIVEN_FAR",
    "Guo Bin Chen, Guobin Chen, NAME_EXACT",
    "Paul Mba, Paul Biya, NAME_GIVEN_ONLY",
    "Sig Hansen, Lars Hansen, NAME_SURNAME_ONLY"
  })
  void names_of_the_world(String a, String b, Level level) {
    assertLevel(a, b, level);
  }

  private void assertLevel(String a, String b, Level level) {
    assertThat(names.level(name(a), name(b))).isEqualTo(level);
    assertThat(names.level(name(b), name(a))).isEqualTo(level);
  }

  private static PersonName name(String whole) {
    return MatchRecord.of(Map.of(MatchFields.NAME, whole), List.of()).name();
  }
}

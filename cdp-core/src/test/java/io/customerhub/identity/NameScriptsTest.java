package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One name in several scripts, languages and orders. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NameScriptsTest {

  private final IdentityResolver resolver = IdentityResolver.create(MatchRules.people());

  @ParameterizedTest
  @CsvSource({
    "Юлия Иванова, Yulia Ivanova",
    "Юлия Иванова, Iuliia Ivanova",
    "Юлия Иванова, Julia Ivanova",
    "Yulia Ivanova, Julia Ivanova",
    "Дмитрий Щербаков, Dmitri Shcherbakov",
    "Олександр Шевченко, Alexander Shevchenko",
    "Γιώργος Παπαδόπουλος, Giorgos Papadopoulos",
    "Γιώργος Παπαδόπουλος, George Papadopoulos",
    "محمد حسن, Mohammed Hassan",
    "محمد حسن, Muhammad Hasan",
    "فاطمة الحسن, Fatima Al-Hassan",
    "שלמה כהן, Shlomo Cohen",
    "王小明, Wang Xiaoming",
    "王小明, Xiaoming Wang",
    "王小明, 王 小明",
    "高橋誠, 高橋 誠",
    "김민수, Kim Minsu",
    "김민수, Min-su Kim",
    "たなか ようこ, Tanaka Yoko",
    "Jürgen Müller, Juergen Mueller",
    "Jürgen Müller, Jurgen Muller",
    "Søren Åberg, Soeren Aaberg",
    "Groß Jörg, Joerg Gross",
    "Nguyễn Văn Anh, Anh Nguyen Van",
    "Nguyễn Văn Anh, Anh Nguyen",
    "Nagy Péter, Peter Nagy"
  })
  void is_recognised(String one, String other) {
    assertThat(agree(one, other)).isTrue();
    assertThat(agree(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Юлия Иванова, Olga Ivanova",
    "محمد حسن, Mahmoud Hassan",
    "فاطمة حسن, Khadija Hassan",
    "Γιώργος Παπάς, Giannis Papas",
    "王小明, 李小明",
    "王小明, 王建国",
    "김민수, Park Jihoon"
  })
  void is_not_taken_for_another_name(String one, String other) {
    assertThat(agree(one, other)).isFalse();
    assertThat(agree(other, one)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // Umlauts count as two letters only where they are: Samuel is not Samul.
    "Jürgen Müller, Juergen Mueller, NAME_EXACT",
    "Jürgen Müller, Jurgen Muller, NAME_EXACT",
    "Samuel Weiß, Samul Weiss, NAME_CLOSE",
    // Read alike and written with another character.
    "王小明, 王晓明, NAME_CLOSE",
    "王小明, 王小明, NAME_EXACT",
    // Sisters and brothers: half of a name, or a few letters of it, in common.
    "Anna Maria Berg, Anna Sofia Berg, NAME_GIVEN_FAR",
    "Anna Maria Berg, Anna Berg, NAME_CLOSE",
    "Đình Quân Lê, Khánh Linh Lê, NAME_SURNAME_ONLY",
    "Hanna Wiese, Hannelore Wiese, NAME_SURNAME_ONLY",
    "Óscar Castañer, Mónica Castañer, NAME_SURNAME_ONLY",
    "王小明, Xiaoming Wang, NAME_EXACT"
  })
  void comes_out_at_the_level_that_the_spelling_deserves(String one, String other, Level level) {
    ComparisonVector vector = resolver.vector(named(one), named(other));
    assertThat(vector.levels()).containsExactly(level);
    assertThat(resolver.vector(named(other), named(one))).isEqualTo(vector);
  }

  @ParameterizedTest
  @CsvSource({"Анна, Иванова, Anna, Ivanova", "Van Anh, Nguyen, Nguyen, Van Anh"})
  void is_recognised_in_two_columns_too(
      String given, String surname, String otherGiven, String otherSurname) {
    MatchRecord a = MatchRecord.of(Map.of("given_name", given, "surname", surname), List.of());
    MatchRecord b =
        MatchRecord.of(Map.of("given_name", otherGiven, "surname", otherSurname), List.of());
    assertThat(resolver.agree(a, b)).isTrue();
  }

  private boolean agree(String one, String other) {
    return resolver.agree(named(one), named(other));
  }

  private static MatchRecord named(String name) {
    return MatchRecord.of(Map.of("name", name), List.of());
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingTest {

  private static final IdentityResolver RESOLVER = IdentityResolver.create(MatchRules.people());

  @ParameterizedTest
  @CsvSource({
    "斎藤, 花子, サイトウ, ハナコ, ''",
    "サイトウ, ハナコ, アオキ, ナナミ, NAME_DIFFERENT",
    "サイトウ, ハナコ, Saito, Hanako, NAME_EXACT",
    "斎藤, 花子, 青木, 七夏, NAME_DIFFERENT",
    "タナカ, ハルキ, ヤマモト, ユリ, NAME_DIFFERENT",
    "王, 小明, Harrison, Mark, NAME_DIFFERENT",
    "Harrison, Mark, 王, 小明, NAME_DIFFERENT"
  })
  void characters_and_syllables_do_not_contradict(
      String surname, String given, String otherSurname, String otherGiven, String levels) {
    assertThat(RESOLVER.vector(of(surname, given), of(otherSurname, otherGiven)).levels())
        .isEqualTo(levels.isEmpty() ? List.of() : List.of(Level.valueOf(levels)));
  }

  private static MatchRecord of(String surname, String given) {
    return MatchRecord.of(Map.of("surname", surname, "given_name", given), List.of());
  }
}

package io.customerhub.identity.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArabicNameTest {

  @ParameterizedTest
  @CsvSource({
    "Huda al-Masri, Huda alMasri",
    "Huda Al Masri, Huda AlMasri",
    "Huda As-Sayyid, Huda AsSayyid",
    "Huda bint Ali Aldulaimi, Huda Ali Aldulaimi",
    "Omar bin al-Khattab, Omar alKhattab",
    "Abd al Rahman Faisal, AbdalRahman Faisal",
    "Abd al-Rahman Faisal, AbdalRahman Faisal",
    "Abd Allah Faisal, AbdAllah Faisal",
    "Omar Abu Hassan, Omar AbuHassan"
  })
  void what_belongs_together_is_one_word(String name, String joined) {
    assertThat(ArabicName.joined(name)).isEqualTo(joined);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Al Pacino",
        "Guo Bin Chen",
        "Al",
        "Li Bin",
        "Bin Li",
        "El",
        "An Nguyen",
        "Jean-Luc Al",
        "",
        "-"
      })
  void other_names_stay_as_they_are(String name) {
    assertThat(ArabicName.joined(name)).isEqualTo(name);
  }
}

package io.customerhub.identity.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RomanizationTest {

  @ParameterizedTest
  @CsvSource({
    "Юлия Иванова, yulia ivanova",
    "Дмитрий Щербаков, dmitry shcherbakov",
    "Пётр Алексеевич, petr alekseevich",
    "Їжакевич, yizhakevich",
    "Љубица Ђорђевић, ljubitsa djordjevic",
    "Γιώργος Παπαδόπουλος, giorgos papadopoulos",
    "Ευάγγελος Μπούρας, evangelos bouras",
    "Αυγερινός Ευθυμίου, avgerinos efthymiou",
    "محمد علي, mohammed ali",
    "أحمد عبد الله, ahmed abd allah",
    "عبدالرحمن الحسن, abdulrahman alhassan",
    "فاطمة, fatima",
    "شاهين, shahin",
    "שלמה כהן, shlomo cohen",
    "דביר, dbir",
    "王小明, wangxiaoming",
    "たなか ようこ, tanaka yoko",
    "シャルロッテ, sharurotte",
    "いっちょう, itcho",
    "きょうこ, kyoko",
    "김 민수, kim minsu",
    "박, park",
    "٠١٢٣, 0123",
    "Zoë Müller, zoë müller",
    "O’Brien-Łuk 12, o’brien-łuk 12"
  })
  void spells_names_as_they_are_usually_spelled(String text, String latin) {
    assertThat(Romanization.of(text)).isEqualTo(latin);
  }

  @ParameterizedTest
  @CsvSource({
    "王小明, 小明 王",
    "王 小明, 小明 王",
    "欧阳娜娜, 娜娜 欧阳",
    "田中太郎, 太郎 田中",
    "김민수, 민수 김",
    "남궁민수, 민수 남궁",
    "王, 王",
    "中华人民共和国, 中华人民共和国",
    "Ada Lovelace, Ada Lovelace",
    "王 Xiaoming, 王 Xiaoming"
  })
  void puts_the_surname_behind_where_it_stands_in_front(String name, String ordered) {
    assertThat(Romanization.givenNameFirst(name)).isEqualTo(ordered);
  }

  @Test
  void is_not_needed_for_latin_letters_digits_and_signs() {
    assertThat(Romanization.isNeeded("Đỗ Hương, Zoë 12 — €")).isFalse();
    assertThat(Romanization.isNeeded("Zoë я")).isTrue();
  }

  @Test
  void leaves_no_letter_of_these_scripts_and_grows_within_bounds_whatever_comes() {
    long seed = 20_250_331;
    Random random = new Random(seed);
    int[] starts = {0x20, 0x370, 0x400, 0x590, 0x600, 0x1100, 0x3040, 0x4E00, 0xAC00, 0x10000};
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.appendCodePoint(starts[random.nextInt(starts.length)] + random.nextInt(256));
      }
      String once = Romanization.of(text.toString());
      String message = "seed %d round %d".formatted(seed, round);

      // Compatibility forms alone can make one character eighteen.
      assertThat(once.length()).as(message).isLessThanOrEqualTo(24 * text.length());
      assertThat(once).as(message).doesNotContainPattern("[а-яα-ωא-תابتجح一-龥ぁ-ゔ가-힣]");
    }
  }
}

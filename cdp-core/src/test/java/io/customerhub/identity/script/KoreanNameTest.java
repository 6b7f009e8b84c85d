package io.customerhub.identity.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KoreanNameTest {

  @ParameterizedTest
  @CsvSource({
    "yoon soo, yunsu",
    "yoonsoo, yunsu",
    "jae dong, jaedong",
    "kyung sung, gyeongseong",
    "young hee, yeonghui",
    "geun hye, keunhye",
    "ah hyun, ahyeon",
    "woo jin, ujin",
    "shin young, sinyeong",
    "jun hyeon, junhyun"
  })
  void has_one_spelling_of_its_given_name(String one, String other) {
    assertThat(of(one, "kim")).isNotNull().isEqualTo(of(other, "kim"));
  }

  @ParameterizedTest
  @CsvSource({"kim, gim", "lee, yi", "park, bak", "choi, choe", "jung, jeong", "noh, roh"})
  void has_one_spelling_of_its_surname(String one, String other) {
    assertThat(of("minsu", one)).isNotNull().isEqualTo(of("minsu", other));
  }

  @ParameterizedTest
  @CsvSource({"yun su, min su", "jae dong, jae hyun", "ji young, ji yoon"})
  void is_not_another_name(String one, String other) {
    assertThat(of(one, "kim")).isNotNull().isNotEqualTo(of(other, "kim"));
  }

  @ParameterizedTest
  @CsvSource({
    "minsu, smith",
    "lou, lee",
    "meg, lee",
    "christopher, lee",
    "amy, kim",
    "min su ji, kim",
    "minsuji, kim",
    "'', kim"
  })
  void is_told_by_surname_and_syllables(String given, String surname) {
    assertThat(of(given, surname)).isNull();
  }

  @Test
  void needs_a_surname_of_one_word() {
    assertThat(KoreanName.of(List.of("minsu"), List.of())).isNull();
    assertThat(KoreanName.of(List.of("minsu"), List.of("kim", "lee"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kang yoon ah",
        "ryu yoondong",
        "hwang jae dong",
        "park minsoo",
        "kim min soo",
        "kang jun hyeon",
        "seo jung min"
      })
  void may_have_its_surname_in_front(String name) {
    assertThat(KoreanName.isSurnameInFront(words(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minsoo kim",
        "kim minsoo",
        "kim nelson",
        "lee watson",
        "seo young jung",
        "lee ann",
        "lee",
        "park avenue corner",
        "lee harvey oswald",
        "kim min su ji",
        "anna maria lee"
      })
  void has_it_at_the_end_otherwise(String name) {
    assertThat(KoreanName.isSurnameInFront(words(name))).isFalse();
  }

  private static KoreanName of(String given, String surname) {
    return KoreanName.of(words(given), words(surname));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }
}

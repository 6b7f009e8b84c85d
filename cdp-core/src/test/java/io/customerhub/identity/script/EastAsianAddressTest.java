package io.customerhub.identity.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EastAsianAddressTest {

  @ParameterizedTest
  @CsvSource({
    "札幌市豊平区平岸6-30-3, 札幌市豊平区平岸 6x30x3",
    "札幌市豊平区平岸６－３０－３　コーポ105, 札幌市豊平区平岸 6x30x3",
    "札幌市豊平区平岸6丁目30番3号 コーポ105号室, 札幌市豊平区平岸 6x30x3",
    "北海道札幌市豊平区平岸6丁目30-3, 札幌市豊平区平岸 6x30x3",
    "京都府宇治市小倉町3-12, 宇治市小倉町 3x12",
    "兵庫県西宮市甲子園口4, 西宮市甲子園口 4",
    "札幌市豊平区平岸6番地の30, 札幌市豊平区平岸 6x30",
    "臺北市南京東路2段100號, 臺北市南京東路 2x100",
    "广东省深圳市中山路12号3栋501室, 深圳市中山路 12x3x501"
  })
  void the_numbers_of_block_and_house_are_one_however_they_are_written(
      String address, String plain) {
    assertThat(EastAsianAddress.plain(address)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12 High Street",
        "札幌市豊平区",
        "3-14-3",
        "北海道",
        "札幌市北区北24条西5丁目1-1",
        "ул. Ленина 5"
      })
  void any_other_text_stays_as_it_is(String text) {
    assertThat(EastAsianAddress.plain(text)).isEqualTo(text);
  }
}

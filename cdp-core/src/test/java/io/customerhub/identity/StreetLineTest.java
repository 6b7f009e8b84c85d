package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreetLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Löwenstraße 140 | Löwenstr. 140
          Lange Straße 3 | Lange Str. 3
          Ihlamur Sk. No: 148 | Ihlamur Sokak No: 148
          ulica Zielona 5 | ul. Zielona 5
          Calle de la Fuente, 170 | C/ de la Fuente, 170
          45 Avenue de la Gare | 45 Av. de la Gare
          144 Rue du Château | 144 R. du Château
          12 High Street | 12 High St
          """)
  void a_street_is_the_same_however_its_kind_is_written(String one, String other) {
    assertThat(PlaceComparison.street(StreetLine.of(one), StreetLine.of(other)))
        .isEqualTo(Level.STREET_EXACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 High Street | 47 High St | STREET_NEIGHBOUR
          Ringstraße 62 | Ringstr. 76 | STREET_NEIGHBOUR
          12 High Street | 13 High Street | STREET_MOSTLY
          12 High Street | 21 High Street | STREET_MOSTLY
          12 High Street | High Street | STREET_MOSTLY
          12 High Street 3 | 47 High Street | STREET_MOSTLY
          12 High Street | 47 Mill Lane | STREET_DIFFERENT
          """)
  void another_house_of_one_street_is_a_neighbour(String one, String other, Level level) {
    assertThat(PlaceComparison.street(StreetLine.of(one), StreetLine.of(other))).isEqualTo(level);
    assertThat(PlaceComparison.street(StreetLine.of(other), StreetLine.of(one))).isEqualTo(level);
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Alan Exton (invoice) | Alan Exton",
        "Ada [left] Lovelace | Ada   Lovelace",
        "Ada Lovelace (do not call | Ada Lovelace",
        "(Ada) | (Ada)",
        "Ravi Kumar S/O Ram Kumar | Ravi Kumar",
        "RAVI KUMAR s/o. RAM | RAVI KUMAR",
        "Sita Devi W/O Ram | Sita Devi",
        "Sita Devi wife of Ram | Sita Devi",
        "Dubey Rohit SO Ramesh | Dubey Rohit",
        "RohitDubey | Rohit Dubey",
        "Ali KhanBaig | Ali Khan Baig",
        "\u6D5C\u91CE\u5F69\u69D8 | \u6D5C\u91CE\u5F69",
        "\u6D5C\u91CE \u5F69 \u6BBF | \u6D5C\u91CE \u5F69"
      })
  void what_is_not_of_a_name_is_taken_out(String written, String name) {
    assertThat(WrittenName.of(written)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "Ada Lovelace",
        "Kim So Yeon",
        "So Yeon Kim",
        "Jo Wo",
        "Maria do Carmo",
        "Ian MacDonald",
        "Ian McDonald",
        "Garret FitzGerald",
        "Dick VanDyke",
        "LaToya Jackson",
        "JoAnn Smith",
        "Conan O'Brien",
        "Miles D'Angelo",
        "Edward of Wessex",
        "Maria Teresa So Lim",
        "JUAN CARLOS SO TAN",
        "\u738B\u5B9D\u6BBF",
        "()",
        "\u69D8"
      })
  void a_name_is_left_as_it_is(String name) {
    assertThat(WrittenName.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DUPONT Jean | DUPONT, Jean",
        "DUPONT/JEANMR | DUPONT, JEAN",
        "DE LA TOUR/ANNE MARIE MRS | DE LA TOUR, ANNE MARIE",
        "O'BRIEN/MILLIEMISS | O'BRIEN, MILLIE",
        "DUPONT/JEAN | DUPONT, JEAN",
        "HASSAN/AMR | HASSAN, AMR",
        "AL-MASRI/AHMEDMR | ALMASRI, AHMED",
        "ANNA/PETER DUPONT | ANNA/PETER DUPONT",
        "RAM KUMAR S/O MOHAN LAL | RAM KUMAR",
        "Anna/Peter Dupont | Anna/Peter Dupont",
        "DUPONT-MARTIN Jean-Luc | DUPONT-MARTIN, Jean-Luc",
        "DE LA TOUR Jeanne | DE LA TOUR, Jeanne",
        "O'BRIEN Conan | O'BRIEN, Conan",
        "Dr. WALKER Susan | Dr. WALKER, Susan",
        "MR WALKER Susan | MR WALKER, Susan",
        "Jean DUPONT | Jean DUPONT",
        "JEAN DUPONT | JEAN DUPONT",
        "jean dupont | jean dupont",
        "JP Morgan | JP Morgan",
        "JRR Tolkien | JRR Tolkien",
        "KIM Minho | KIM, Minho",
        "IAN McDONALD | IAN McDONALD",
        "SEAN MacLeod | SEAN MacLeod",
        "JOHN Mac Donald | JOHN Mac Donald",
        "DUPONT J. | DUPONT J.",
        "MR John Smith | MR John Smith",
        "DUPONT | DUPONT"
      })
  void a_surname_in_capitals_may_be_in_front(String written, String name) {
    assertThat(WrittenName.whole(written)).isEqualTo(name);
  }

  @Test
  void no_text_takes_long() {
    assertTimeoutPreemptively(Duration.ofSeconds(10), WrittenNameTest::readOddTexts);
  }

  private static void readOddTexts() {
    for (String part : new String[] {"(", "Ab", " so ", "s/o ", "al ", "al-", "A", " "}) {
      String written = MatchFields.cut(part.repeat(100_000));
      assertThat(WrittenName.whole(written).length()).isLessThanOrEqualTo(2 * written.length());
    }
  }
}

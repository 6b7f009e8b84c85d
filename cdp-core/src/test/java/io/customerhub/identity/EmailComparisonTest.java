package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailComparisonTest {

  private static final PersonName ADA = PersonName.of("Ada", "Lovelace", "");

  @ParameterizedTest
  @CsvSource({
    "countess7@a.example, countess7@a.example, EMAIL_EXACT",
    "countess7@a.example, countess7@b.test, EMAIL_USER",
    "countess7@a.example, countes7@a.example, EMAIL_CLOSE",
    "countess7@a.example, countess58@a.example, EMAIL_DIFFERENT",
    // The long domain is one, the mailboxes are not.
    "joe.lewis@longcompany.example, joe.wolfe@longcompany.example, EMAIL_DIFFERENT",
    "ada.lovelace@a.example, ada.lovelace@b.test, EMAIL_NAMESAKE",
    "ada.lovelace@gmail.com, ada.lovelace@gmial.com, EMAIL_CLOSE",
    "ada.lovelace@gmail.com, ada.lovelace@gmail.con, EMAIL_CLOSE",
    "ada.lovelace@gmail.com, ada.lovelace@ymail.com, EMAIL_NAMESAKE",
    "ada.lovelace@wp.pl, ada.lovelace@op.pl, EMAIL_NAMESAKE",
    "ada.lovelace@hotmail.se, ada.lovelace@hotmail.es, EMAIL_NAMESAKE",
    "ada@gmail.com, ada@ymail.com, EMAIL_NAMESAKE",
    "adalovelace@a.example, adalovelace@b.test, EMAIL_NAMESAKE",
    "alovelace@a.example, alovelace@b.test, EMAIL_NAMESAKE",
    "lovelacea@a.example, lovelacea@b.test, EMAIL_NAMESAKE",
    "lovelace@a.example, lovelace@b.test, EMAIL_NAMESAKE",
    "adalovelace@a.example, adalovelace13@a.example, EMAIL_NAMESAKE",
    "adalovelace8@a.example, adalovelace@a.example, EMAIL_NAMESAKE",
    "adalovelace8@a.example, adalovelace9@a.example, EMAIL_NAMESAKE"
  })
  void a_mailbox_made_of_the_name_is_what_namesakes_have(String a, String b, Level level) {
    assertThat(level(a, b, ADA)).isEqualTo(level);
    assertThat(level(b, a, ADA)).isEqualTo(level);
  }

  @Test
  void of_nobody_known_a_mailbox_of_one_word_may_be_anything() {
    assertThat(level("adalovelace@a.example", "adalovelace@b.test", null))
        .isEqualTo(Level.EMAIL_USER);
    assertThat(level("ada.lovelace@a.example", "ada.lovelace@b.test", null))
        .isEqualTo(Level.EMAIL_NAMESAKE);
  }

  @Test
  void of_several_the_best_counts_and_of_none_there_is_no_level() {
    List<EncodedText> two = EncodedText.all(List.of("other@x.example", "countess7@a.example"));

    assertThat(EmailComparison.level(two, texts("countess7@a.example"), null, null))
        .isEqualTo(Level.EMAIL_EXACT);
    assertThat(EmailComparison.level(List.of(), two, null, null)).isNull();
  }

  private static @Nullable Level level(String a, String b, @Nullable PersonName name) {
    return EmailComparison.level(texts(a), texts(b), name, null);
  }

  private static List<EncodedText> texts(String one) {
    return EncodedText.all(List.of(one));
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Identifier;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdentifierNormalizerTest {

  private static final List<String> NAMESPACES =
      List.of("email", "phone", "user_id", "anonymous_id", "loyalty_card", "device_id", "custom");

  private final IdentifierNormalizer normalizer = IdentifierNormalizer.create();
  private final IdentifierNormalizer british = normalizer.withDefaultRegion("gb");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "NULL",
        "undefined",
        "anonymous",
        "guest",
        "None",
        "NaN",
        "0",
        "-1",
        "true",
        "[object Object]",
        "{}",
        "n/a",
        "not_authenticated",
        "distinct_id",
        "id",
        "email",
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        "\"undefined\"",
        "'null'",
        "\u201Cnull\u201D",
        "---",
        "0000000000",
        " undefined\u00A0",
        "\uFF55\uFF4E\uFF44\uFF45\uFF46\uFF49\uFF4E\uFF45\uFF44"
      })
  void a_placeholder_is_nobodys_key_in_any_namespace(String value) {
    assertThat(NAMESPACES)
        .allSatisfy(
            namespace ->
                assertThat(code(Identifier.of(namespace, value)))
                    .isEqualTo(ReasonCode.IDENTIFIER_BLOCKED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test@test.com",
        "test@example.com",
        "noreply@example.com",
        "no-reply@example.com",
        "none@none.com",
        "email@email.com",
        "no@email.com",
        "info@example.com",
        "INFO+sales@example.com",
        "asdf@asdf.com",
        "a@a.com"
      })
  void a_test_or_shared_mailbox_is_nobodys_key(String address) {
    assertThat(code(Identifier.email(address))).isEqualTo(ReasonCode.IDENTIFIER_BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, ada@example.com",
    "' TITLE@EXAMPLE.COM ', title@example.com",
    "john+promo@gmail.com, john+promo@gmail.com",
    "jose\u0301@example.com, jos\u00E9@example.com",
    "user@m\u00FCnchen.de, user@xn--mnchen-3ya.de",
    "user@XN--MNCHEN-3YA.de, user@xn--mnchen-3ya.de",
    "user@\uFF45xample.com, user@example.com",
    "user\u200B@example.com, user@example.com",
    "stra\u00DFe@example.com, stra\u00DFe@example.com",
    "p\u0430ypal@example.com, p\u0430ypal@example.com",
    "user@[127.0.0.1], user@[127.0.0.1]",
    "smith@smith.com, smith@smith.com"
  })
  void an_address_has_one_form(String given, String key) {
    assertThat(key(Identifier.email(given))).isEqualTo(key);
  }

  @Test
  void a_quoted_local_part_is_accepted() {
    String hostile =
        "\"very.(),:;<>[]\\\".VERY.\\\"very@\\\\ \\\"very\\\".unusual\"@strange.example.com";
    assertThat(key(Identifier.email(hostile))).isEqualTo(hostile.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b@c.com",
        "mailto:user@example.com",
        "User Name <user@example.com>",
        "ada",
        "@example.com",
        "ada@",
        "ada@exa mple.com",
        "ada(comment)@example.com",
        "ada@\u2100.com",
        "ada lovelace@example.com"
      })
  void what_is_no_address_is_set_aside(String given) {
    assertThat(code(Identifier.email(given))).isEqualTo(ReasonCode.INVALID_EMAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "+1 (555) 010-9999, +15550109999",
    "\uFF0B\uFF11\uFF15\uFF15\uFF15\uFF10\uFF11\uFF10\uFF19\uFF19\uFF19\uFF19, +15550109999",
    "+44 (0)20 7946 0958, +442079460958",
    "020 7946 0958, +442079460958",
    "0044 20 7946 0958, +442079460958",
    "0015550109999, +15550109999",
    "+84 912 345 678, +84912345678",
    "\u0660\u0662\u0660 7946 0958, +442079460958"
  })
  void all_ways_to_write_a_number_are_one_key(String given, String key) {
    assertThat(key(british, Identifier.phone(given))).isEqualTo(key);
  }

  @Test
  void a_foreign_exit_code_is_understood_where_it_cannot_be_a_national_number() {
    IdentifierNormalizer american = normalizer.withDefaultRegion("US");
    assertThat(key(american, Identifier.phone("0015550109999"))).isEqualTo("+15550109999");
    assertThat(key(normalizer, Identifier.phone("0015550109999"))).isEqualTo("+15550109999");
    assertThat(key(american, Identifier.phone("(555) 010-9999"))).isEqualTo("+15550109999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5550109999", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667"})
  void a_national_number_needs_a_region(String given) {
    assertThat(code(Identifier.phone(given))).isEqualTo(ReasonCode.PHONE_NO_REGION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=+1-555-010-9999", "1.5550109999E10", "+1 555 CALL NOW", "+1", "++15550109999"})
  void what_is_no_number_is_set_aside(String given) {
    assertThat(code(british, Identifier.phone(given))).isEqualTo(ReasonCode.INVALID_PHONE);
  }

  @Test
  void one_digit_repeated_is_nobodys_number() {
    assertThat(code(british, Identifier.phone("1111111111")))
        .isEqualTo(ReasonCode.IDENTIFIER_BLOCKED);
    assertThat(code(british, Identifier.phone("9".repeat(100_000))))
        .isEqualTo(ReasonCode.INVALID_PHONE);
  }

  @Test
  void characters_that_break_stores_or_eyes_are_refused() {
    assertThat(code(Identifier.email("ada@example.com\u0000"))).isEqualTo(ReasonCode.NUL_CHAR);
    assertThat(code(Identifier.email("ada@example.com\r\nBcc: x")))
        .isEqualTo(ReasonCode.CONTROL_CHAR);
    assertThat(code(Identifier.userId("a\uD800b"))).isEqualTo(ReasonCode.LONE_SURROGATE);
    assertThat(code(Identifier.userId("a\u202Eb"))).isEqualTo(ReasonCode.BIDI_CONTROL);
    assertThat(code(Identifier.userId("\u200B\uFEFF "))).isEqualTo(ReasonCode.IDENTIFIER_EMPTY);
  }

  @Test
  void the_length_is_capped_before_and_after_normalising() {
    String longest = "k".repeat(Limits.IDENTIFIER_LENGTH);
    assertThat(key(Identifier.userId(longest))).isEqualTo(longest);
    assertThat(code(Identifier.userId(longest + "k"))).isEqualTo(ReasonCode.TOO_LONG);
    // U+1D160 becomes three code points in form C.
    assertThat(code(Identifier.userId("\uD834\uDD60".repeat(Limits.IDENTIFIER_LENGTH / 2))))
        .isEqualTo(ReasonCode.TOO_LONG);
  }

  @Test
  void other_namespaces_keep_their_case() {
    assertThat(key(Identifier.userId(" AbC\u00A0"))).isEqualTo("AbC");
    assertThat(key(Identifier.of("custom", "a|b:c"))).isEqualTo("a|b:c");
  }

  @Test
  void the_reason_holds_no_personal_data() {
    Normalized aside = normalizer.normalize(Identifier.email("Ada Lovelace <ada@example.com>"));
    assertThat(aside.toString()).doesNotContainIgnoringCase("ada").contains("INVALID_EMAIL");
  }

  @Test
  void an_unknown_region_is_an_error() {
    assertThatThrownBy(() -> normalizer.withDefaultRegion("XX"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XX");
  }

  @Test
  void normalising_twice_changes_nothing() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 30_000; i++) {
      Identifier given = randomIdentifier(random);
      Normalized once = british.normalize(given);
      if (once instanceof Normalized.Key key) {
        assertThat(british.normalize(key.identifier()))
            .as("seed %d, try %d, %s", seed, i, RandomText.escaped(given.value()))
            .isEqualTo(once);
      }
    }
  }

  private static Identifier randomIdentifier(Random random) {
    String text = RandomText.of(random, 1 + random.nextInt(12));
    return switch (random.nextInt(4)) {
      case 0 -> Identifier.email(text + "@example.com");
      case 1 -> Identifier.email("ada@" + text + ".com");
      case 2 -> Identifier.phone(RandomText.digits(random, 4 + random.nextInt(14)));
      default -> Identifier.userId(text);
    };
  }

  private String key(Identifier given) {
    return key(normalizer, given);
  }

  private static String key(IdentifierNormalizer with, Identifier given) {
    Normalized result = with.normalize(given);
    assertThat(result).isInstanceOf(Normalized.Key.class);
    return ((Normalized.Key) result).identifier().value();
  }

  private ReasonCode code(Identifier given) {
    return code(normalizer, given);
  }

  private static ReasonCode code(IdentifierNormalizer with, Identifier given) {
    Normalized result = with.normalize(given);
    assertThat(result).isInstanceOf(Normalized.SetAside.class);
    return ((Normalized.SetAside) result).code();
  }
}

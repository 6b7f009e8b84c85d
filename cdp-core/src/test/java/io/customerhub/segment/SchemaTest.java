package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaTest {

  private static final Schema SCHEMA =
      Schema.open()
          .trait("city", Schema.Type.TEXT)
          .trait("born", Schema.Type.DATE)
          .trait("tags", Schema.Type.LIST)
          .trait("extra", Schema.Type.ANY)
          .event("Order Completed", Map.of("revenue", Schema.Type.NUMBER))
          .event("Visit", Map.of())
          .purpose("email.marketing")
          .record("deal", Map.of("status", Schema.Type.TEXT));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trait.citty = 'a' | citty | city",
        "trait.x = 1 | x | ",
        "not any of (trait.city exists, trait.brn in past) | brn | born",
        "trait.city = trait.cty | cty | city",
        "trait.citi has been = 'a' for 3 days | citi | city",
        "did 'Order completed' | Order completed | Order Completed",
        "did 'Visit' since last 'Visits' | Visits | Visit",
        "sequence 'Visit' then 'Order' | Order | ",
        "did 'Order Completed' (revenu > 5) | revenu | revenue",
        "sum of revnue of 'Order Completed' > 5 | revnue | revenue",
        "sequence 'Visit' then 'Order Completed' with same cart | cart | ",
        "has deal (state = open) | state | status",
        "consent 'email.marketting' granted | email.marketting | email.marketing",
        "has task | task | ",
        "trait.city > 5 | city | ",
        "trait.tags contains 'a' | tags | ",
        "trait.born has any (1) | born | ",
      })
  void a_wrong_name_or_type_is_named_and_the_nearest_name_suggested(
      String text, String name, String suggestion) {
    Condition condition = SegmentText.parse(text);
    SegmentSchemaException error =
        catchThrowableOfType(SegmentSchemaException.class, () -> SCHEMA.check(condition));

    assertThat(error).as(text).isNotNull();
    assertThat(error.name()).isEqualTo(name);
    assertThat(error.suggestion().orElse(null)).isEqualTo(suggestion);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trait.city like 'a*' and trait.city before '2026-01-01'",
        "trait.born = '2026-01-01' or trait.born anniversary in next 7 days",
        "trait.tags has any ('a') and trait.extra > 5 and trait.city missing",
        "did 'Visit' (anything = 1) and last of page of 'Visit' = 'x'",
        "sum of revenue of 'Order Completed' > 5 and has deal (status = open)",
        "in segment 'whatever' and is anonymous",
        "consent 'email.marketing' by 'sms' unknown",
      })
  void what_is_declared_is_accepted(String text) {
    assertThatCode(() -> SCHEMA.check(SegmentText.parse(text))).doesNotThrowAnyException();
  }

  @Test
  void an_open_schema_accepts_everything_but_records() {
    assertThatCode(() -> Schema.open().check(SegmentText.parse("trait.x = 1 and did 'Y'")))
        .doesNotThrowAnyException();
    assertThat(
            catchThrowableOfType(
                SegmentSchemaException.class,
                () -> Schema.open().check(SegmentText.parse("has deal"))))
        .isNotNull();
  }
}

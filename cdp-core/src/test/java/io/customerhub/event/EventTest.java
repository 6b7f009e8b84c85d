package io.customerhub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventTest {

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.123456789Z");

  @Test
  void a_built_event_is_canonical() {
    Event event =
        Event.track("Order Completed")
            .source("shop")
            .messageId("m1")
            .at(TIME)
            .userId("u1")
            .email("ada@example.com")
            .userId("u1")
            .property("revenue", 129.90)
            .build();
    assertThat(event.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
    assertThat(event.identifiers())
        .containsExactly(Identifier.email("ada@example.com"), Identifier.userId("u1"));
  }

  @Test
  void an_alias_links_the_previous_id_whatever_it_was() {
    Event event = Event.alias("old").userId("new").messageId("m").at(TIME).build();
    assertThat(event.identifiers())
        .containsExactly(
            Identifier.anonymousId("old"), Identifier.userId("new"), Identifier.userId("old"));
  }

  @Test
  void what_is_missing_is_named() {
    assertThatThrownBy(() -> Event.track(" ").messageId("m").at(TIME).build())
        .isInstanceOf(InvalidEventException.class)
        .hasMessageContaining("event: expected a name [MISSING_FIELD]");
    assertThatThrownBy(() -> Event.identify().messageId("").at(TIME).build())
        .hasMessageContaining("messageId: expected a value [MISSING_FIELD]");
    assertThatThrownBy(() -> Event.identify().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("messageId and time");
  }

  @Test
  void an_event_holds_at_most_twenty_identifiers() {
    EventBuilder builder = Event.identify().messageId("m").at(TIME);
    for (int i = 0; i < 21; i++) {
      builder.userId("u" + i);
    }
    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            e -> assertThat(e.code()).isEqualTo(ReasonCode.TOO_MANY_IDENTIFIERS));
  }

  @Test
  void nothing_personal_shows_in_texts_for_logs() {
    Event event =
        Event.identify().messageId("m").at(TIME).email("ada@example.com").trait("n", "Ada").build();
    for (String text :
        List.of(event.toString(), event.identifiers().toString(), "" + event.identifiers())) {
      assertThat(text).doesNotContain("ada").doesNotContain("Ada").doesNotContain("example");
    }
    assertThat(Identifier.email("ada@example.com")).hasToString("email:a***.com");
    assertThat(Identifier.userId("abc")).hasToString("user_id:***");
  }

  @Test
  void a_namespace_is_lower_case_letters_digits_and_underscores() {
    for (String bad : List.of("", "E-Mail", "a b", "ü", "x".repeat(33))) {
      assertThatThrownBy(() -> Identifier.of(bad, "1")).isInstanceOf(InvalidEventException.class);
    }
    assertThat(Identifier.of("loyalty_2", "1").namespace()).isEqualTo("loyalty_2");
  }
}

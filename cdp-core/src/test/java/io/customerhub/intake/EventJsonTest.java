package io.customerhub.intake;

import static io.customerhub.intake.Reading.NOW;
import static io.customerhub.intake.Reading.only;
import static io.customerhub.intake.Reading.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.Parsed.Rejected;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventJsonTest {

  private final EventJson intake = EventJson.source("web");

  @Nested
  class A_message {

    @Test
    void of_an_order_becomes_a_track_event() {
      Event event =
          event(
              """
              {"type":"track","messageId":"m1","userId":"u1","anonymousId":"a1",
               "event":"Order Completed","timestamp":"2026-11-22T10:00:00.5+01:00",
               "properties":{"revenue":12.50,"products":[{"sku":"A","quantity":2}]},
               "context":{"ip":"127.0.0.1"},"integrations":{"All":false},"sentAt":"x"}""");

      assertThat(event.type()).isEqualTo(EventType.TRACK);
      assertThat(event.name()).isEqualTo("Order Completed");
      assertThat(event.source()).isEqualTo("web");
      assertThat(event.messageId()).isEqualTo("m1");
      assertThat(event.time()).isEqualTo(Instant.parse("2026-11-22T09:00:00.5Z"));
      assertThat(event.identifiers())
          .containsExactly(Identifier.anonymousId("a1"), Identifier.userId("u1"));
      assertThat(event.properties())
          .containsEntry("revenue", new BigDecimal("12.5"))
          .containsEntry(
              "products", List.of(Map.of("sku", "A", "quantity", BigDecimal.valueOf(2))));
      assertThat(event.context()).containsExactly(Map.entry("ip", "127.0.0.1"));
    }

    @Test
    void of_type_identify_carries_traits_and_their_contacts() {
      Event event =
          event(
              """
              {"type":"identify","userId":7,"traits":{"email":"ann@example.com",
               "phone":"+84912345678","name":"Ann"},"context":{"device":{"id":"d1"},
               "traits":{"email":"ann@work.example"}}}""");

      assertThat(event.identifiers())
          .containsExactly(
              Identifier.deviceId("d1"),
              Identifier.email("ann@example.com"),
              Identifier.email("ann@work.example"),
              Identifier.phone("+84912345678"),
              Identifier.userId("7"));
      assertThat(event.traits()).containsEntry("email", "ann@example.com").hasSize(3);
    }

    @Test
    void of_a_page_or_screen_keeps_name_and_category() {
      Event page =
          event(
              "{\"type\":\"page\",\"name\":\"Home\",\"category\":\"Docs\",\"anonymousId\":\"a\"}");

      assertThat(page.name()).isEqualTo("Home");
      assertThat(page.properties()).containsEntry("category", "Docs");
      assertThat(event("{\"type\":\"screen\"}").name()).isEmpty();
    }

    @Test
    void of_a_group_does_not_take_the_organisations_address_for_the_persons() {
      Event group =
          event(
              """
              {"type":"group","userId":"u1","groupId":9,"traits":{"email":"info@acme.example"}}""");

      assertThat(group.name()).isEqualTo("9");
      assertThat(group.traits()).containsEntry("email", "info@acme.example");
      assertThat(group.identifiers()).containsExactly(Identifier.userId("u1"));
    }

    @Test
    void of_an_alias_links_the_previous_id_of_either_kind() {
      assertThat(event("{\"type\":\"alias\",\"userId\":\"u\",\"previousId\":\"p\"}").identifiers())
          .containsExactly(
              Identifier.anonymousId("p"), Identifier.userId("p"), Identifier.userId("u"));
      assertThat(event("{\"type\":\"alias\",\"userId\":\"u\",\"previousId\":\"u\"}").identifiers())
          .containsExactly(Identifier.userId("u"));
    }

    @Test
    void takes_external_ids_of_any_type() {
      Event event =
          event(
              """
              {"type":"track","event":"Open","context":{"externalIds":[
                {"id":"38400000-8cf0","type":"android.idfa","collection":"users","encoding":"none"},
                {"id":"LC-1","type":"loyalty_card"}]}}""");

      assertThat(event.identifiers())
          .containsExactly(
              Identifier.of("android_idfa", "38400000-8cf0"), Identifier.loyaltyCard("LC-1"));
    }

    @Test
    void takes_contacts_among_the_properties_unless_told_not_to() {
      String invite =
          "{\"type\":\"track\",\"event\":\"Invited\",\"properties\":{\"email\":\"bob@example.com\"}}";

      assertThat(event(invite).identifiers()).containsExactly(Identifier.email("bob@example.com"));
      Parsed without = only(intake.identifiersFromProperties(false).parse(invite, NOW));
      assertThat(Reading.event(without).identifiers()).isEmpty();
    }

    @Test
    void keeps_members_that_the_specification_does_not_know() {
      assertThat(event("{\"type\":\"track\",\"event\":\"E\",\"x\":1,\"version\":2}").context())
          .containsExactly(Map.entry("unmapped", Map.of("x", BigDecimal.ONE)));
    }

    @Test
    void treats_null_and_an_empty_id_as_absent() {
      Event event =
          event(
              """
              {"type":"track","event":"E","userId":null,"anonymousId":"","properties":null,
               "traits":[],"messageId":null,"timestamp":null}""");

      assertThat(event.identifiers()).isEmpty();
      assertThat(event.time()).isEqualTo(NOW);
      assertThat(event.messageId()).matches("json:[0-9a-f]{32}");
    }
  }

  @Nested
  class A_message_without_id {

    @Test
    void is_named_by_its_content_so_that_a_replay_is_known() {
      String message =
          "{\"type\":\"track\",\"event\":\"E\",\"properties\":{\"a\":1,\"b\":\"x\"}%s}";
      String id = event(message.formatted("")).messageId();

      Parsed later = only(intake.parse(message.formatted(""), NOW.plusSeconds(60)));
      assertThat(Reading.event(later).messageId()).isEqualTo(id);
      assertThat(event(message.formatted(",\"sentAt\":\"2026-01-01T00:00:00Z\"")).messageId())
          .isEqualTo(id);
      assertThat(
              event("{\"event\":\"E\",\"properties\":{\"b\":\"x\",\"a\":1.0},\"type\":\"track\"}")
                  .messageId())
          .isEqualTo(id);
      assertThat(event(message.formatted(",\"userId\":\"u\"")).messageId()).isNotEqualTo(id);
    }

    @Test
    void does_not_confuse_where_one_value_ends_and_the_next_begins() {
      assertThat(event("{\"type\":\"track\",\"event\":\"ab\",\"userId\":\"c\"}").messageId())
          .isNotEqualTo(
              event("{\"type\":\"track\",\"event\":\"a\",\"userId\":\"bc\"}").messageId());
    }
  }

  @Nested
  class The_time {

    @Test
    void falls_back_to_the_original_timestamp() {
      assertThat(timed("\"originalTimestamp\":\"2026-11-20T00:00:00Z\"").time())
          .isEqualTo("2026-11-20T00:00:00Z");
    }

    @Test
    void keeps_an_original_timestamp_that_differs() {
      Event event =
          timed("\"timestamp\":1763640000000,\"originalTimestamp\":\"2026-11-20T00:00:00Z\"");

      assertThat(event.time()).isEqualTo(Instant.ofEpochMilli(1763640000000L));
      assertThat(event.context()).containsEntry("originalTimestamp", "2026-11-20T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z"})
    void of_a_wrong_clock_is_replaced_by_the_arrival_and_kept(String wrong) {
      Event event = timed("\"timestamp\":\"" + wrong + "\"");

      assertThat(event.time()).isEqualTo(NOW);
      assertThat(event.context()).containsEntry("originalTimestamp", wrong);
    }

    @Test
    void of_a_wrong_clock_is_kept_beside_another_original() {
      Event event =
          timed(
              "\"timestamp\":0,\"originalTimestamp\":\"2026-11-20T00:00:00Z\""
                  .replace("0,", "-5,"));

      assertThat(event.time()).isEqualTo(NOW);
      assertThat(event.context())
          .containsEntry("timestamp", BigDecimal.valueOf(-5))
          .containsEntry("originalTimestamp", "2026-11-20T00:00:00Z");
    }

    @Test
    void may_be_a_day_ahead_to_the_second() {
      assertThat(timed("\"timestamp\":\"2026-11-23T12:00:00Z\"").time())
          .isEqualTo("2026-11-23T12:00:00Z");
      assertThat(timed("\"timestamp\":\"2026-11-23T12:00:01Z\"").time()).isEqualTo(NOW);
    }

    private Event timed(String member) {
      return event("{\"type\":\"track\",\"event\":\"E\"," + member + "}");
    }
  }

  @Nested
  class A_batch {

    @Test
    void is_read_message_by_message_and_lends_its_context() {
      List<Parsed> parsed =
          intake.parse(
              """
              {"batch":[{"type":"track","event":"E","userId":"u"},
                        {"type":"identify","traits":{"email":{"a":1}}},
                        {"type":"page","context":{"ip":"::1"}},null],
               "context":{"library":{"name":"java"}},"sentAt":"2026-11-22T00:00:00Z"}""",
              NOW);

      assertThat(parsed)
          .extracting(Parsed::location)
          .containsExactly("batch[0]", "batch[1]", "batch[2]", "batch[3]");
      assertThat(Reading.event(parsed.get(0)).context()).containsKey("library");
      Rejected second = rejected(parsed.get(1), ReasonCode.TYPE_MISMATCH, "batch[1].traits.email");
      assertThat(second.raw())
          .isEqualTo("{\"type\":\"identify\",\"traits\":{\"email\":{\"a\":1}}}");
      assertThat(Reading.event(parsed.get(2)).context()).containsOnlyKeys("ip");
      rejected(parsed.get(3), ReasonCode.JSON_SHAPE, "batch[3]");
    }

    @Test
    void may_be_a_bare_list_or_empty() {
      assertThat(intake.parse("[{\"type\":\"page\"},{\"type\":\"page\"}]", NOW))
          .extracting(Parsed::location)
          .containsExactly("[0]", "[1]");
      assertThat(intake.parse("{\"batch\":[]}", NOW)).isEmpty();
    }

    @Test
    void that_is_no_list_is_rejected() {
      rejected(only(intake.parse("{\"batch\":{}}", NOW)), ReasonCode.JSON_SHAPE, "batch");
    }

    @Test
    void cannot_name_a_tenant() {
      rejected(
          only(intake.parse("{\"batch\":[],\"tenant\":\"x\"}", NOW)),
          ReasonCode.TENANT_FIELD,
          "tenant");
    }
  }

  @Nested
  class Rejected_is {

    @Test
    void what_is_not_an_event_of_the_specification() {
      refused("{\"type\":\"delete\",\"userId\":\"u\"}", ReasonCode.EVENT_TYPE, "type");
      refused("{\"userId\":\"u\"}", ReasonCode.EVENT_TYPE, "type");
      refused("{\"type\":\"track\",\"tenant\":\"t\"}", ReasonCode.TENANT_FIELD, "tenant");
      refused("{\"type\":\"track\"}", ReasonCode.MISSING_FIELD, "event");
      refused("{\"type\":\"group\"}", ReasonCode.MISSING_FIELD, "groupId");
      refused("{\"type\":\"alias\",\"userId\":\"u\"}", ReasonCode.MISSING_FIELD, "previousId");
      refused("{\"type\":\"alias\",\"previousId\":\"p\"}", ReasonCode.MISSING_FIELD, "userId");
      refused("{\"type\":\"track\",\"event\":5}", ReasonCode.TYPE_MISMATCH, "event");
      refused("\"track\"", ReasonCode.JSON_SHAPE, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e2", "true", "[1]", "{\"$ne\":null}"})
    void an_id_that_is_neither_text_nor_whole_number(String id) {
      refused("{\"type\":\"page\",\"userId\":" + id + "}", ReasonCode.TYPE_MISMATCH, "userId");
    }

    @Test
    void an_id_that_is_blank_too_long_or_no_text() {
      refused("{\"type\":\"page\",\"userId\":\" \"}", ReasonCode.IDENTIFIER_EMPTY, "userId");
      refused(
          "{\"type\":\"page\",\"userId\":\"" + "x".repeat(513) + "\"}",
          ReasonCode.TOO_LONG,
          "userId");
      refused("{\"type\":\"page\",\"userId\":\"\\u0000\"}", ReasonCode.NUL_CHAR, "userId");
      refused("{\"type\":\"page\",\"userId\":\"\\ud800\"}", ReasonCode.LONE_SURROGATE, "userId");
      refused(
          "{\"type\":\"page\",\"context\":{\"externalIds\":[{\"type\":\"t\"}]}}",
          ReasonCode.MISSING_FIELD,
          "context.externalIds[0].id");
    }

    @Test
    void a_document_of_more_than_a_mebibyte() {
      String start = "{\"type\":\"page\",\"p\":\"";
      refused(start + "x".repeat(1024 * 1024) + "\"}", ReasonCode.EVENT_TOO_LARGE, "");
      refused(start + "\u20AC".repeat(400_000) + "\"}", ReasonCode.EVENT_TOO_LARGE, "");
      byte[] bytes = (start + "\u20AC".repeat(400_000) + "\"}").getBytes(StandardCharsets.UTF_8);
      rejected(only(intake.parse(bytes, NOW)), ReasonCode.EVENT_TOO_LARGE, "");
    }

    @Test
    void a_document_that_is_not_valid_utf_8() {
      byte[] bytes =
          "{\"type\":\"page\",\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

      rejected(only(intake.parse(bytes, NOW)), ReasonCode.JSON_SYNTAX, "");
    }

    @Test
    void reported_without_personal_data_outside_of_the_raw_input() {
      String document = "{\"type\":\"page\",\"userId\":\"secret@example.com\",\"userId\":\"y\"}";
      Rejected rejected = (Rejected) only(intake.parse(document, NOW));

      assertThat(rejected.code()).isEqualTo(ReasonCode.JSON_DUPLICATE_KEY);
      assertThat(rejected.message() + rejected).doesNotContain("secret");
      assertThat(rejected.message()).startsWith("not valid JSON at character 53");
      assertThat(rejected.raw()).isEqualTo(document);
    }

    @Test
    void shortened_without_breaking_a_character_and_without_line_breaks_in_the_field() {
      String raw = "x" + "\uD83D\uDE00".repeat(3000);
      Rejected rejected = new Rejected(ReasonCode.TOO_LONG, "a\nb\u2028c", "m\r", "line 1", raw);

      assertThat(rejected.raw()).hasSize(4095).endsWith("\uD83D\uDE00");
      assertThat(rejected.field()).isEqualTo("a?b?c");
      assertThat(rejected.message()).isEqualTo("m?");
      assertThat(rejected).hasToString("Rejected[TOO_LONG a?b?c at line 1]");
    }

    private void refused(String document, ReasonCode code, String field) {
      rejected(only(intake.parse(document, NOW)), code, field);
    }
  }

  @Test
  void a_byte_order_mark_is_skipped() {
    String document = "\uFEFF{\"type\":\"page\"}";

    Reading.event(only(intake.parse(document, NOW)));
    Reading.event(only(intake.parse(document.getBytes(StandardCharsets.UTF_8), NOW)));
  }

  @Test
  void a_source_needs_a_name() {
    assertThatThrownBy(() -> EventJson.source(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EventJson.source("x".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Event event(String document) {
    Parsed parsed = only(intake.parse(document, NOW));
    assertThat(parsed.location()).isEqualTo("document");
    return Reading.event(parsed);
  }
}

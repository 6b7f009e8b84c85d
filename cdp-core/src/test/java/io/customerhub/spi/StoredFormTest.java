package io.customerhub.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.RandomValues;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.identity.Evidence;
import io.customerhub.profile.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredFormTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000001Z");

  @Test
  void reading_what_was_written_gives_an_equal_value() {
    for (long seed = 0; seed < 2_000; seed++) {
      RandomValues random = new RandomValues(seed);
      Event event = random.event();
      List<Claim> claims = random.list(random::claim);
      List<Evidence> evidence = random.list(random::evidence);
      List<Identifier> identifiers = random.list(random::identifier);
      Map<String, String> texts = random.texts();

      String name = "seed " + seed;
      assertThat(StoredForm.event(StoredForm.event(event))).as(name).isEqualTo(event);
      assertThat(StoredForm.claims(StoredForm.claims(claims))).as(name).isEqualTo(claims);
      assertThat(StoredForm.evidence(StoredForm.evidence(evidence))).as(name).isEqualTo(evidence);
      assertThat(StoredForm.identifiers(StoredForm.identifiers(identifiers)))
          .as(name)
          .isEqualTo(identifiers);
      assertThat(StoredForm.texts(StoredForm.texts(texts))).as(name).isEqualTo(texts);
    }
  }

  @Test
  void an_event_is_written_with_sorted_names_and_exact_numbers() {
    Event event =
        Event.track("Order Completed")
            .source("shop")
            .messageId("m-1")
            .at(NOON)
            .userId("7")
            .email("ada@example.com")
            .property("total", 100)
            .property("price", 0.10)
            .property("lines", List.of(Map.of("sku", "é", "gift", true)))
            .build();

    assertThat(StoredForm.event(event))
        .isEqualTo(
            """
            {"identifiers":[["email","ada@example.com"],["user_id","7"]],"messageId":"m-1",\
            "name":"Order Completed","properties":{"lines":[{"gift":true,"sku":"é"}],\
            "price":0.1,"total":100},"source":"shop","time":"2026-03-01T12:00:00.000001Z",\
            "type":"track"}""");
  }

  @Test
  void a_field_of_a_newer_version_is_passed_over() {
    Event event = Event.track("Seen").messageId("m").at(NOON).build();
    String newer = StoredForm.event(event).replaceFirst("\\{", "{\"added\":[[1]],\"also\":null,");

    assertThat(StoredForm.event(newer)).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "{\"name\":\"secret",
        "{\"name\":\"secret\"}",
        "[\"secret\"]",
        "{} secret",
        "{\"type\":\"secret\",\"name\":\"\",\"source\":\"s\",\"messageId\":\"m\",\"time\":\"x\"}"
      })
  void what_is_no_stored_event_is_refused_without_telling_it(String json) {
    assertThatThrownBy(() -> StoredForm.event(json))
        .isInstanceOf(StorageException.class)
        .hasNoCause()
        .hasMessageContaining("an event")
        .hasMessageNotContaining("secret");
  }

  @Test
  void broken_lists_and_maps_are_refused() {
    assertThatThrownBy(() -> StoredForm.claims("[[\"a\"]]")).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> StoredForm.claims("[[\"a\",\"b\",\"2026-01-01T00:00:00Z\",\"m\"]]"))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> StoredForm.evidence("[[\"a\",\"b\",\"c\"]]"))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> StoredForm.identifiers("[[\"email\",\"a\",\"b\"]]"))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> StoredForm.texts("{\"a\":1}")).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> StoredForm.texts("{\"a\":\"1\",\"a\":\"2\"}"))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void the_hash_is_of_the_content_and_not_of_the_context() {
    String hash = StoredForm.hash(order("m-1", "12.50", "phone"));

    assertThat(hash)
        .hasSize(64)
        .matches("[0-9a-f]+")
        .isEqualTo(StoredForm.hash(order("m-1", "12.50", "tablet")))
        .isNotEqualTo(StoredForm.hash(order("m-1", "12.51", "phone")))
        .isNotEqualTo(StoredForm.hash(order("m-2", "12.50", "phone")));
  }

  @Test
  void equal_numbers_have_equal_hashes_and_composed_text_is_not_decomposed_text() {
    assertThat(hashOf(1)).isEqualTo(hashOf(1.0)).isNotEqualTo(hashOf("1"));
    assertThat(hashOf("é")).isNotEqualTo(hashOf("e\u0301"));
  }

  private static Event order(String messageId, String total, String device) {
    return Event.track("Order Completed")
        .messageId(messageId)
        .at(NOON)
        .property("total", total)
        .context(Map.of("device", device))
        .build();
  }

  private static String hashOf(Object value) {
    return StoredForm.hash(
        Event.track("Seen").messageId("m").at(NOON).property("value", value).build());
  }
}

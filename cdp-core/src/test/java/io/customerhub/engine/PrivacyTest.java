package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customerhub.contract.TestClock;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.intake.EventJson;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Export, and what of erasure is the engine's own; the rest is in the contract of the stores. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrivacyTest {

  private final TestEngine test = new TestEngine();
  private final CustomerEngine engine = test.engine;

  @Test
  void an_export_has_all_parts_in_their_order() throws IOException {
    ProfileId ada = ada();

    JsonNode json = export(ada);

    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "format",
            "profile",
            "exportedAt",
            "members",
            "identifiers",
            "traits",
            "computedTraits",
            "activity",
            "segments",
            "segmentHistory",
            "links",
            "journal",
            "consents",
            "records",
            "audit",
            "setAside",
            "eventSummaries",
            "events");
    assertThat(json.path("format").asText()).isEqualTo("customerhub-person/1");
    assertThat(json.path("profile").asText()).isEqualTo(ada.toString());
    assertThat(json.path("members")).hasSize(3);
    assertThat(json.path("members").path(1).path("evidence")).isNotEmpty();
    assertThat(json.path("identifiers").findValuesAsText("value"))
        .containsExactlyInAnyOrder("ada@example.com", "LC-1", "ada");
    assertThat(json.path("traits").path("city").path("value").asText()).isEqualTo("London");
    assertThat(json.path("activity").path("events").asInt()).isEqualTo(4);
    assertThat(json.path("segments").findValuesAsText("segment")).containsExactly("londoners");
    assertThat(json.path("segmentHistory").findValuesAsText("segment"))
        .containsExactly("londoners");
    assertThat(json.path("links").findValuesAsText("kind")).containsExactly("MUST_LINK");
    assertThat(json.path("journal").findValuesAsText("reason")).containsExactly("same card");
    assertThat(json.path("consents").findValuesAsText("purpose")).containsExactly("newsletter");
    assertThat(json.path("records").findValuesAsText("text")).containsExactly("one", "one");
    assertThat(json.path("audit").findValuesAsText("action")).containsExactly("MERGE");
    assertThat(json.path("setAside").path(0).path("raw").asText()).contains("Ada@example.com");
    assertThat(json.path("events")).hasSize(4);
    assertThat(
            json.path("events")
                .path(0)
                .path("event")
                .path("properties")
                .path("revenue")
                .decimalValue())
        .isEqualByComparingTo("129.9");
  }

  @Test
  void an_export_is_written_down_and_nobody_elses_data_is_in_it() throws IOException {
    ProfileId ada = ada();
    engine.ingest(Event.identify().email("bob@example.com").trait("name", "Robert"));

    String text = text(ada);

    assertThat(text).doesNotContain("bob@example.com").doesNotContain("Robert");
    assertThat(engine.audit().list(null, 9))
        .filteredOn(entry -> entry.action() == AuditEntry.Action.EXPORT)
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).isEqualTo("request 7"));
  }

  @Test
  void events_are_exported_once_each_whatever_pages_they_are_read_in() throws IOException {
    ProfileId id = test.ingest(Event.track("First").userId("u").at(TestEngine.NOW.minusSeconds(9)));
    for (int i = 0; i < 2_300; i++) {
      engine.ingest(
          Event.track("Same")
              .userId("u")
              .messageId("m" + i)
              .at(TestEngine.NOW.minusSeconds(i / 1_700)));
    }

    List<String> ids = export(id).path("events").findValuesAsText("messageId");

    assertThat(ids).hasSize(2_301).doesNotHaveDuplicates();
  }

  @Test
  void nobody_unknown_or_erased_is_exported() {
    ProfileId ada = ada();
    engine.privacy().erase(ada).commit();

    assertThatThrownBy(() -> text(ada)).isInstanceOf(ErasedProfileException.class);
    assertThatThrownBy(() -> text(new ProfileId(new UUID(1, 1))))
        .isExactlyInstanceOf(UnknownProfileException.class);
  }

  @Test
  void a_secret_of_the_host_is_not_kept_in_the_storage() {
    Storage storage = MemoryStorage.create();
    TestClock clock = new TestClock(TestEngine.NOW);
    CustomerEngine own = withSecret(storage, clock, "a secret of the host");
    ProfileId id = own.ingest(Event.track("X").userId("u")).profile().orElseThrow();
    own.privacy().erase(id).commit();

    boolean kept = storage.inTransaction(tx -> tx.suppressions().secret().isPresent());
    assertThat(kept).isFalse();
    assertThat(own.privacy().isSuppressed(Identifier.userId("u"))).isTrue();
    assertThat(
            withSecret(storage, clock, "a secret of the host")
                .privacy()
                .isSuppressed(Identifier.userId("u")))
        .isTrue();
    assertThat(
            withSecret(storage, clock, "quite another secret")
                .privacy()
                .isSuppressed(Identifier.userId("u")))
        .isFalse();
    assertThatThrownBy(() -> CustomerEngine.over(storage).suppressionSecret("short"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_listener_is_told_who_left_and_who_was_erased_by_id_only() {
    ProfileId ada = ada();
    test.told.clear();

    engine.privacy().erase(ada).commit();

    assertThat(test.told).hasSize(2);
    assertThat(test.told.get(0))
        .isInstanceOfSatisfying(
            DomainEvent.SegmentLeft.class,
            left -> assertThat(left.segment()).isEqualTo("londoners"));
    assertThat(test.told.get(1))
        .isInstanceOfSatisfying(
            DomainEvent.ProfileErased.class,
            erased -> assertThat(erased.members()).contains(ada).hasSize(3));
    assertThat(engine.segments().count("londoners")).isZero();
    assertThat(test.told.toString()).doesNotContain("ada@example.com");
  }

  @Test
  void words_that_name_somebody_are_found_in_text_that_could_not_be_read() {
    IdentifierNormalizer normalizer = IdentifierNormalizer.create();
    NamedIn named = new NamedIn(normalizer, NamedIn.USUAL);

    assertThat(named.identifiers("{\"a\":\"Ada <ADA@Example.com>\", \"t\":\"+84 912 345 678\"}"))
        .contains(Identifier.email("ada@example.com"), Identifier.phone("+84912345678"));
    assertThat(named.identifiers("7;Ada Lovelace;LC-4711;\"broken"))
        .contains(Identifier.loyaltyCard("LC-4711"), Identifier.userId("Ada Lovelace"));
    assertThat(named.identifiers("{\"userId\":\"auth0|57\""))
        .contains(Identifier.userId("auth0|57"));
    assertThat(named.identifiers("x".repeat(5_000))).isEmpty();
  }

  private ProfileId ada() {
    engine.segments().define("londoners", "trait.city = \"London\"");
    ProfileId ada =
        test.ingest(
            Event.track("Order Completed")
                .email("ada@example.com")
                .property("revenue", 129.90)
                .at(TestEngine.NOW.minusSeconds(60)));
    test.ingest(Event.identify().email("ada@example.com").userId("ada").trait("city", "London"));
    ProfileId card = test.ingest(Event.track("Seen").loyaltyCard("LC-1"));
    test.ingest(Event.consent("newsletter").granted().email("ada@example.com"));
    engine.identities().merge(ada).with(card).by("agent").because("same card").commit();
    engine.ingestAll(
        "shop",
        EventJson.source("shop")
            .parse("{\"type\":\"odd\",\"email\":\"Ada@example.com\"}", TestEngine.NOW)
            .iterator(),
        report -> {});
    StoredRecord note =
        new StoredRecord(
            "note",
            new UUID(5, 5),
            new TreeSet<>(Set.of(card)),
            TestEngine.NOW,
            0,
            "agent",
            "written",
            TestEngine.NOW,
            Map.of("k", "v"),
            "{\"text\":\"one\"}");
    engine.inTransaction(
        tx -> {
          tx.records().insert(note);
          return tx.records().save(note);
        });
    return ada;
  }

  private String text(ProfileId id) throws IOException {
    StringBuilder out = new StringBuilder();
    engine.privacy().export(id).by("dpo").because("request 7").to(out);
    return out.toString();
  }

  private JsonNode export(ProfileId id) throws IOException {
    return new ObjectMapper().readTree(text(id));
  }

  private static CustomerEngine withSecret(Storage storage, TestClock clock, String secret) {
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, 3))
        .suppressionSecret(secret)
        .build();
  }
}

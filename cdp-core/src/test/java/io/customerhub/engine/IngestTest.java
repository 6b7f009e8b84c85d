package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.EventJson;
import io.customerhub.intake.Parsed;
import io.customerhub.profile.ProfileId;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IngestTest {

  private final TestEngine test = new TestEngine();
  private final CustomerEngine engine = test.engine;

  @Test
  void a_cookie_that_logs_in_is_one_profile_with_the_user() {
    ProfileId cookie = test.ingest(Event.page("Home").anonymousId("c"));
    ProfileId user = test.ingest(Event.identify().userId("u").trait("city", "London"));
    assertThat(user).isNotEqualTo(cookie);
    IngestResult login = engine.ingest(Event.track("Logged In").anonymousId("c").userId("u"));
    assertThat(login)
        .isInstanceOfSatisfying(
            IngestResult.Accepted.class,
            accepted -> assertThat(accepted.resolution()).isInstanceOf(Resolution.Merged.class));
    assertThat(test.profile(user).id()).isEqualTo(cookie);
    assertThat(test.profile(cookie).activity().events()).isEqualTo(3);
    assertThat(test.profile(cookie).trait("city")).contains("London");
    assertThat(engine.profiles().count()).isEqualTo(1);
  }

  @Test
  void a_placeholder_is_no_key_and_the_event_is_kept() {
    IngestResult.Accepted result =
        (IngestResult.Accepted)
            engine.ingest(Event.track("X").userId("undefined").email("ada@example.com"));
    assertThat(result.setAside()).containsValue(ReasonCode.IDENTIFIER_BLOCKED).hasSize(1);
    test.ingest(Event.track("X").userId("undefined").email("bob@example.com"));
    assertThat(engine.profiles().count()).isEqualTo(2);
  }

  @Test
  void an_event_that_names_nobody_is_kept_without_a_profile() {
    IngestResult result = engine.ingest(Event.track("X").userId("null"));
    assertThat(result.profile()).isEmpty();
    assertThat(engine.countEvents()).isEqualTo(1);
    assertThat(engine.profiles().count()).isZero();
  }

  @Test
  void the_same_message_is_a_duplicate_and_another_content_under_its_id_is_set_aside() {
    ProfileId id = test.ingest(Event.track("X").messageId("m").userId("u").property("n", 1));
    test.clock.advance(Duration.ofMinutes(1));
    assertThat(engine.ingest(Event.track("X").messageId("m").userId("u").property("n", 1.0)))
        .isEqualTo(new IngestResult.Duplicate(id));
    assertThat(engine.ingest(Event.track("X").messageId("m").userId("u").property("n", 2)))
        .isInstanceOfSatisfying(
            IngestResult.Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(ReasonCode.MESSAGE_ID_REUSED));
    assertThat(engine.setAside(null, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.code()).isEqualTo(ReasonCode.MESSAGE_ID_REUSED));
    assertThat(engine.countEvents()).isEqualTo(1);
  }

  @Test
  void a_phone_with_many_records_that_do_not_contradict_stays_one_profile() {
    ProfileId first = test.ingest(Event.track("Call").phone("+84912345678").anonymousId("c0"));
    for (int i = 1; i < 60; i++) {
      ProfileId next = test.ingest(Event.track("Call").phone("+84912345678").anonymousId("c" + i));
      assertThat(next).as("record %d", i).isEqualTo(first);
    }
  }

  @Test
  void a_refused_event_is_kept_whole() {
    test.ingest(Event.track("X").messageId("m").userId("u").property("n", 1));
    engine.ingest(Event.track("X").messageId("m").userId("u").property("n", 2));
    engine.ingest(Event.track("X").messageId("m").userId("u").property("n", 3));
    assertThat(engine.setAside(null, 10))
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.raw()).contains("\"n\":"));
  }

  @Test
  void an_event_before_the_year_one_is_set_aside() {
    IngestResult result =
        engine.ingest(
            Event.track("X").userId("u").at(java.time.Instant.parse("-0001-01-01T00:00:00Z")));
    assertThat(result).isInstanceOf(IngestResult.Rejected.class);
    assertThat(engine.profiles().count()).isZero();
  }

  @Test
  void an_event_from_the_far_future_is_set_aside() {
    IngestResult result =
        engine.ingest(Event.track("X").userId("u").at(TestEngine.NOW.plus(Duration.ofDays(2))));
    assertThat(result).isInstanceOf(IngestResult.Rejected.class);
    assertThat(engine.setAsideCounts()).containsEntry(ReasonCode.TIMESTAMP_RANGE, 1L);
  }

  @Test
  void an_invalid_value_is_the_callers_error_and_leaves_nothing() {
    assertThatThrownBy(() -> engine.ingest(Event.track("X").userId("u").property("p", "\0")))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageContaining("properties.p");
    assertThat(engine.countEvents()).isZero();
  }

  @Test
  void a_mother_and_her_son_with_one_phone_stay_two() {
    test.ingest(TestEngine.person("Maria", "Stone", "1970-05-01").phone("+84912345678"));
    test.ingest(TestEngine.person("Peter", "Stone", "2001-02-03").phone("+84912345678"));
    assertThat(engine.profiles().count()).isEqualTo(2);
    assertThat(engine.profiles().findAll(Identifier.phone("+84 912 345 678"))).hasSize(2);
    assertThat(engine.profiles().find(Identifier.phone("+84 912 345 678"))).isEmpty();
  }

  @Test
  void a_call_from_a_phone_belongs_to_its_only_owner_until_it_turns_out_to_be_shared() {
    ProfileId maria =
        test.ingest(TestEngine.person("Maria", "Stone", "1970-05-01").phone("+84912345678"));
    ProfileId call = test.ingest(Event.track("Call").phone("+84912345678"));
    assertThat(call).isEqualTo(maria);
    test.ingest(TestEngine.person("Peter", "Stone", "2001-02-03").phone("+84912345678"));
    assertThat(engine.profiles().count()).isEqualTo(3);
    assertThat(test.profile(maria).activity().events()).isEqualTo(1);
    assertThat(test.told).anyMatch(DomainEvent.ProfileSplit.class::isInstance);
  }

  @Test
  void records_that_agree_in_enough_fields_join_and_a_name_alone_waits_for_review() {
    ProfileId ada =
        test.ingest(
            TestEngine.person("Ada", "Lovelace", "1985-12-10")
                .loyaltyCard("1")
                .trait("postcode", "E1 6AN"));
    ProfileId typo =
        test.ingest(
            TestEngine.person("Ada", "Lovelase", "1985-12-10")
                .loyaltyCard("2")
                .trait("postcode", "E1 6AN"));
    assertThat(typo).isEqualTo(ada);
    ProfileId alone = test.ingest(Event.identify().loyaltyCard("3").trait("name", "Ada Lovelace"));
    assertThat(alone).isNotEqualTo(ada);
    assertThat(engine.identities().reviews(null, 10))
        .singleElement()
        .satisfies(
            review -> assertThat(List.of(review.a(), review.b())).containsExactly(ada, alone));
  }

  @Test
  void rows_without_any_key_stay_apart_even_if_they_read_the_same() {
    test.ingest(Event.identify().source("list").messageId("1").trait("name", "John Smith"));
    test.ingest(Event.identify().source("list").messageId("2").trait("name", "John Smith"));
    assertThat(engine.profiles().count()).isEqualTo(2);
  }

  @Test
  void a_listener_that_fails_takes_nothing_from_the_others() {
    List<DomainEvent> heard = new java.util.ArrayList<>();
    CustomerEngine other =
        CustomerEngine.over(io.customerhub.memory.MemoryStorage.create())
            .clock(test.clock)
            .ids(io.customerhub.spi.IdSource.seeded(test.clock, 2))
            .listener(
                event -> {
                  throw new IllegalStateException("listener");
                })
            .listener(heard::add)
            .build();
    other.ingest(Event.track("X").userId("u"));
    assertThat(heard).hasSize(1).allMatch(DomainEvent.ProfileCreated.class::isInstance);
  }

  @Test
  void what_was_read_before_a_file_broke_off_is_kept() {
    Iterator<Parsed> broken =
        Stream.iterate(0, i -> i + 1)
            .map(
                i -> {
                  if (i == 250) {
                    throw new UncheckedIOException(new IOException("the disk went away"));
                  }
                  Event event =
                      Event.track("X").userId("u" + i).build(test.clock.instant(), "" + i);
                  return (Parsed) new Parsed.Accepted(event, "line " + i);
                })
            .iterator();
    List<IngestReport> progress = new ArrayList<>();
    assertThatThrownBy(() -> engine.ingestAll("list", broken, progress::add))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(engine.profiles().count()).isEqualTo(250);
    assertThat(progress).extracting(IngestReport::read).containsExactly(200L, 250L);
  }

  @Test
  void the_report_counts_times_that_were_not_taken_as_they_were() {
    Instant now = test.clock.instant();
    String wrong = "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\",\"messageId\":\"%s\",%s}";
    String ahead =
        "\"timestamp\":\"%s\",\"sentAt\":\"%s\""
            .formatted(now.plusSeconds(7_000), now.plusSeconds(7_200));
    String lines =
        String.join(
            "\n",
            wrong.formatted("1", "\"timestamp\":\"2199-01-01T00:00:00Z\""),
            wrong.formatted("2", ahead),
            wrong.formatted("2", ahead),
            wrong.formatted("3", "\"x\":1"));

    IngestReport report =
        engine.ingestAll(
            "web",
            EventJson.source("web").lines(new StringReader(lines), now).iterator(),
            progress -> {});

    assertThat(report.accepted()).isEqualTo(3);
    assertThat(report.corrected())
        .isEqualTo(Map.of(ReasonCode.TIMESTAMP_RANGE, 1L, ReasonCode.CLOCK_SKEW, 1L));
    assertThat(report.and(report).corrected()).containsEntry(ReasonCode.CLOCK_SKEW, 2L);
  }
}

package io.customerhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.TestClock;
import io.customerhub.crm.timeline.TimelineEntry;
import io.customerhub.crm.timeline.TimelineEntry.Kind;
import io.customerhub.engine.IngestQueue;
import io.customerhub.engine.IngestReport;
import io.customerhub.engine.IngestResult;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchModelJson;
import io.customerhub.intake.CsvMapping;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerHubTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private final TestClock clock = new TestClock(NOW);

  private final List<Object> told = new ArrayList<>();
  private final CustomerHub hub =
      CustomerHub.builder()
          .clock(clock)
          .ids(IdSource.seeded(clock, 1))
          .defaultRegion("VN")
          .listener(told::add)
          .build();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void a_timeline_shows_events_and_records_of_all_members_newest_first() {
    ProfileId ada = person("ada");
    ProfileId ann = person("ann");
    hub.ingest(Event.track("Order Completed").userId("ada").at(NOW.minus(Duration.ofDays(3))));
    hub.interactions().call(ann).inbound().at(NOW.minus(Duration.ofDays(1))).summary("hello").log();
    hub.deals().open("Engine").with(ann).openedAt(NOW.minus(Duration.ofDays(2))).save();
    assertThat(kinds(ada)).containsExactly(Kind.EVENT, Kind.EVENT);
    MergeId merge = hub.identities().merge(ada).with(ann).commit();
    assertThat(kinds(ann)).isEqualTo(kinds(ada));
    assertThat(hub.timeline(ann).since(Duration.ofDays(4)).latest(10))
        .extracting(TimelineEntry::kind)
        .containsExactly(Kind.INTERACTION, Kind.DEAL_OPENED, Kind.EVENT);
    assertThat(hub.timeline(ann).latest(1))
        .singleElement()
        .extracting(TimelineEntry::kind)
        .isEqualTo(Kind.INTERACTION);
    assertThat(hub.timeline(ann).since(Duration.ofSeconds(Long.MAX_VALUE)).latest(10)).hasSize(5);
    hub.identities().unmerge(merge).commit();
    assertThat(kinds(ada)).containsExactly(Kind.EVENT, Kind.EVENT);
    assertThat(kinds(ann)).containsExactly(Kind.INTERACTION, Kind.DEAL_OPENED, Kind.EVENT);
  }

  @Test
  void bad_lines_are_set_aside_with_their_place_and_the_rest_goes_on() {
    String lines =
        """
        {"type":"track","event":"A","userId":"ada","messageId":"1","timestamp":"2026-11-01T00:00:00Z"}
        {"type":"track"
        {"type":"delete","userId":"ada","messageId":"2"}

        {"type":"track","event":"B","userId":"ada","messageId":"3","timestamp":"2026-11-01T00:00:00Z"}
        """;
    IngestReport report = hub.ingestJsonLines("web", stream(lines), progress -> {});
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.rejected())
        .containsEntry(ReasonCode.JSON_SYNTAX, 1L)
        .containsEntry(ReasonCode.EVENT_TYPE, 1L);
    assertThat(hub.setAside(null, 10))
        .extracting(entry -> entry.location() + " " + entry.code())
        .containsExactlyInAnyOrder("line 2 JSON_SYNTAX", "line 3 EVENT_TYPE");
    IngestReport again = hub.ingestJsonLines("web", stream(lines), progress -> {});
    assertThat(again.duplicates()).isEqualTo(2);
    assertThat(hub.setAsideCounts()).containsEntry(ReasonCode.JSON_SYNTAX, 1L);
    assertThat(hub.countEvents()).isEqualTo(2);
  }

  @Test
  void a_document_and_a_file_of_rows_end_on_one_person() {
    hub.ingestJson(
        "web",
        """
        {"batch":[{"type":"identify","userId":"ada","messageId":"1","traits":{"email":"ada@example.com"}}]}
        """);
    CsvMapping mapping =
        CsvMapping.fromJson(
            """
            {"source":"cards","id":"card","columns":{"card":"identifier.loyalty_card","mail":"identifier.email","phone":"identifier.phone"}}
            """);
    IngestReport report =
        hub.ingestCsv(mapping, stream("card,mail,phone\n7,Ada@Example.com,0912345678\n"), p -> {});
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(hub.profiles().count()).isEqualTo(1);
    assertThat(hub.profiles().find(Identifier.phone("+84 912 345 678"))).isPresent();
    assertThat(
            hub.ingestCsv(
                    mapping, stream("card,mail,phone\n7,Ada@Example.com,0912345678\n"), p -> {})
                .duplicates())
        .isEqualTo(1);
  }

  @Test
  void a_hub_weighs_by_the_model_that_was_saved_for_it() {
    String saved = MatchModelJson.write(MatchModel.defaults().withThresholds(60, 0));
    try (CustomerHub strict =
        CustomerHub.builder().matchModel(MatchModelJson.read(saved)).build()) {
      ProfileId a = named(strict, "Ada", "Lovelace");
      ProfileId b = named(strict, "Ada", "Lovelance");
      assertThat(strict.identities().whyNot(a, b).text()).endsWith("a match takes 60.0");
      assertThat(strict.identities().preview(MatchModel.defaults()).merges()).isEqualTo(1);
    }
    assertThat(named(hub, "Ada", "Lovelace")).isEqualTo(named(hub, "Ada", "Lovelance"));
  }

  private static ProfileId named(CustomerHub hub, String given, String surname) {
    return hub.ingest(
            Event.identify()
                .trait("given_name", given)
                .trait("surname", surname)
                .trait("birth_date", "1815-12-10"))
        .profile()
        .orElseThrow();
  }

  @Test
  void setting_a_part_twice_is_an_error_that_names_it() {
    CustomerHubBuilder builder = CustomerHub.builder().defaultRegion("VN");
    assertThatThrownBy(() -> builder.defaultRegion("GB"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("defaultRegion")
        .hasMessageContaining("VN");
  }

  @Test
  void a_closed_hub_says_so() {
    hub.close();
    hub.close();
    assertThatThrownBy(() -> person("ada"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void closing_commits_what_waits_in_queues_first() throws Exception {
    IngestQueue queue = hub.openQueue();
    List<CompletableFuture<IngestResult>> answers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      answers.add(queue.submit(Event.identify().userId("u-" + i)));
    }
    hub.close(Duration.ofMinutes(1));

    assertThat(queue.isClosed()).isTrue();
    for (CompletableFuture<IngestResult> answer : answers) {
      assertThat(answer.get(0, TimeUnit.SECONDS)).isInstanceOf(IngestResult.Accepted.class);
    }
    assertThatThrownBy(() -> queue.submit(Event.identify().userId("late")))
        .isInstanceOf(IllegalStateException.class);
  }

  private ProfileId person(String userId) {
    return hub.ingest(Event.identify().userId(userId).at(NOW.minus(Duration.ofDays(30))))
        .profile()
        .orElseThrow();
  }

  private List<Kind> kinds(ProfileId id) {
    return hub.timeline(id).latest(10).stream().map(TimelineEntry::kind).toList();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

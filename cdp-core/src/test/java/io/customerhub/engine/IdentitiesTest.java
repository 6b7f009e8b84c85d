package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.StoredRecord;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentitiesTest {

  private final TestEngine test = new TestEngine();
  private final CustomerEngine engine = test.engine;

  @Test
  void a_merge_keeps_the_older_id_and_both_lead_to_it() {
    ProfileId a = test.ingest(Event.track("X").userId("a"));
    ProfileId b = test.ingest(Event.track("X").userId("b"));
    MergeId merge = engine.identities().merge(b).with(a).by("lan").because("same phone").commit();
    assertThat(test.profile(b).id()).isEqualTo(a);
    assertThat(engine.identities().journal(b))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.id()).isEqualTo(merge.value());
              assertThat(entry.winner()).isEqualTo(a);
              assertThat(entry.loser()).isEqualTo(b);
              assertThat(entry.actor()).isEqualTo("lan");
            });
    assertThatThrownBy(() -> engine.identities().merge(a).with(b).commit())
        .isInstanceOf(IdentityDecisionException.class)
        .hasMessageContaining("one profile already");
  }

  @Test
  void an_unmerge_by_the_rules_holds_against_the_same_and_new_evidence() {
    ProfileId cookie = test.ingest(Event.track("X").anonymousId("kiosk"));
    ProfileId user = test.ingest(Event.track("X").userId("u"));
    IngestResult.Accepted bridge =
        (IngestResult.Accepted) engine.ingest(Event.track("X").anonymousId("kiosk").userId("u"));
    MergeId merge = ((Resolution.Merged) bridge.about().orElseThrow()).merges().get(0);
    UnmergeReport report = engine.identities().unmerge(merge).by("lan").commit();
    assertThat(report.kept()).isEqualTo(cookie);
    assertThat(report.restored()).isEqualTo(user);
    assertThat(report.shared()).containsExactly(Identifier.anonymousId("kiosk"));
    test.ingest(Event.track("X").anonymousId("kiosk").userId("u"));
    test.ingest(Event.track("X").anonymousId("kiosk").userId("u").email("u@example.com"));
    assertThat(engine.profiles().count()).isEqualTo(2);
    assertThat(test.ingest(Event.track("Y").anonymousId("kiosk"))).isEqualTo(cookie);
    assertThat(test.profile(user).activity().events()).isEqualTo(4);
    assertThatThrownBy(() -> engine.identities().unmerge(merge).commit())
        .hasMessageContaining("undone already");
    assertThat(engine.identities().journal(user))
        .extracting(JournalEntry::kind)
        .containsExactly(JournalEntry.Kind.MERGE, JournalEntry.Kind.SPLIT);
  }

  @Test
  void records_written_for_the_merged_profile_are_listed_as_undecided() {
    ProfileId a = test.ingest(Event.track("X").userId("a"));
    ProfileId b = test.ingest(Event.track("X").userId("b"));
    UUID before = note(b);
    test.clock.advance(Duration.ofSeconds(1));
    MergeId merge = engine.identities().merge(a).with(b).commit();
    UUID after = note(a);
    assertThat(engine.identities().unmerge(merge).commit().undecided())
        .containsExactly(new UnmergeReport.RecordRef("note", after))
        .doesNotContain(new UnmergeReport.RecordRef("note", before));
  }

  @Test
  void a_merge_by_a_person_overrides_an_earlier_decision_to_keep_apart() {
    ProfileId a = test.ingest(Event.track("X").userId("a"));
    ProfileId b = test.ingest(Event.track("X").userId("b"));
    engine.identities().keepApart(a, b, "lan", "twins");
    test.ingest(Event.alias("a").userId("b"));
    assertThat(engine.profiles().count()).isEqualTo(2);
    engine.identities().merge(a).with(b).by("lan").commit();
    assertThat(engine.profiles().count()).isEqualTo(1);
    engine.identities().keepApart(a, b, "lan", "twins after all");
    assertThat(engine.profiles().count()).isEqualTo(2);
    assertThatThrownBy(() -> engine.identities().keepApart(a, a, "lan", ""))
        .isInstanceOf(IdentityDecisionException.class);
  }

  @Test
  void two_members_of_one_profile_can_be_kept_apart_though_nothing_was_merged() {
    ProfileId a = test.ingest(Event.track("X").userId("a").email("pc@example.com"));
    assertThat(test.ingest(Event.track("X").userId("b").email("pc@example.com"))).isEqualTo(a);
    ProfileId b =
        test.profile(a).members().stream().filter(id -> !id.equals(a)).findFirst().orElseThrow();
    engine.identities().keepApart(a, b, "lan", "a shared mailbox");
    assertThat(test.profile(b).id()).isEqualTo(b);
    assertThat(test.ingest(Event.track("Y").userId("b"))).isEqualTo(b);
    assertThat(test.ingest(Event.track("Y").userId("a"))).isEqualTo(a);
  }

  @Test
  void a_decision_is_about_the_ids_it_names_and_survives_the_split_of_their_profile() {
    ProfileId a = test.ingest(Event.track("X").userId("a"));
    ProfileId b = test.ingest(Event.track("X").userId("b"));
    ProfileId c = test.ingest(Event.track("X").userId("c"));
    MergeId merge = engine.identities().merge(a).with(b).commit();
    engine.identities().keepApart(b, c, "lan", "");
    engine.identities().unmerge(merge).commit();
    test.ingest(Event.alias("b").userId("c"));
    assertThat(test.profile(b).id()).isNotEqualTo(test.profile(c).id());
    MergeId again = engine.identities().merge(a).with(b).commit();
    engine.identities().merge(b).with(c).commit();
    engine.identities().unmerge(again).commit();
    assertThat(test.profile(c).id()).isEqualTo(test.profile(b).id());
    assertThat(test.profile(a).members()).containsExactly(a);
  }

  @Test
  void pages_and_texts_of_decisions_are_limited() {
    assertThatThrownBy(() -> engine.identities().reviews(null, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit: 0");
    assertThatThrownBy(() -> engine.identities().merge(new ProfileId(new UUID(0, 1))).by("x\0"))
        .hasMessageContaining("actor");
    assertThatThrownBy(
            () ->
                engine.identities().merge(new ProfileId(new UUID(0, 1))).because("x".repeat(1_001)))
        .hasMessageContaining("reason");
  }

  @Test
  void a_review_is_settled_by_a_decision_either_way() {
    ProfileId a = test.ingest(Event.identify().loyaltyCard("1").trait("name", "Ada Lovelace"));
    ProfileId b = test.ingest(Event.identify().loyaltyCard("2").trait("name", "Ada Lovelace"));
    assertThat(engine.identities().reviews(null, 10)).hasSize(1);
    engine.identities().keepApart(a, b, "lan", "asked them");
    assertThat(engine.identities().reviews(null, 10)).isEmpty();
    ProfileId c = test.ingest(Event.identify().loyaltyCard("3").trait("name", "Ada Lovelace"));
    assertThat(engine.identities().reviews(null, 10)).hasSize(2);
    assertThat(engine.identities().reviews(null, 1)).hasSize(1);
    engine.identities().merge(a).with(c).commit();
    assertThat(engine.identities().reviews(null, 10))
        .allSatisfy(review -> assertThat(review.b()).isEqualTo(b));
  }

  @Test
  void unknown_ids_are_named() {
    ProfileId nobody = new ProfileId(new UUID(1, 2));
    assertThatThrownBy(() -> engine.identities().explain(nobody))
        .isInstanceOf(UnknownProfileException.class)
        .hasMessageContaining(nobody.toString());
    assertThatThrownBy(() -> engine.identities().unmerge(new MergeId(new UUID(1, 2))).commit())
        .hasMessageContaining("there is no merge");
  }

  @Test
  void an_explanation_names_each_step_and_masks_what_reaches_a_log() {
    test.ingest(Event.identify().email("ada@example.com").trait("name", "Ada Lovelace"));
    ProfileId id = test.ingest(Event.track("X").email("ada@example.com").userId("user-77"));
    Explanation explanation = engine.identities().explain(id);
    assertThat(explanation.text()).contains("Ada Lovelace", "ada@example.com", "same key");
    assertThat(explanation.toString())
        .contains("same key", "email:a***.com")
        .doesNotContain("Lovelace", "ada@", "user-77");
  }

  private UUID note(ProfileId subject) {
    return engine.inTransaction(
        tx -> {
          test.clock.advance(Duration.ofSeconds(1));
          UUID id = IdSource.seeded(test.clock, 3).next();
          tx.records()
              .insert(
                  new StoredRecord(
                      "note",
                      id,
                      new TreeSet<>(Set.of(subject)),
                      TestEngine.NOW,
                      0,
                      "test",
                      "",
                      TestEngine.NOW,
                      Map.of(),
                      "{}"));
          return id;
        });
  }
}

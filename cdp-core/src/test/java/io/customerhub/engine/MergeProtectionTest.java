package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.MatchRules;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What keeps one shared value from making one person of many. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergeProtectionTest {

  private static final Identifier KIOSK = Identifier.anonymousId("kiosk-1");

  private final TestEngine test = new TestEngine();
  private final CustomerEngine engine = test.engine;

  @Test
  void a_browser_on_which_two_log_in_is_of_neither_and_their_events_are_kept() {
    ProfileId a = test.ingest(Event.track("X").userId("a").anonymousId("kiosk-1"));
    ProfileId visitor = test.ingest(Event.page("Home").anonymousId("kiosk-1"));
    assertThat(visitor).isEqualTo(a);

    IngestResult second =
        engine.ingest(
            Event.track("X").userId("b").anonymousId("kiosk-1").source("s").at(TestEngine.NOW));

    ProfileId b = second.profile().orElseThrow();
    assertThat(b).isNotEqualTo(a);
    assertThat(((IngestResult.Accepted) second).setAside())
        .isEqualTo(Map.of(KIOSK.toString(), ReasonCode.IDENTIFIER_OVER_LIMIT));
    assertThat(engine.profiles().count()).isEqualTo(3);
    assertThat(engine.countEvents()).isEqualTo(3);
    assertThat(engine.identities().whyNot(a, b).kind()).isEqualTo(Verdict.Kind.KEY_SET_ASIDE);
    assertThat(engine.identities().whyNot(a, b).text())
        .isEqualTo("apart: " + KIOSK + " set aside: 2 user_id, at most 1");
    assertThat(engine.identities().how(b).text()).contains("set aside: 2 user_id, at most 1");
    assertThat(engine.identities().explain(b).text())
        .contains("set aside anonymous_id:kiosk-1 (2 user_id, at most 1)");
    assertThat(engine.identities().explain(b).toString()).doesNotContain("kiosk-1");
  }

  @Test
  void an_alias_joins_two_user_ids_whatever_the_limit() {
    TestEngine strict = limited(MatchRules.people().atMost(1, Identifier.USER_ID));
    ProfileId a = strict.ingest(Event.track("X").userId("a"));
    strict.ingest(Event.track("X").userId("b"));
    strict.ingest(Event.alias("a").userId("b"));
    assertThat(strict.engine.profiles().count()).isEqualTo(1);
    assertThat(strict.engine.profiles().find(Identifier.userId("b")).orElseThrow().id())
        .isEqualTo(a);
  }

  @Test
  void by_default_an_email_address_joins_two_accounts_and_a_limit_of_the_host_keeps_them_apart() {
    List<EventBuilder> both =
        List.of(
            Event.track("X").userId("a").email("x@example.com"),
            Event.track("X").userId("b").email("x@example.com"));
    both.forEach(test::ingest);
    assertThat(engine.profiles().count()).isEqualTo(1);

    TestEngine strict = limited(MatchRules.people().atMost(1, Identifier.USER_ID));
    both.forEach(strict::ingest);
    assertThat(strict.engine.profiles().count()).isEqualTo(2);
  }

  @Test
  void beyond_five_addresses_of_one_account_no_address_leads_to_others() {
    for (int i = 0; i < 5; i++) {
      test.ingest(Event.track("X").userId("agent").email("customer" + i + "@example.com"));
    }
    ProfileId cookie = test.ingest(Event.page("P").anonymousId("c").email("customer0@example.com"));
    assertThat(engine.profiles().count()).isEqualTo(1);

    test.ingest(Event.track("X").userId("agent").email("customer5@example.com"));

    assertThat(engine.profiles().count()).isEqualTo(2);
    ProfileId agent = engine.profiles().find(Identifier.userId("agent")).orElseThrow().id();
    ProfileId other = engine.profiles().find(Identifier.anonymousId("c")).orElseThrow().id();
    assertThat(agent).isNotEqualTo(other);
    assertThat(engine.identities().whyNot(agent, other).text()).contains("6 email, at most 5");
    assertThat(cookie).isEqualTo(agent);
  }

  @Test
  void resemblance_brings_no_more_together_than_a_limit_of_the_host() {
    TestEngine strict = limited(MatchRules.people().atMost(1, Identifier.USER_ID));
    ProfileId a = strict.ingest(ada().userId("a"));
    ProfileId b = strict.ingest(ada().userId("b").trait("postcode", "W1"));
    assertThat(a).isNotEqualTo(b);
    assertThat(strict.engine.identities().whyNot(a, b).text())
        .isEqualTo("apart: one person would have 2 user_id, at most 1");
    strict.engine.identities().merge(a).with(b).by("ann").commit();
    assertThat(strict.engine.profiles().count()).as("a person may").isEqualTo(1);
  }

  @Test
  void what_more_records_hold_than_are_of_one_person_joins_nobody_at_whatever_time_it_came() {
    TestEngine few = limited(MatchRules.people().sharedBeyond(4));
    for (int i = 0; i < 4; i++) {
      few.ingest(Event.track("X").anonymousId("kiosk-1").trait("city", "City " + i));
    }
    assertThat(few.engine.profiles().count()).isEqualTo(1);

    IngestResult fifth =
        few.engine.ingest(Event.track("X").anonymousId("kiosk-1").trait("city", "City 4"));

    assertThat(((IngestResult.Accepted) fifth).setAside().values())
        .containsExactly(ReasonCode.IDENTIFIER_CROWDED);
    assertThat(few.engine.profiles().count()).isEqualTo(5);
    assertThat(few.engine.verify(report -> {}).violations()).isEmpty();
  }

  @Test
  void a_user_id_is_of_one_person_however_many_cookies_go_with_it() {
    TestEngine few = limited(MatchRules.people().sharedBeyond(4));
    for (int i = 0; i < 9; i++) {
      few.ingest(Event.track("X").userId("ada").anonymousId("cookie-" + i));
    }
    assertThat(few.engine.profiles().count()).isEqualTo(1);
    assertThat(few.engine.verify(report -> {}).violations()).isEmpty();
  }

  @Test
  void a_value_that_is_declared_shared_splits_whom_it_joined_until_that_is_taken_back() {
    ProfileId a = test.ingest(Event.track("X").email("smiths@home.example.org").anonymousId("c1"));
    ProfileId b = test.ingest(Event.track("X").email("smiths@home.example.org").anonymousId("c2"));
    assertThat(b).isEqualTo(a);
    Identifier team = Identifier.email("Smiths@home.example.org");
    SharedIdentifiers shared = engine.identities().shared();

    assertThat(shared.declare(team, "ann", "a family")).isTrue();

    assertThat(engine.profiles().count()).isEqualTo(2);
    assertThat(shared.all())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.actor()).isEqualTo("ann");
              assertThat(one.reason()).isEqualTo("a family");
              assertThat(one.masked()).doesNotContain("mith");
            });
    assertThat(engine.identities().journal(a))
        .anySatisfy(
            entry -> {
              assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.SPLIT);
              assertThat(entry.actor()).isEqualTo("ann");
              assertThat(entry.reason()).isEqualTo("a family");
            });
    assertThat(actions()).containsExactly(AuditEntry.Action.SHARE_IDENTIFIER);
    IngestResult third =
        engine.ingest(Event.track("Y").email("smiths@home.example.org").anonymousId("c3"));
    assertThat(((IngestResult.Accepted) third).setAside().values())
        .containsExactly(ReasonCode.IDENTIFIER_SHARED);
    assertThat(engine.profiles().count()).isEqualTo(3);
    assertThat(engine.verify(report -> {}).violations()).isEmpty();

    assertThat(shared.withdraw(team, "bob", "they left")).isTrue();

    assertThat(shared.withdraw(team, "bob", "they left")).isFalse();
    assertThat(engine.profiles().count()).isEqualTo(1);
    assertThat(shared.all()).isEmpty();
    assertThat(actions())
        .containsExactly(AuditEntry.Action.SHARE_IDENTIFIER, AuditEntry.Action.UNSHARE_IDENTIFIER);
  }

  @Test
  void a_batch_comes_to_the_same_as_one_event_at_a_time() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(
          Event.track("X")
              .userId("u" + i % 7)
              .anonymousId("kiosk-" + i % 3)
              .source("s")
              .messageId("m" + i)
              .at(TestEngine.NOW)
              .build());
    }
    events.forEach(engine::ingest);
    TestEngine batch = new TestEngine();
    batch.engine.ingestAll(events.iterator(), report -> {});
    assertThat(batch.engine.profiles().count()).isEqualTo(engine.profiles().count()).isEqualTo(7);
  }

  @Test
  void limits_and_declarations_of_nothing_are_refused() {
    MatchRules rules = MatchRules.people();
    assertThatThrownBy(() -> rules.atMost(0, "user_id"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count: 0, expected at least 1");
    assertThatThrownBy(() -> rules.sharedBeyond(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("records: 1, expected at least 2");
    assertThatThrownBy(
            () -> engine.identities().shared().declare(Identifier.userId("null"), "ann", ""))
        .isInstanceOf(IdentityDecisionException.class);
    assertThat(rules.limits()).isEqualTo(Map.of("user_id", 1, "email", 5));
    assertThat(rules.unlimited().limits()).isEmpty();
    assertThat(rules.atMost(3, "crm_id").toString()).contains("at most 3 crm_id");
    assertThat(rules.sharedBeyond()).isEqualTo(1_000);
  }

  private List<AuditEntry.Action> actions() {
    return engine.audit().list(null, 10).stream().map(AuditEntry::action).toList();
  }

  private static EventBuilder ada() {
    return Event.identify()
        .trait("given_name", "Ada")
        .trait("surname", "Lovelace")
        .trait("birth_date", "1815-12-10")
        .trait("city", "London");
  }

  private static TestEngine limited(MatchRules rules) {
    return new TestEngine(builder -> builder.matchRules(rules));
  }
}

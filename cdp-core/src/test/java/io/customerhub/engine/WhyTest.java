package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.identity.Waterfall;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhyTest {

  private final TestEngine test = new TestEngine();
  private final Identities identities = test.engine.identities();

  @Test
  void two_records_that_match_are_together_and_the_bars_are_those_of_the_link() {
    ProfileId a = test.ingest(ada("Lovelace").email("ada@example.com").userId("1"));
    ProfileId root = test.ingest(ada("Lovelance").userId("2"));
    ProfileId b = other(root, a);
    Why why = identities.why(a, b);

    assertThat(root).isEqualTo(a);
    assertThat(why.verdict()).hasToString("TOGETHER: together: the two match");
    assertThat(why.path()).hasSize(1);
    assertThat(why.pairs().get(0).detail().waterfall().bits())
        .isCloseTo(why.path().get(0).bits(), within(1e-9));
    assertThat(why.text())
        .contains("birth_date     exact", "a match takes 2.0", "surname=L***", "email:a***.com")
        .doesNotContain("Lovelace", "ada@");
    assertThat(why.svg().orElseThrow()).startsWith("<svg").contains(a.toString());
    assertThat(identities.whyNot(a, b).kind()).isEqualTo(Verdict.Kind.TOGETHER);
  }

  @Test
  void records_that_are_joined_through_others_say_so() {
    ProfileId a = test.ingest(Event.track("X").userId("1"));
    test.ingest(Event.track("X").userId("1").email("ada@example.com"));
    test.ingest(Event.track("X").email("ada@example.com"));
    List<ProfileId> members = List.copyOf(test.profile(a).members());
    Why why = identities.why(members.get(0), members.get(2));

    assertThat(why.verdict().text()).isEqualTo("together: through 1 other records of the profile");
    assertThat(why.path()).hasSize(2);
    assertThat(identities.whyNot(members.get(0), members.get(1)).text())
        .isEqualTo("together: same user_id");
  }

  @Test
  void a_decision_is_told_with_who_and_why_but_its_words_reach_no_log() {
    ProfileId a = test.ingest(Event.track("X").userId("1"));
    ProfileId b = test.ingest(Event.track("X").userId("2"));
    ProfileId c = test.ingest(Event.track("X").userId("3"));
    identities.keepApart(a, b, "ann", "two brothers");
    identities.merge(a).with(c).by("bob").commit();

    assertThat(identities.whyNot(b, a))
        .isEqualTo(
            new Verdict(Verdict.Kind.DECIDED_APART, "apart by decision of ann", "two brothers"));
    assertThat(identities.whyNot(a, c).text()).isEqualTo("together: by decision of bob");
    assertThat(identities.why(a, b).text()).contains("apart by decision of ann: two brothers");
    assertThat(identities.why(a, b).toString()).contains("ann").doesNotContain("brothers");
  }

  @Test
  void records_that_share_a_key_are_apart_only_because_others_are_kept_apart() {
    ProfileId a = test.ingest(Event.track("X").userId("1"));
    ProfileId b = test.ingest(Event.track("X").userId("2"));
    identities.keepApart(a, b, "ann", "");
    ProfileId bridge = test.ingest(Event.track("X").userId("1").email("a@example.com"));
    ProfileId c = test.ingest(Event.track("X").userId("2").email("a@example.com"));

    assertThat(bridge).isEqualTo(a);
    assertThat(c).isEqualTo(b);
    ProfileId ofA = other(a, a);
    ProfileId ofB = other(b, b);
    assertThat(identities.whyNot(ofA, ofB).kind()).isEqualTo(Verdict.Kind.DECIDED_APART);
  }

  @Test
  void what_was_never_compared_and_what_weighs_too_little_is_told() {
    ProfileId a = test.ingest(TestEngine.person("Ada", "Lovelace", "1815-12-10"));
    ProfileId b = test.ingest(TestEngine.person("Mary", "Somerville", "1780-12-26"));
    ProfileId c = test.ingest(TestEngine.person("Ada", "Lovelace", "1790-03-01"));

    assertThat(identities.whyNot(a, b).text()).isEqualTo("never compared: no common key");
    assertThat(identities.whyNot(c, a).text())
        .matches("apart: -?\\d+\\.\\d bits, a match takes 2.0");
    assertThat(identities.why(a, c).pairs()).hasSize(1);
    assertThat(identities.why(a, c).text().lines())
        .allMatch(line -> line.length() <= Waterfall.COLUMNS);
  }

  @Test
  void namesakes_wait_to_be_looked_at() {
    ProfileId a = test.ingest(Event.identify().loyaltyCard("1").trait("name", "Ada Lovelace"));
    ProfileId b = test.ingest(Event.identify().loyaltyCard("2").trait("name", "Ada Lovelace"));

    assertThat(identities.whyNot(a, b).text()).startsWith("apart, to be looked at: ");
  }

  @Test
  void a_shared_phone_of_two_people_is_told() {
    ProfileId a =
        test.ingest(TestEngine.person("Ada", "Lovelace", "1815-12-10").phone("+442079460000"));
    ProfileId b =
        test.ingest(TestEngine.person("Mary", "Somerville", "1780-12-26").phone("+442079460000"));

    assertThat(identities.whyNot(a, b).text()).endsWith("; phone shared, but not of one person");
  }

  @Test
  void ids_are_checked() {
    ProfileId a = test.ingest(Event.track("X").userId("1"));

    assertThatThrownBy(() -> identities.why(a, a)).hasMessageContaining("two records are needed");
    assertThatThrownBy(() -> identities.why(a, new ProfileId(new UUID(1, 2))))
        .isInstanceOf(UnknownProfileException.class);
    assertThatThrownBy(() -> identities.how(new ProfileId(new UUID(1, 2))))
        .isInstanceOf(UnknownProfileException.class);
  }

  @Test
  void a_profile_shows_its_steps_and_what_it_hangs_by() {
    ProfileId a = test.ingest(ada("Lovelace").userId("1"));
    test.ingest(ada("Lovelance").userId("2"));
    test.ingest(Event.track("X").userId("2").email("ada@example.com"));
    How how = identities.how(a);

    assertThat(how.steps()).hasSize(2);
    assertThat(how.weakestStep().orElseThrow().evidence().get(0).comparison()).isEqualTo("prior");
    assertThat(how.hangsByAThread()).isTrue();
    assertThat(how.without()).hasSize(2);
    assertThat(how.text())
        .contains("step 2: #2 joined #1 by rules", "<- weakest", "2 profiles {#1} and {#2, #3}")
        .doesNotContain("Lovelace", "ada@");
    assertThat(how.text().lines()).allMatch(line -> line.length() <= Waterfall.COLUMNS);
  }

  @Test
  void a_profile_that_other_evidence_holds_does_not_fall_apart() {
    ProfileId a = test.ingest(ada("Lovelace").userId("1"));
    test.ingest(ada("Lovelance").userId("1"));
    How how = identities.how(a);

    assertThat(how.steps()).hasSize(1);
    assertThat(how.hangsByAThread()).isFalse();
    assertThat(how.text()).contains("still one profile");
    assertThat(identities.how(test.ingest(Event.track("X").userId("9"))).weakestStep()).isEmpty();
  }

  @Test
  void the_merge_of_a_person_is_no_weak_step() {
    ProfileId a = test.ingest(Event.track("X").userId("1"));
    ProfileId b = test.ingest(Event.track("X").userId("2"));
    identities.merge(a).with(b).by("bob").commit();

    assertThat(identities.how(b).weakestStep()).isEmpty();
    assertThat(identities.how(b).text()).contains("by bob");
  }

  @Test
  void long_lines_are_broken_between_words_and_lose_nothing() {
    Map<String, String> home =
        Map.of("street", "12 Dorset Street", "postcode", "W1U 6QN", "city", "London");
    ProfileId a = test.ingest(ada("Lovelace").traits(home).userId("1").email("ada@example.com"));
    ProfileId b = test.ingest(ada("Lovelance").traits(home).userId("2").phone("+442079460000"));
    String text = identities.why(a, other(b, a)).text();

    assertThat(text.lines()).allMatch(line -> line.length() <= Waterfall.COLUMNS);
    assertThat(text)
        .contains("user_id:***", "email:a***.com", "phone:+***", "street and part of the name")
        .doesNotContain("...");
    assertThat(identities.how(a).text()).contains("phone:+***").doesNotContain("...");
  }

  private ProfileId other(ProfileId profile, ProfileId than) {
    return test.profile(profile).members().stream()
        .filter(id -> !id.equals(than))
        .findFirst()
        .orElseThrow();
  }

  private static EventBuilder ada(String surname) {
    return TestEngine.person("Ada", surname, "1815-12-10");
  }
}

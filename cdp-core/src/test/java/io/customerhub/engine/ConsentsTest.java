package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.consent.Consent;
import io.customerhub.event.Event;
import io.customerhub.event.LawfulBasis;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.CompiledCondition;
import io.customerhub.segment.Condition;
import io.customerhub.segment.Dependencies;
import io.customerhub.segment.SegmentJson;
import io.customerhub.segment.SegmentText;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.SegmentDefinition;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentsTest {

  private static final String PURPOSE = "email.marketing";

  private final TestEngine test = new TestEngine();
  private final Consents consents = test.engine.consents();

  @Test
  void the_latest_by_time_of_decision_holds_whenever_it_comes_in() {
    ProfileId ada =
        test.ingest(Event.consent(PURPOSE).withdrawn().userId("ada").at(TestEngine.NOW));
    test.ingest(Event.consent(PURPOSE).granted().userId("ada").at(TestEngine.NOW.minusSeconds(60)));

    assertThat(consents.isGranted(ada, PURPOSE)).isFalse();
    assertThat(consents.isGranted(ada, "sms.marketing")).isFalse();
    assertThat(consents.history(ada)).extracting(Consent::granted).containsExactly(true, false);
    assertThat(consents.of(ada)).extracting(Consent::granted).containsExactly(false);
  }

  @Test
  void a_merge_unites_and_an_unmerge_falls_back() {
    ProfileId a = test.ingest(Event.consent(PURPOSE).granted().userId("a"));
    test.clock.advance(Duration.ofHours(1));
    ProfileId b = test.ingest(Event.consent(PURPOSE).withdrawn().userId("b"));
    assertThat(consents.isGranted(a, PURPOSE)).isTrue();

    MergeId merge = test.engine.identities().merge(a).with(b).commit();
    assertThat(consents.isGranted(a, PURPOSE)).isFalse();
    assertThat(consents.history(b)).extracting(Consent::member).containsExactly(a, b);

    test.engine.identities().unmerge(merge).commit();
    assertThat(consents.isGranted(a, PURPOSE)).isTrue();
    assertThat(consents.isGranted(b, PURPOSE)).isFalse();
  }

  @Test
  void a_consent_by_hand_is_born_under_the_id_named_and_written_down() {
    ProfileId a = test.ingest(Event.track("X").userId("a"));
    ProfileId b = test.ingest(Event.track("X").userId("b"));
    MergeId merge = test.engine.identities().merge(a).with(b).commit();

    Consent given =
        consents
            .grant(b, PURPOSE)
            .channel("phone")
            .lawfulBasis(LawfulBasis.CONTRACT)
            .by("agent-7")
            .because("call of 3 May")
            .commit();

    assertThat(given.member()).isEqualTo(b);
    assertThat(given.evidence()).isEqualTo("call of 3 May");
    assertThat(consents.isGranted(a, PURPOSE, "phone")).isTrue();
    assertThat(consents.isGranted(a, PURPOSE)).isFalse();
    assertThat(test.profile(a).activity().events()).isEqualTo(3);
    assertThat(test.engine.audit().of(b))
        .filteredOn(entry -> entry.action() == AuditEntry.Action.CONSENT)
        .singleElement()
        .satisfies(entry -> assertThat(entry.actor()).isEqualTo("agent-7"));
    test.engine.identities().unmerge(merge).commit();
    assertThat(consents.isGranted(a, PURPOSE, "phone")).isFalse();
    assertThat(consents.isGranted(b, PURPOSE, "phone")).isTrue();
  }

  @Test
  void segments_see_a_consent_by_hand_at_once() {
    ProfileId a = test.ingest(Event.track("X").userId("a"));
    test.engine
        .segments()
        .define("asked", "did \"Segment Consent Preference Updated\" in last 1 days");

    consents.withdraw(a, PURPOSE).commit();

    assertThat(test.engine.segments().contains("asked", a)).isTrue();
  }

  @Test
  void segments_follow_what_is_allowed_by_whichever_way_it_comes() {
    Segments segments = test.engine.segments();
    segments.define("may mail", "consent \"email.marketing\" granted");
    segments.define("may text", "consent \"email.marketing\" by \"sms\" granted");
    segments.define("never asked", "consent \"email.marketing\" unknown");
    segments.define("not reachable", "not in segment \"may mail\"");
    ProfileId a = test.ingest(Event.track("X").userId("a"));
    assertThat(segments.of(a)).containsExactly("never asked", "not reachable");

    test.ingest(Event.consent(PURPOSE).granted().userId("a"));
    assertThat(segments.of(a)).containsExactly("may mail", "may text");
    test.clock.advance(Duration.ofHours(1));
    consents.withdraw(a, PURPOSE).channel("sms").commit();
    assertThat(segments.of(a)).containsExactly("may mail");
    test.ingest(Event.consent(PURPOSE).withdrawn().userId("a").at(TestEngine.NOW.minusSeconds(60)));
    assertThat(segments.of(a)).as("an older decision that comes late").containsExactly("may mail");

    ProfileId b = test.ingest(Event.track("X").userId("b"));
    test.clock.advance(Duration.ofHours(1));
    consents.withdraw(b, PURPOSE).commit();
    MergeId merge = test.engine.identities().merge(a).with(b).commit();
    assertThat(segments.of(a)).containsExactly("not reachable");
    test.engine.identities().unmerge(merge).commit();
    assertThat(segments.of(a)).containsExactly("may mail");
    assertThat(segments.of(b)).containsExactly("not reachable");
    assertThat(segments.why("may mail", b).reason().detail()).isEqualTo("denied");
  }

  @Test
  void a_decision_touches_only_segments_of_its_purpose() {
    Change change =
        Change.of(Event.consent(PURPOSE).granted().userId("a").build(TestEngine.NOW, "m"));

    assertThat(set("consent \"email.marketing\" granted").touchedBy(change).isEmpty()).isFalse();
    assertThat(set("consent \"email.marketing\" by \"sms\" denied").touchedBy(change).isEmpty())
        .isFalse();
    assertThat(set("consent \"sms.marketing\" granted").touchedBy(change).isEmpty()).isTrue();
    assertThat(set("did \"Order\" and trait.x = 1").touchedBy(change).isEmpty()).isTrue();
  }

  private static SegmentSet set(String text) {
    Condition condition = SegmentText.parse(text);
    SegmentDefinition stored =
        new SegmentDefinition("s", SegmentJson.write(condition), TestEngine.NOW, 0);
    return new SegmentSet(
        List.of(
            new CompiledSegment(
                stored,
                CompiledCondition.of(condition, ZoneOffset.UTC),
                Dependencies.of(condition))));
  }

  @Test
  void a_purpose_needs_a_name_and_a_person_has_to_be_known() {
    ProfileId a = test.ingest(Event.track("X").userId("a"));

    assertThatThrownBy(() -> consents.grant(a, " ")).isInstanceOf(IllegalArgumentException.class);
    ProfileId nobody = new ProfileId(new UUID(1, 1));
    assertThatThrownBy(() -> consents.grant(nobody, PURPOSE).commit())
        .isInstanceOf(UnknownProfileException.class);
    assertThatThrownBy(() -> consents.of(nobody)).isInstanceOf(UnknownProfileException.class);
  }
}

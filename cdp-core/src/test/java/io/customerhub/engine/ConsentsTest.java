package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.consent.Consent;
import io.customerhub.event.Event;
import io.customerhub.event.LawfulBasis;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import java.time.Duration;
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
  void a_purpose_needs_a_name_and_a_person_has_to_be_known() {
    ProfileId a = test.ingest(Event.track("X").userId("a"));

    assertThatThrownBy(() -> consents.grant(a, " ")).isInstanceOf(IllegalArgumentException.class);
    ProfileId nobody = new ProfileId(new UUID(1, 1));
    assertThatThrownBy(() -> consents.grant(nobody, PURPOSE).commit())
        .isInstanceOf(UnknownProfileException.class);
    assertThatThrownBy(() -> consents.of(nobody)).isInstanceOf(UnknownProfileException.class);
  }
}

package io.customerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.ConsentBuilder;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.LawfulBasis;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentFoldTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ProfileId ADA = new ProfileId(new UUID(1, 1));

  @Test
  void an_event_of_the_builder_says_it_all() {
    Event event =
        Event.consent("email.marketing")
            .channel("email")
            .lawfulBasis(LawfulBasis.LEGITIMATE_INTERESTS)
            .evidence("form 3")
            .by("agent-7")
            .granted()
            .source("web")
            .messageId("m-1")
            .at(NOON)
            .build();

    assertThat(ConsentFold.of(event, ADA))
        .containsExactly(
            new Consent(
                "email.marketing",
                "email",
                true,
                LawfulBasis.LEGITIMATE_INTERESTS,
                NOON,
                "web",
                "m-1",
                "form 3",
                "agent-7",
                ADA));
  }

  @Test
  void the_categories_of_the_segment_specification_are_purposes() {
    Map<String, Object> preferences = Map.of("Advertising", false, "Analytics", true, "Odd", "yes");
    Event event =
        Event.track(ConsentBuilder.EVENT_NAME)
            .context(Map.of("consent", Map.of("categoryPreferences", preferences)))
            .messageId("m-1")
            .at(NOON)
            .build();

    assertThat(ConsentFold.of(event, ADA))
        .extracting(consent -> consent.purpose() + "=" + consent.granted())
        .containsExactly("Advertising=false", "Analytics=true");
  }

  @Test
  void what_other_events_carry_along_decides_nothing() {
    Event event =
        Event.track("Order Completed")
            .property("purpose", "email")
            .property("granted", true)
            .context(Map.of("consent", Map.of("categoryPreferences", Map.of("Analytics", true))))
            .messageId("m-1")
            .at(NOON)
            .build();

    assertThat(ConsentFold.of(event, ADA)).isEmpty();
  }

  @Test
  void an_event_without_purpose_or_decision_says_nothing() {
    assertThat(ConsentFold.of(built(Event.track(ConsentBuilder.EVENT_NAME)), ADA)).isEmpty();
    assertThat(
            ConsentFold.of(
                built(Event.track(ConsentBuilder.EVENT_NAME).property("purpose", "x")), ADA))
        .isEmpty();
  }

  @Test
  void the_latest_decides_and_at_one_time_the_one_that_forbids() {
    List<Consent> all =
        List.of(consent("", true, 2, "b"), consent("", false, 2, "a"), consent("", false, 1, "c"));

    assertThat(granted(all, "")).contains(false);
    assertThat(granted(List.of(consent("", false, 1, "a"), consent("", true, 2, "b")), ""))
        .contains(true);
    assertThat(granted(List.of(), "")).isEmpty();
  }

  @Test
  void a_decision_about_all_channels_holds_for_each_until_a_later_one_about_it() {
    Consent email = consent("email", true, 1, "a");
    Consent none = consent("", false, 2, "b");
    Consent again = consent("email", true, 3, "c");

    assertThat(granted(List.of(email), "sms")).isEmpty();
    assertThat(granted(List.of(email), "")).isEmpty();
    assertThat(granted(List.of(email, none), "email")).contains(false);
    assertThat(granted(List.of(email, none, again), "email")).contains(true);
    assertThat(granted(List.of(email, none, again), "sms")).contains(false);
    assertThat(ConsentFold.current(List.of(again, none, email))).containsExactly(none, again);
  }

  @Test
  void the_order_of_arrival_does_not_matter() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Consent> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String channel = random.nextBoolean() ? "" : "email";
        all.add(consent(channel, random.nextBoolean(), random.nextInt(4), "m" + i));
      }
      List<Consent> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, random);
      assertThat(ConsentFold.current(shuffled))
          .as("seed %d", seed)
          .isEqualTo(ConsentFold.current(all));
      assertThat(ConsentFold.history(shuffled))
          .as("seed %d", seed)
          .isEqualTo(ConsentFold.history(all));
      assertThat(granted(shuffled, "email")).as("seed %d", seed).isEqualTo(granted(all, "email"));
    }
  }

  @Test
  void a_consent_does_not_show_its_evidence() {
    assertThat(consent("email", true, 1, "a").toString()).contains("email").doesNotContain("form");
  }

  private static Optional<Boolean> granted(List<Consent> all, String channel) {
    return ConsentFold.deciding(all, "marketing", channel).map(Consent::granted);
  }

  private static Consent consent(String channel, boolean granted, int minute, String messageId) {
    return new Consent(
        "marketing",
        channel,
        granted,
        LawfulBasis.CONSENT,
        NOON.plusSeconds(60L * minute),
        "web",
        messageId,
        "form",
        "",
        ADA);
  }

  private static Event built(EventBuilder event) {
    return event.messageId("m").at(NOON).build();
  }
}

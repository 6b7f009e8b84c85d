package io.customerhub.trait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfileViewTest {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void the_latest_claim_is_shown_with_its_provenance() {
    Member old = ClaimFold.add(member(1), said("shop", "m2", 20, "London"));
    Member late = ClaimFold.add(member(2), said("pos", "m1", 10, "Hanoi"));
    Profile profile = ProfileView.of(List.of(late, old), Survivorship.latest());
    assertThat(profile.trait("city")).contains("London");
    assertThat(profile.traits().get("city").member()).isEqualTo(old.id());
    assertThat(profile.traits().get("city").rule()).isEqualTo("latest claim");
    assertThat(profile.id()).isEqualTo(old.id());
    assertThat(profile.activity().events()).isEqualTo(2);
    assertThat(profile.activity().firstSeen()).contains(TIME.plusSeconds(10));
  }

  @Test
  void a_preferred_source_wins_over_a_later_one() {
    Member member = ClaimFold.add(member(1), said("shop", "m2", 20, "London"));
    member = ClaimFold.add(member, said("pos", "m1", 10, "Hanoi"));
    Survivorship rule = Survivorship.latest().prefer("city", "pos", "support");
    Profile profile = ProfileView.of(List.of(member), rule);
    assertThat(profile.trait("city")).contains("Hanoi");
    assertThat(profile.traits().get("city").rule()).isEqualTo("preferred source, latest claim");
    assertThatThrownBy(() -> rule.prefer("city", "shop"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[pos, support]");
  }

  @Test
  void neither_the_order_of_events_nor_that_of_members_shows() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        events.add(
            said("s" + random.nextInt(3), "m" + i, random.nextInt(4), "c" + random.nextInt(5)));
      }
      Profile expected = fold(events, random.nextInt(3) + 1);
      Collections.shuffle(events, random);
      assertThat(fold(events, random.nextInt(3) + 1).traits().get("city").claim())
          .as("seed %d", seed)
          .isEqualTo(expected.traits().get("city").claim());
    }
  }

  @Test
  void a_group_event_says_only_which_group() {
    Event group =
        Event.group("acme").messageId("m").at(TIME).trait("name", "Acme Ltd").userId("u").build();
    assertThat(ClaimFold.touched(group)).containsExactly("group_id");
    assertThat(ClaimFold.add(member(1), group).claims())
        .singleElement()
        .satisfies(claim -> assertThat(claim.value()).isEqualTo("acme"));
  }

  /** Splits the events over members by messageId, as records would. */
  private static Profile fold(List<Event> events, int members) {
    List<Member> all = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      all.add(member(i));
    }
    for (Event event : events) {
      int i = Math.floorMod(event.messageId().hashCode(), members);
      all.set(i, ClaimFold.add(all.get(i), event));
    }
    return ProfileView.of(all, Survivorship.latest());
  }

  private static Event said(String source, String messageId, int seconds, String city) {
    return Event.identify()
        .source(source)
        .messageId(messageId)
        .at(TIME.plusSeconds(seconds))
        .trait("city", city)
        .build();
  }

  private static Member member(int id) {
    return Member.born(
        new ProfileId(new UUID(0, id)),
        "r" + id,
        List.of(Identifier.userId("u" + id)),
        Map.of(),
        TIME);
  }
}

package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.EventBuilder;
import io.customerhub.identity.Match;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseholdTest {

  private final TestEngine test = new TestEngine();
  private final Identities identities = test.engine.identities();

  @Test
  void a_family_is_related_and_waits_for_nobody() {
    ProfileId mother = test.ingest(lovelace("Ada", "1815-12-10"));
    ProfileId son = test.ingest(lovelace("Ralph", "1839-07-02"));
    ProfileId stranger = test.ingest(TestEngine.person("Mary", "Somerville", "1780-12-26"));

    assertThat(identities.household(mother))
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.profile()).isEqualTo(son);
              assertThat(member.record()).isEqualTo(son);
              assertThat(member.ownRecord()).isEqualTo(mother);
              assertThat(member.evidence())
                  .anySatisfy(one -> assertThat(one.comparison()).isEqualTo("household"));
            });
    assertThat(identities.household(son)).extracting(HouseholdMember::profile).containsOnly(mother);
    assertThat(identities.household(stranger)).isEmpty();
    assertThat(identities.reviewQueue(10).open()).isZero();
    assertThat(identities.reviews(null, 10)).isEmpty();
    assertThat(identities.whyNot(mother, son).text())
        .isEqualTo("apart: household, one surname and home, unrelated given names");
    assertThat(identities.why(mother, son).text()).contains("street         exact");
  }

  @Test
  void a_family_with_one_phone_is_related_too() {
    ProfileId mother = test.ingest(lovelace("Ada", "1815-12-10").phone("+447700900123"));
    ProfileId son = test.ingest(lovelace("Ralph", "1839-07-02").phone("+447700900123"));

    assertThat(son).isNotEqualTo(mother);
    assertThat(identities.household(mother)).extracting(HouseholdMember::profile).containsOnly(son);
    assertThat(identities.household(son)).extracting(HouseholdMember::profile).containsOnly(mother);
    assertThat(identities.reviewQueue(10).open()).isZero();
  }

  @Test
  void twins_are_related_and_wait_to_be_looked_at() {
    ProfileId ralph = test.ingest(lovelace("Ralph", "1839-07-02"));
    ProfileId byron = test.ingest(lovelace("Byron", "1839-07-02"));

    assertThat(identities.reviewQueue(10).open()).isEqualTo(1);
    assertThat(identities.household(ralph)).hasSize(1);
    identities.reject(identities.reviewQueue(1).first().get(0).id(), "ann", "twins");
    assertThat(identities.reviewQueue(10).open()).isZero();
    assertThat(identities.household(byron))
        .extracting(HouseholdMember::profile)
        .containsOnly(ralph);
  }

  @Test
  void who_became_one_profile_is_no_household() {
    ProfileId a = test.ingest(lovelace("Ada", "1815-12-10"));
    ProfileId b = test.ingest(lovelace("Augusta", "1815-12-11"));
    identities.merge(a).with(b).by("ann").because("second name").commit();

    assertThat(identities.household(b)).isEmpty();
  }

  @Test
  void whoever_came_first_the_same_people_are_related() {
    for (int seed = 1; seed <= 10; seed++) {
      List<EventBuilder> family =
          new ArrayList<>(
              List.of(
                  lovelace("Ada", "1815-12-10"),
                  lovelace("William", "1805-02-21"),
                  lovelace("Ralph", "1839-07-02"),
                  lovelace("Anne", "1837-09-22").email("anne@example.com"),
                  lovelace("Anne", "1837-09-22").userId("anne")));
      Collections.shuffle(family, new Random(seed));
      TestEngine engine = new TestEngine();
      family.forEach(engine.engine::ingest);

      assertThat(engine.engine.profiles().count()).as("seed %d", seed).isEqualTo(4);
      for (ProfileId id : ids(engine)) {
        assertThat(engine.engine.identities().household(id)).as("seed %d", seed).hasSize(3);
      }
    }
  }

  @Test
  void a_match_says_what_kind_of_edge_it_makes() {
    assertThatThrownBy(() -> new Match(Match.Grade.NO, List.of()).linkKind())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> identities.household(new ProfileId(new UUID(1, 1))))
        .isInstanceOf(UnknownProfileException.class);
  }

  private static Set<ProfileId> ids(TestEngine engine) {
    Set<ProfileId> ids = new HashSet<>();
    engine.engine.profiles().list(null, 100).forEach(profile -> ids.add(profile.id()));
    return ids;
  }

  private static EventBuilder lovelace(String given, String birth) {
    return TestEngine.person(given, "Lovelace", birth)
        .traits(Map.of("street", "12 Dorset Street", "postcode", "W1U 6QN", "city", "London"));
  }
}

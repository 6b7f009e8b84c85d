package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Segments of who somebody is, and since when, over a store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentPeopleTest {

  private final TestEngine test = new TestEngine();
  private final Segments segments = test.engine.segments();

  @Test
  void somebody_is_anonymous_until_an_identifier_says_more() {
    segments.define("unknown", "is anonymous");
    segments.define("reachable", "has identifier email");
    ProfileId id = test.ingest(Event.track("Visit").anonymousId("cookie-1"));
    assertThat(segments.of(id)).containsExactly("unknown");

    id = test.ingest(Event.identify().anonymousId("cookie-1").email("ada@example.com"));
    assertThat(segments.of(id)).containsExactly("reachable");
  }

  @Test
  void a_merge_counts_for_as_long_as_asked_and_not_after_it_is_undone() {
    segments.define("merged", "merged in last 7 days");
    ProfileId ada = test.ingest(Event.identify().userId("ada"));
    ProfileId ann = test.ingest(Event.identify().userId("ann"));
    assertThat(segments.of(ada)).isEmpty();

    var merge = test.engine.identities().merge(ada).with(ann).commit();
    assertThat(segments.of(ann)).containsExactly("merged");
    test.engine.identities().unmerge(merge).commit();
    assertThat(segments.of(ada)).isEmpty();

    test.engine.identities().merge(ada).with(ann).commit();
    test.clock.advance(Duration.ofDays(8));
    test.engine.tick();
    assertThat(segments.of(ada)).isEmpty();
  }

  @Test
  void who_entered_or_left_is_told_from_who_never_did() {
    segments.define("buyers", "did \"Order\" in last 30 days");
    segments.define("new buyers", "entered segment \"buyers\" in last 7 days");
    segments.define("lost buyers", "left segment \"buyers\" in last 7 days");
    ProfileId id = test.ingest(Event.track("Visit").userId("ada"));
    assertThat(segments.of(id)).isEmpty();

    test.ingest(Event.track("Order").userId("ada"));
    assertThat(segments.of(id)).containsExactly("buyers", "new buyers");
    test.clock.advance(Duration.ofDays(8));
    test.engine.tick();
    assertThat(segments.of(id)).containsExactly("buyers");
    test.clock.advance(Duration.ofDays(23));
    test.engine.tick();
    assertThat(segments.of(id)).containsExactly("lost buyers");
    test.clock.advance(Duration.ofDays(2));
    test.ingest(Event.track("Order").userId("ada"));
    assertThat(segments.of(id)).containsExactly("buyers", "lost buyers", "new buyers");
    test.clock.advance(Duration.ofDays(8));
    test.engine.tick();
    assertThat(segments.of(id)).containsExactly("buyers");
  }

  @Test
  void who_waits_for_a_future_event_never_left() {
    segments.define("visitors", "did \"Visit\"");
    segments.define("lost", "left segment \"visitors\" in last 7 days");
    Instant soon = TestEngine.NOW.plus(Duration.ofHours(1));

    ProfileId id = test.ingest(Event.track("Visit").userId("ada").at(soon));

    assertThat(segments.of(id)).isEmpty();
  }

  @Test
  void a_value_is_held_since_it_was_true_whatever_the_order_in_which_it_was_told() {
    segments.define("loyal", "trait.plan has been = \"gold\" for 30 days");
    test.ingest(plan("gold", 10));
    ProfileId id = test.ingest(plan("gold", 40));
    assertThat(segments.of(id)).containsExactly("loyal");

    test.ingest(plan("silver", 35));
    assertThat(segments.of(id)).isEmpty();
    test.clock.advance(Duration.ofDays(20));
    test.engine.tick();
    assertThat(segments.of(id)).containsExactly("loyal");
    test.ingest(plan("silver", 0));
    assertThat(segments.of(id)).isEmpty();
  }

  @Test
  void shares_of_one_salt_are_disjoint_and_stay() {
    segments.define("a", "random 50 percent of \"test\"");
    segments.define("b", "random 50 to 100 percent of \"test\"");
    segments.define("other", "random 50 percent of \"other\"");
    for (int i = 0; i < 400; i++) {
      test.ingest(Event.identify().userId("u" + i));
    }

    assertThat(segments.count("a") + segments.count("b")).isEqualTo(400);
    assertThat(segments.count("a")).isBetween(150L, 250L);
    long both =
        segments.members("a", null, 400).stream()
            .filter(id -> segments.contains("other", id))
            .count();
    assertThat(both).isBetween(60L, 140L);
  }

  private static EventBuilder plan(String plan, int daysAgo) {
    return Event.identify()
        .userId("ada")
        .trait("plan", plan)
        .at(TestEngine.NOW.minus(Duration.ofDays(daysAgo)));
  }
}

package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.engine.DomainEvent.ComputedTraitChanged;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchedTraitsTest {

  private final TestEngine test = new TestEngine();
  private final ComputedTraits traits = test.engine.computedTraits();

  private List<ComputedTraitChanged> told() {
    List<ComputedTraitChanged> told =
        test.told.stream()
            .filter(ComputedTraitChanged.class::isInstance)
            .map(ComputedTraitChanged.class::cast)
            .toList();
    test.told.clear();
    return told;
  }

  private static EventBuilder order(String user) {
    return Event.track("Order").userId(user);
  }

  @Test
  void an_event_that_changes_the_value_is_told_and_one_that_does_not_is_not() {
    traits.define("orders", "count of \"Order\" in last 90 days");
    traits.define("biggest", "maximum of total of \"Order\"");
    traits.watch("orders");
    traits.watch("biggest");
    ProfileId ada = test.ingest(order("ada").property("total", 5));
    assertThat(told())
        .extracting(ComputedTraitChanged::trait, ComputedTraitChanged::profile)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("biggest", ada),
            org.assertj.core.groups.Tuple.tuple("orders", ada));
    test.ingest(Event.track("Visit").userId("ada"));
    assertThat(told()).isEmpty();
    test.ingest(order("ada").property("total", 4));
    assertThat(told()).extracting(ComputedTraitChanged::trait).containsExactly("orders");
  }

  @Test
  void time_is_told_at_the_instant_at_which_it_changes_the_value() {
    traits.define("orders", "count of \"Order\" in last 10 days");
    Instant first = TestEngine.NOW.minus(Duration.ofDays(3));
    test.ingest(order("ada").at(first));
    test.ingest(order("ada"));
    traits.watch("orders");
    assertThat(told()).isEmpty();
    test.clock.advance(Duration.ofDays(100));
    test.engine.tick();
    assertThat(told())
        .extracting(ComputedTraitChanged::at)
        .containsExactly(
            first.plus(Duration.ofDays(10)).plusNanos(1_000),
            TestEngine.NOW.plus(Duration.ofDays(10)).plusNanos(1_000));
    test.engine.tick();
    assertThat(told()).isEmpty();
  }

  @Test
  void a_merge_and_a_split_are_told_of_those_whose_value_they_change() {
    traits.define("orders", "count of \"Order\"");
    traits.watch("orders");
    ProfileId ada = test.ingest(order("ada"));
    ProfileId ann = test.ingest(order("ann"));
    told();
    var merge = test.engine.identities().merge(ada).with(ann).commit();
    assertThat(told()).extracting(ComputedTraitChanged::profile).containsExactly(ada);
    test.engine.identities().unmerge(merge).commit();
    assertThat(told()).extracting(ComputedTraitChanged::profile).contains(ada);
  }

  @Test
  void only_what_is_watched_is_told_and_what_is_no_more_there_is_not_watched() {
    traits.define("orders", "count of \"Order\" in last 10 days");
    test.ingest(order("ada"));
    assertThat(told()).isEmpty();
    assertThatThrownBy(() -> traits.watch("other")).isInstanceOf(ComputedTraitException.class);
    traits.watch("orders");
    assertThat(traits.watched()).containsExactly("orders");
    traits.unwatch("orders");
    test.ingest(order("ada"));
    test.clock.advance(Duration.ofDays(100));
    test.engine.tick();
    assertThat(test.engine.tick()).isZero();
    assertThat(told()).isEmpty();
    traits.watch("orders");
    traits.remove("orders");
    assertThat(traits.watched()).isEmpty();
    test.ingest(order("ada"));
    assertThat(told()).isEmpty();
  }

  @Test
  void nobody_is_in_a_segment_for_it_and_verification_finds_nothing() {
    traits.define("orders", "count of \"Order\" in last 10 days");
    traits.watch("orders");
    ProfileId ada = test.ingest(order("ada"));
    assertThat(test.engine.segments().of(ada)).isEmpty();
    assertThat(test.engine.segments().names()).isEmpty();
    assertThat(test.engine.verify(report -> {}).isClean()).isTrue();
  }

  /** Whoever follows what is told knows every value at every time. */
  @Test
  void what_is_told_is_every_change_and_nothing_else() {
    for (long seed = 1; seed <= 6; seed++) {
      TestEngine other = new TestEngine();
      other.engine.computedTraits().define("sum", "sum of total of \"Order\" in last 6 days");
      other.engine.computedTraits().watch("sum");
      other.engine.segments().define("rich", "trait.sum > 10");
      Random random = new Random(seed);
      Map<ProfileId, Optional<Object>> known = new HashMap<>();
      for (int step = 0; step < 60; step++) {
        other.told.clear();
        if (random.nextBoolean()) {
          Duration ago = Duration.ofHours(random.nextInt(100));
          other.ingest(
              order("u" + random.nextInt(4))
                  .property("total", random.nextInt(4))
                  .at(other.clock.instant().minus(ago)));
        } else {
          other.clock.advance(Duration.ofHours(1 + random.nextInt(40)));
          other.engine.tick();
        }
        for (var profile : other.engine.profiles().list(null, 10)) {
          Optional<Object> value = profile.trait("sum");
          boolean told =
              other.told.stream()
                  .anyMatch(
                      one ->
                          one instanceof ComputedTraitChanged
                              && one.profile().equals(profile.id()));
          Optional<Object> before =
              known.getOrDefault(profile.id(), Optional.of(java.math.BigDecimal.ZERO));
          if (!value.equals(before)) {
            assertThat(told).as("seed %d, step %d", seed, step).isTrue();
          }
          known.put(profile.id(), value);
        }
      }
    }
  }
}

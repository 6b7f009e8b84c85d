package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentCountsTest {

  private final TestEngine test = new TestEngine();
  private final Segments segments = test.engine.segments();

  @Test
  void regions_count_everybody_once_and_agree_with_sets() {
    Random random = new Random(7);
    segments.define("a", "trait.a = true");
    segments.define("b", "trait.b = true");
    segments.define("c", "trait.c = true");
    for (int number = 0; number < 1_500; number++) {
      test.ingest(
          Event.identify()
              .userId("u" + number)
              .trait("a", random.nextBoolean())
              .trait("b", random.nextInt(4) == 0)
              .trait("c", random.nextInt(9) == 0));
    }
    Set<ProfileId> a = members("a");
    Set<ProfileId> b = members("b");
    Set<ProfileId> c = members("c");

    SegmentOverlap overlap = segments.overlap(List.of("a", "b", "c"));

    assertThat(a).hasSizeGreaterThan(500);
    assertThat(overlap.inAll("a")).isEqualTo(a.size());
    assertThat(overlap.inAll("a", "b")).isEqualTo(count(a, b, true));
    assertThat(overlap.inAny("b", "c")).isEqualTo(b.size() + c.size() - count(b, c, true));
    assertThat(overlap.inButNotIn("a", "b")).isEqualTo(count(a, b, false));
    Set<ProfileId> ofBoth = new HashSet<>(b);
    ofBoth.retainAll(c);
    assertThat(overlap.regions().get(Set.of("b", "c"))).isEqualTo(count(ofBoth, a, false));
    assertThat(overlap.toString()).startsWith(overlap.regions().get(Set.of("a")) + " in [a]");
  }

  private Set<ProfileId> members(String name) {
    return new HashSet<>(segments.members(name, null, 10_000));
  }

  private static long count(Set<ProfileId> some, Set<ProfileId> others, boolean in) {
    return some.stream().filter(id -> others.contains(id) == in).count();
  }

  @Test
  void segments_that_nobody_is_in_or_that_are_not_there() {
    segments.define("empty", "trait.a = true");
    assertThat(segments.overlap(List.of("empty")).regions()).isEqualTo(Map.of());
    assertThat(segments.overlap(List.of("empty")).inAny("empty")).isZero();
    assertThatThrownBy(() -> segments.overlap(List.of("empty")).inAll("other"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> segments.overlap(List.of("other")))
        .isInstanceOf(SegmentException.class);
    assertThatThrownBy(() -> segments.overlap(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> segments.sizes("other", List.of(TestEngine.NOW)))
        .isInstanceOf(SegmentException.class);
    assertThatThrownBy(() -> segments.sizes("empty", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Sizes that were counted at the time are those that are looked up later. */
  @Test
  void sizes_of_the_past_are_what_was_counted_then_through_merges_splits_and_leaving() {
    for (long seed = 1; seed <= 5; seed++) {
      TestEngine other = new TestEngine();
      Random random = new Random(seed);
      other.engine.segments().define("recent", "did \"Order\" in last 5 days");
      List<Instant> instants = new ArrayList<>();
      List<Long> counted = new ArrayList<>();
      List<ProfileId> people = new ArrayList<>();
      for (int day = 0; day < 40; day++) {
        for (int i = random.nextInt(4); i > 0; i--) {
          people.add(other.ingest(Event.track("Order").userId("u" + random.nextInt(12))));
        }
        if (day % 7 == 6) {
          Collections.shuffle(people, random);
          mergeAndPerhapsSplit(other, people.get(0), people.get(1), random.nextBoolean());
        }
        other.clock.advance(Duration.ofHours(1));
        other.engine.tick();
        instants.add(other.clock.instant());
        counted.add(other.engine.segments().count("recent"));
        other.clock.advance(Duration.ofHours(23));
      }
      List<SegmentSize> sizes = other.engine.segments().sizes("recent", instants);
      assertThat(sizes.stream().map(SegmentSize::members).toList())
          .as("seed %d", seed)
          .isEqualTo(counted);
      for (int i = 1; i < sizes.size(); i++) {
        assertThat(sizes.get(i).members() - sizes.get(i - 1).members())
            .as("seed %d, day %d", seed, i)
            .isEqualTo(sizes.get(i).entered() - sizes.get(i).left());
      }
      assertThat(new HashSet<>(counted)).as("seed %d", seed).hasSizeGreaterThan(3);
    }
  }

  private static void mergeAndPerhapsSplit(
      TestEngine test, ProfileId a, ProfileId b, boolean split) {
    if (test.profile(a).id().equals(test.profile(b).id())) {
      return;
    }
    var merge = test.engine.identities().merge(a).with(b).commit();
    if (split) {
      test.clock.advance(Duration.ofMinutes(1));
      test.engine.identities().unmerge(merge).commit();
    }
  }
}

package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.TestClock;
import io.customerhub.event.Event;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentsTest {

  private static final String BUYERS = "did \"Order Completed\" at least 2 times in last 90 days";

  private final TestEngine test = new TestEngine();
  private final CustomerEngine engine = test.engine;

  @Test
  void an_event_enters_and_the_passing_of_time_leaves_at_the_instant_the_window_closes() {
    engine.segments().define("buyers", BUYERS);
    Instant first = TestEngine.NOW.minus(Duration.ofDays(10));
    ProfileId ada = test.ingest(Event.track("Order Completed").userId("ada").at(first));
    assertThat(engine.segments().contains("buyers", ada)).isFalse();
    test.ingest(Event.track("Order Completed").userId("ada"));
    assertThat(engine.segments().members("buyers", null, 10)).containsExactly(ada);
    assertThat(engine.segments().why("buyers", ada).result()).isTrue();
    assertThat(engine.tick()).isZero();

    test.clock.advance(Duration.ofDays(400));
    assertThat(engine.tick()).isPositive();
    assertThat(engine.segments().count("buyers")).isZero();
    assertThat(engine.tick()).isZero();
    assertThat(test.told)
        .filteredOn(DomainEvent.SegmentLeft.class::isInstance)
        .singleElement()
        .satisfies(
            left ->
                assertThat(left.at())
                    .isBetween(
                        first.plus(Duration.ofDays(90)),
                        first.plus(Duration.ofDays(90)).plusNanos(1_000)));
  }

  @Test
  void of_all_time_no_more_events_are_read_than_decide() {
    for (int i = 0; i < 20; i++) {
      test.ingest(Event.track("Order").userId("ada").at(TestEngine.NOW.minusSeconds(i)));
    }
    ProfileId ada = test.ingest(Event.track("Visit").userId("ada"));
    for (String[] one :
        new String[][] {
          {"did \"Order\"", "1 or more events, needed at least 1 time"},
          {"did \"Order\" at least 3 times", "3 or more events, needed at least 3 times"},
          {"did \"Order\" exactly 3 times", "4 or more events, needed exactly 3 times"},
          {"did not \"Order\"", "1 or more events, needed exactly 0 times"},
          {"did \"Order\" at least 21 times", "20 events, needed at least 21 times"}
        }) {
      engine.segments().define("some", one[0]);
      assertThat(engine.segments().why("some", ada).reason().detail()).isEqualTo(one[1]);
    }
  }

  @Test
  void defining_evaluates_everybody_and_redefining_evaluates_those_that_name_it() {
    ProfileId ada = test.ingest(Event.identify().userId("ada").trait("city", "London"));
    ProfileId bob = test.ingest(Event.identify().userId("bob").trait("city", "Hanoi"));
    engine.segments().define("city", "trait.city = \"London\"");
    engine.segments().define("elsewhere", "not in segment \"city\"");
    assertThat(engine.segments().of(ada)).containsExactly("city");
    assertThat(engine.segments().of(bob)).containsExactly("elsewhere");
    engine.segments().define("city", "trait.city = \"Hanoi\"");
    assertThat(engine.segments().of(ada)).containsExactly("elsewhere");
    assertThat(engine.segments().of(bob)).containsExactly("city");
  }

  @Test
  void a_trait_that_changes_moves_its_person_through_nested_segments() {
    engine.segments().define("city", "trait.city = \"London\"");
    engine.segments().define("elsewhere", "not in segment \"city\"");
    ProfileId ada = test.ingest(Event.identify().userId("ada").trait("city", "London"));
    test.clock.advance(Duration.ofSeconds(1));
    test.ingest(Event.identify().userId("ada").trait("city", "Paris"));
    assertThat(engine.segments().of(ada)).containsExactly("elsewhere");
  }

  @Test
  void a_merge_evaluates_again_instead_of_joining_memberships() {
    engine.segments().define("one order", "did \"Order Completed\" exactly 1 times");
    ProfileId a = test.ingest(Event.track("Order Completed").userId("a"));
    ProfileId b = test.ingest(Event.track("Order Completed").userId("b"));
    assertThat(engine.segments().count("one order")).isEqualTo(2);
    var merge = engine.identities().merge(a).with(b).commit();
    assertThat(engine.segments().count("one order")).isZero();
    engine.identities().unmerge(merge).commit();
    assertThat(engine.segments().members("one order", null, 10)).containsExactly(a, b);
  }

  @Test
  void names_that_are_not_there_and_circles_are_refused_and_nothing_is_stored() {
    assertThatThrownBy(() -> engine.segments().define("a", "in segment \"b\""))
        .isInstanceOf(SegmentException.class)
        .hasMessageContaining("\"b\", which is not defined");
    assertThatThrownBy(() -> engine.segments().define("a", "in segment \"a\""))
        .hasMessageContaining("names itself");
    engine.segments().define("a", "trait.x = 1");
    engine.segments().define("b", "in segment \"a\"");
    assertThatThrownBy(() -> engine.segments().define("a", "in segment \"b\""))
        .hasMessageContaining("names itself by way of \"b\"");
    assertThatThrownBy(() -> engine.segments().remove("a")).hasMessageContaining("\"b\"");
    assertThatThrownBy(() -> engine.segments().count("c"))
        .hasMessageContaining("defined are [a, b]");
    assertThat(engine.segments().names()).isEqualTo(List.of("a", "b"));
  }

  @Test
  void a_gap_is_caught_up_before_a_new_record_or_a_merge_changes_a_person() {
    engine.segments().define("active", "did \"X\" in last 7 days");
    ProfileId ada = test.ingest(Event.track("X").userId("ada"));
    ProfileId bob = test.ingest(Event.track("X").userId("bob"));
    test.clock.advance(Duration.ofDays(10));
    test.ingest(Event.track("X").userId("ada").email("ada@example.com"));
    engine.identities().merge(ada).with(bob).commit();
    Instant left = TestEngine.NOW.plus(Duration.ofDays(7)).plusNanos(1_000);
    assertThat(test.told)
        .filteredOn(DomainEvent.SegmentLeft.class::isInstance)
        .extracting(DomainEvent::at)
        .containsExactly(left, left);
    assertThat(test.told).filteredOn(DomainEvent.SegmentEntered.class::isInstance).hasSize(3);
  }

  @Test
  void segments_that_name_each_other_in_diamonds_are_checked_once_each() {
    engine.segments().define("d0", "trait.x = 1");
    engine.segments().define("d1", "in segment \"d0\"");
    for (int i = 2; i < 60; i++) {
      engine
          .segments()
          .define("d" + i, "in segment \"d" + (i - 1) + "\" and in segment \"d" + (i - 2) + "\"");
    }
    assertThat(engine.segments().names()).hasSize(60);
  }

  @Test
  void a_name_is_what_every_store_keeps() {
    for (String bad : List.of("", " a", "a\n", "\0", "x".repeat(129))) {
      assertThatThrownBy(() -> engine.segments().define(bad, "trait.x = 1"))
          .isInstanceOf(SegmentException.class);
    }
  }

  @Test
  void removing_a_segment_leaves_nothing_due() {
    engine.segments().define("buyers", BUYERS);
    test.ingest(Event.track("Order Completed").userId("ada"));
    engine.segments().remove("buyers");
    test.clock.advance(Duration.ofDays(100));
    assertThat(engine.tick()).isZero();
    assertThat(engine.segments().names()).isEmpty();
  }

  @Test
  void what_one_engine_defines_another_one_over_the_same_storage_follows() {
    Storage storage = MemoryStorage.create();
    CustomerEngine one = over(storage, 1);
    CustomerEngine other = over(storage, 2);
    one.segments().define("x", "did \"X\"");
    ProfileId ada = other.ingest(Event.track("X").userId("ada")).profile().orElseThrow();
    assertThat(other.segments().of(ada)).containsExactly("x");

    one.segments().remove("x");
    one.segments().define("y", "did \"Y\"");
    one.segments().define("named", "in segment \"y\"");
    other.ingest(Event.track("Y").userId("ada"));
    assertThat(other.segments().of(ada)).containsExactly("named", "y");
    one.segments().define("y", "did not \"Y\"");
    assertThat(other.segments().of(ada)).isEmpty();
    other.computedTraits().define("orders", "count of \"Order Completed\"");
    one.segments().define("y", "trait.orders > 1");
    other.computedTraits().define("orders", "count of \"Order Shipped\"");
    one.ingest(Event.track("Order Shipped").userId("ada"));
    one.ingest(Event.track("Order Shipped").userId("ada"));
    assertThat(one.segments().of(ada)).containsExactly("named", "y");
  }

  private static CustomerEngine over(Storage storage, long seed) {
    TestClock clock = new TestClock(TestEngine.NOW);
    return CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, seed)).build();
  }
}

package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who was in a segment when. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentHistoryTest {

  private final TestEngine test = new TestEngine();
  private final Segments segments = test.engine.segments();

  private void pass(int days) {
    test.clock.advance(Duration.ofDays(days));
    test.engine.tick();
  }

  @Test
  void who_was_in_at_an_instant_stays_so_after_leaving() {
    segments.define("buyers", "did \"Order\" in last 10 days");
    segments.define("in summer", "was in segment \"buyers\" at \"2026-11-25T00:00:00Z\"");
    segments.define("a week ago", "was in segment \"buyers\" 7 days ago");
    ProfileId id = test.ingest(Event.track("Order").userId("ada"));
    assertThat(segments.of(id)).containsExactly("buyers");
    pass(8);
    assertThat(segments.of(id)).containsExactly("a week ago", "buyers", "in summer");
    pass(5);
    assertThat(segments.of(id)).containsExactly("a week ago", "in summer");
    pass(5);
    assertThat(segments.of(id)).containsExactly("in summer");
    assertThat(segments.why("in summer", id).reason().detail()).isEqualTo("so by the history");
  }

  @Test
  void a_late_event_does_not_change_who_was_in_then() {
    segments.define("buyers", "did \"Order\" in last 10 days");
    ProfileId id = test.ingest(Event.identify().userId("ada"));
    pass(5);
    segments.define("before", "was in segment \"buyers\" 3 days ago");
    test.ingest(Event.track("Order").userId("ada").at(TestEngine.NOW));
    assertThat(segments.of(id)).containsExactly("buyers");
  }

  @Test
  void entering_counts_even_if_it_was_left_since_and_each_time_again() {
    segments.define("buyers", "did \"Order\" in last 2 days");
    segments.define("entered", "entered segment \"buyers\" in last 7 days");
    ProfileId id = test.ingest(Event.track("Order").userId("ada"));
    pass(4);
    assertThat(segments.of(id)).containsExactly("entered");
    test.ingest(Event.track("Order").userId("ada"));
    pass(6);
    assertThat(segments.of(id)).containsExactly("entered");
    pass(2);
    assertThat(segments.of(id)).isEmpty();
  }

  @Test
  void a_merged_person_was_in_whenever_one_of_both_was_and_the_merge_is_no_turn() {
    segments.define("buyers", "did \"Order\"");
    segments.define("entered", "entered segment \"buyers\" in last 7 days");
    segments.define("left", "left segment \"buyers\" in last 7 days");
    segments.define("then", "was in segment \"buyers\" at \"2026-11-25T00:00:00Z\"");
    ProfileId ada = test.ingest(Event.identify().userId("ada"));
    ProfileId ann = test.ingest(Event.track("Order").userId("ann"));
    pass(10);
    assertThat(segments.of(ada)).isEmpty();
    assertThat(segments.of(ann)).containsExactly("buyers", "then");

    var merge = test.engine.identities().merge(ada).with(ann).commit();
    assertThat(segments.of(ada)).containsExactly("buyers", "then");

    pass(1);
    test.engine.identities().unmerge(merge).commit();
    assertThat(segments.of(ann)).contains("buyers", "then");
    assertThat(segments.of(ada)).doesNotContain("buyers", "then");
  }

  @Test
  void the_history_goes_with_the_segment_and_with_the_person() {
    segments.define("buyers", "did \"Order\"");
    ProfileId ada = test.ingest(Event.track("Order").userId("ada"));
    test.ingest(Event.track("Order").userId("bob"));
    test.engine.privacy().erase(ada).by("dpo").because("asked").commit();
    assertThat(test.engine.verify(report -> {}).isClean()).isTrue();
    segments.define("were", "entered segment \"buyers\" in last 7 days");
    assertThat(segments.count("were")).isOne();
    segments.remove("were");
    segments.remove("buyers");
    segments.define("buyers", "did \"Nothing\"");
    segments.define("were", "entered segment \"buyers\" in last 7 days");
    assertThat(segments.count("were")).isZero();
  }

  @Test
  void a_batch_writes_the_same_history_as_single_events() {
    segments.define("two", "did \"Order\" at least 2 times");
    segments.define("entered", "entered segment \"two\" in last 7 days");
    test.engine.ingestAll(List.of(order("1"), order("2")).iterator(), report -> {});
    assertThat(segments.count("entered")).isOne();
  }

  private static Event order(String messageId) {
    return Event.track("Order")
        .userId("ada")
        .source("shop")
        .messageId(messageId)
        .at(TestEngine.NOW)
        .build();
  }
}

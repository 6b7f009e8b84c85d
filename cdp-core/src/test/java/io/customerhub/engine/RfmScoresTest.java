package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.value.NoFitException;
import io.customerhub.value.RfmBreaks;
import io.customerhub.value.RfmModel;
import io.customerhub.value.RfmScore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RfmScoresTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final RfmQuery YEAR = new RfmQuery("Order", "total", TODAY, 365);
  private static final RfmBreaks BREAKS =
      RfmBreaks.of(List.of(10, 20, 30, 40), List.of(1, 2, 3, 4), List.of(10, 20, 30, 40));

  private final TestEngine test = new TestEngine();
  private final RfmScores rfm = test.engine.rfm();
  private final Segments segments = test.engine.segments();

  @Test
  void a_refresh_scores_by_quintiles_and_moves_people_between_segments() {
    segments.define("recent", "rfm.recency >= 4");
    segments.define("champions", "rfm.recency = 5 and rfm.monetary = 5");
    segments.define("never", "rfm.recency missing");
    List<ProfileId> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(test.ingest(order("u" + i, 10 * i, 100 - i)));
    }
    ProfileId visitor = test.ingest(Event.track("Visit").userId("v"));
    assertThat(segments.count("never")).isEqualTo(11);

    RfmModel model = rfm.refresh(YEAR);
    assertThat(rfm.model()).contains(model);
    assertThat(rfm.of(ids.get(0))).contains(new RfmScore(5, 1, 5));
    assertThat(rfm.of(ids.get(9))).contains(new RfmScore(1, 1, 1));
    assertThat(rfm.of(visitor)).isEmpty();
    assertThat(segments.members("recent", null, 20)).isEqualTo(ids.subList(0, 4));
    assertThat(segments.members("champions", null, 20)).isEqualTo(ids.subList(0, 2));
    assertThat(segments.members("never", null, 20)).containsExactly(visitor);

    test.clock.advance(Duration.ofDays(100));
    test.engine.tick();
    assertThat(segments.count("recent")).as("scores do not move with time").isEqualTo(4);
    rfm.refresh(new RfmQuery("Order", "total", TODAY.plusDays(100), 150), BREAKS);
    assertThat(segments.count("recent")).isZero();
    assertThat(rfm.history()).hasSize(2).startsWith(model);
  }

  @Test
  void what_comes_late_is_merged_or_split_counts_at_once_and_what_comes_after_the_day_does_not() {
    segments.define("frequent", "rfm.frequency >= 2");
    ProfileId a = test.ingest(order("a", 30, 5));
    ProfileId b = test.ingest(order("b", 3, 50));
    rfm.refresh(YEAR, BREAKS);
    assertThat(rfm.of(a)).contains(new RfmScore(3, 1, 1));
    assertThat(segments.of(a)).isEmpty();

    MergeId merge = test.engine.identities().merge(a).with(b).commit();
    assertThat(rfm.of(b)).contains(new RfmScore(5, 2, 5));
    assertThat(segments.of(a)).containsExactly("frequent");
    test.engine.identities().unmerge(merge).commit();
    assertThat(segments.of(a)).isEmpty();

    test.ingest(order("a", 20, 7));
    assertThat(rfm.of(a)).contains(new RfmScore(4, 2, 2));
    assertThat(segments.of(a)).containsExactly("frequent");
    test.clock.advance(Duration.ofDays(2));
    test.ingest(Event.track("Order").userId("b").property("total", 9));
    assertThat(rfm.of(b)).contains(new RfmScore(5, 1, 5));
    assertThat(segments.why("frequent", b).reason().detail()).isEqualTo("a number");
  }

  @Test
  void the_scores_are_exported_with_the_person() throws Exception {
    ProfileId a = test.ingest(order("a", 5, 25));
    rfm.refresh(YEAR, BREAKS);
    StringBuilder out = new StringBuilder();
    test.engine.privacy().export(a).by("dpo").because("request").to(out);

    assertThat(out).contains("\"rfm\":\"513\"");
  }

  @Test
  void without_purchases_or_a_model_there_is_no_score() {
    ProfileId a = test.ingest(Event.track("Visit").userId("a"));
    assertThat(rfm.of(a)).isEmpty();
    assertThat(rfm.model()).isEmpty();
    assertThatThrownBy(() -> rfm.refresh(YEAR)).isInstanceOf(NoFitException.class);
    assertThat(rfm.history()).isEmpty();
    assertThatThrownBy(() -> rfm.of(new ProfileId(new UUID(1, 1))))
        .isInstanceOf(UnknownProfileException.class);
    assertThatThrownBy(() -> new RfmQuery("Order", "total", TODAY, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EventBuilder order(String user, int daysAgo, int total) {
    return Event.track("Order")
        .userId(user)
        .property("total", total)
        .at(TestEngine.NOW.minus(Duration.ofDays(daysAgo)));
  }
}

package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.PredictedCondition.Measure;
import io.customerhub.value.BetaGeometric;
import io.customerhub.value.CustomerValue;
import io.customerhub.value.GammaGamma;
import io.customerhub.value.NoFitException;
import io.customerhub.value.PredictionModel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PredictionsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final PurchaseQuery WEEKS = PurchaseQuery.inWeeks("Order", "total", TODAY);
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final PredictionModel MODEL =
      new PredictionModel(
          "Order",
          "total",
          TODAY,
          7,
          new CustomerValue(
              new BetaGeometric(0.25, 4.4, 0.8, 2.4), new GammaGamma(6.3, 3.7, 15.4)));

  private final TestEngine test = new TestEngine(builder -> builder.zone(ZONE));
  private final Segments segments = test.engine.segments();
  private final Predictions predictions = test.engine.purchases().predictions();

  private static EventBuilder order(String user, int daysAgo, double total) {
    return Event.track("Order")
        .userId(user)
        .property("total", total)
        .at(TestEngine.NOW.minus(Duration.ofDays(daysAgo)));
  }

  @Test
  void a_fitted_model_is_kept_and_read_back_as_it_was() {
    Random random = new Random(3);
    for (int person = 0; person < 60; person++) {
      for (int i = random.nextInt(6); i >= 0; i--) {
        test.ingest(order("u" + person, 1 + random.nextInt(300), 5 + random.nextInt(90)));
      }
    }
    assertThat(predictions.model()).isEmpty();
    PredictionModel model = predictions.refresh(WEEKS);
    assertThat(predictions.model()).contains(model);
    predictions.refresh(MODEL);
    assertThat(predictions.history()).containsExactly(model, MODEL);
    assertThat(model.event()).isEqualTo("Order");
  }

  @Test
  void too_few_customers_give_no_model() {
    test.ingest(order("a", 3, 5));
    assertThatThrownBy(() -> predictions.refresh(WEEKS)).isInstanceOf(NoFitException.class);
    assertThat(predictions.model()).isEmpty();
  }

  @Test
  void a_refresh_moves_people_and_nobody_is_in_before_it_but_by_what_is_missing() {
    segments.define("buys", "predicted purchases in next 90 days >= 0.5");
    segments.define("worth", "predicted value in next 365 days > 10");
    segments.define("lost", "probability alive < 0.1");
    segments.define("unknown", "probability alive missing");
    ProfileId loyal = test.ingest(order("loyal", 200, 20));
    for (int week = 1; week < 28; week++) {
      test.ingest(order("loyal", 7 * week, 20));
    }
    ProfileId gone = test.ingest(order("gone", 400, 20));
    for (int week = 1; week < 6; week++) {
      test.ingest(order("gone", 400 - 7 * week, 20));
    }
    ProfileId visitor = test.ingest(Event.track("Visit").userId("visitor"));
    assertThat(segments.count("unknown")).isEqualTo(3);

    predictions.refresh(MODEL);

    assertThat(segments.of(loyal)).containsExactly("buys", "worth");
    assertThat(segments.of(gone)).containsExactly("lost");
    assertThat(segments.of(visitor)).containsExactly("unknown");
    assertThat(predictions.of(visitor)).isEmpty();
    assertThat(
            predictions
                .of(loyal)
                .orElseThrow()
                .of(Measure.ALIVE, TODAY.minusDays(1), 0)
                .orElseThrow())
        .isBetween(0.9, 1.0);
  }

  @Test
  void what_is_bought_today_counts_from_midnight_in_the_zone() {
    predictions.refresh(MODEL);
    segments.define("bought", "probability alive exists");
    ProfileId ada = test.ingest(order("ada", 0, 20));
    assertThat(segments.of(ada)).isEmpty();
    Instant midnight = TODAY.plusDays(1).atStartOfDay(ZONE).toInstant();
    assertThat(segments.why("bought", ada).nextChange()).contains(midnight);
    test.clock.advance(Duration.between(TestEngine.NOW, midnight));
    test.engine.tick();
    assertThat(segments.of(ada)).containsExactly("bought");
  }

  /** Whoever is in each day is who would be by the model itself. */
  @Test
  void ticks_alone_keep_memberships_right_for_months() {
    Random random = new Random(11);
    predictions.refresh(MODEL);
    segments.define("alive", "probability alive >= 0.5");
    segments.define("buys", "predicted purchases in next 3 months between 0.4 and 1.5");
    segments.define("worth", "predicted value in next 365 days > 25");
    List<ProfileId> people = new ArrayList<>();
    for (int person = 0; person < 25; person++) {
      for (int i = random.nextInt(8); i >= 0; i--) {
        people.add(
            test.ingest(order("u" + person, 1 + random.nextInt(200), 1 + random.nextInt(60))));
      }
    }
    int changes = 0;
    for (int day = 0; day < 200; day++) {
      test.clock.advance(Duration.ofDays(1));
      long before = test.told.size();
      test.engine.tick();
      changes += test.told.size() - before;
      if (day % 20 == 7) {
        test.ingest(
            order("u" + random.nextInt(25), 0, 30).at(test.clock.instant().minusSeconds(1)));
      }
      for (ProfileId id : people) {
        for (String segment : List.of("alive", "buys", "worth")) {
          assertThat(segments.contains(segment, id))
              .as("day %d, %s", day, segment)
              .isEqualTo(segments.why(segment, id).result());
        }
      }
    }
    assertThat(changes).isGreaterThan(20);
  }
}

package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.IngestResult;
import io.customerhub.engine.RetentionPolicy;
import io.customerhub.engine.RetentionReport;
import io.customerhub.event.ConsentBuilder;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.profile.Activity;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A hub whose old events were removed shows what a twin shows that keeps them all, as far as {@link
 * io.customerhub.engine.Retention} promises. A store's author opens empty stores.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class RetentionContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final RetentionPolicy POLICY =
      RetentionPolicy.forever()
          .keepOthers(Duration.ofDays(120))
          .keep("Order Completed", Duration.ofDays(60))
          .keepForever("Signed Up");

  private final TestClock clock = new TestClock(NOW);
  private int engines;

  /** For the contract's own subclasses. */
  protected RetentionContract() {}

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  /** How many random sequences to try. */
  protected int sequences() {
    return 4;
  }

  @Test
  void a_hub_without_its_old_events_shows_what_its_twin_shows() {
    for (long seed = 0; seed < sequences(); seed++) {
      try (Storage storage = open();
          Storage other = open()) {
        CustomerEngine engine = engine(storage);
        CustomerEngine twin = engine(other);
        List<Event> events = new RandomEvents(seed, 8).take(120);
        Collections.shuffle(events, new Random(seed));
        long removed = 0;
        for (int i = 0; i < events.size(); i++) {
          engine.ingest(events.get(i));
          twin.ingest(events.get(i));
          if (i % 40 == 39) {
            removed += engine.retention().apply(POLICY).removed();
          }
        }

        assertThat(removed).as("seed %d", seed).isGreaterThan(20);
        requireTwins(engine, twin, seed);
        assertThat(engine.countEvents() + removed).as("seed %d", seed).isEqualTo(events.size());
        assertThat(engine.retention().countRemoved()).isEqualTo(removed);
        assertThat(engine.retention().apply(POLICY).removed()).as("seed %d", seed).isZero();
        events.forEach(
            event -> assertThat(engine.ingest(event)).isInstanceOf(IngestResult.Duplicate.class));
        requireTwins(engine, twin, seed);
        assertThat(engine.rebuild(null, progress -> {}).repaired()).as("seed %d", seed).isEmpty();
      }
    }
  }

  @Test
  void people_who_are_merged_and_split_take_what_they_did_along() {
    try (Storage storage = open();
        Storage other = open()) {
      CustomerEngine engine = engine(storage);
      CustomerEngine twin = engine(other);
      for (CustomerEngine one : List.of(engine, twin)) {
        for (int i = 0; i < 6; i++) {
          one.ingest(order("ada", i, 300 - i, i * 10));
          one.ingest(order("bob", 10 + i, 200 - i, i));
        }
      }
      assertThat(engine.retention().apply(POLICY).removed()).isEqualTo(12);

      MergeId merged = merge(engine);
      MergeId ofTwin = merge(twin);
      requireTwins(engine, twin, 0);
      assertThat(find(engine, "ada").trait("spent")).hasValue(new BigDecimal(165));

      engine.identities().unmerge(merged).by("ann").commit();
      twin.identities().unmerge(ofTwin).by("ann").commit();
      requireTwins(engine, twin, 0);
      assertThat(find(engine, "ada").trait("spent")).hasValue(new BigDecimal(150));
      assertThat(find(engine, "bob").activity().removed()).isEqualTo(6);
    }
  }

  @Test
  void a_removed_event_cannot_come_back_with_another_content() {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      Event nobody = Event.track("Seen").source("s").messageId("n").at(NOW.minusSeconds(1)).build();
      engine.ingest(order("ada", 1, 300, 5));
      engine.ingest(nobody);
      RetentionPolicy none = RetentionPolicy.forever().keepOthers(Duration.ZERO);
      assertThat(engine.retention().apply(none).removed()).isEqualTo(2);

      assertThat(engine.countEvents()).isZero();
      assertThat(engine.ingest(nobody)).isInstanceOf(IngestResult.Duplicate.class);
      assertThat(engine.ingest(order("ada", 1, 300, 5)))
          .isEqualTo(new IngestResult.Duplicate(find(engine, "ada").id()));
      assertThat(engine.ingest(order("ada", 1, 300, 6)))
          .isInstanceOfSatisfying(
              IngestResult.Rejected.class,
              refused -> assertThat(refused.code()).isEqualTo(ReasonCode.MESSAGE_ID_REUSED));
      assertThat(engine.verify(progress -> {}).isClean()).isTrue();
    }
  }

  @Test
  void windows_and_tests_of_properties_count_what_is_kept() {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      engine.segments().define("lately", "did \"Order Completed\" at least 2 times in last 1 year");
      engine.segments().define("dear", "did \"Order Completed\" (revenue > 20) at least 1 time");
      engine.ingest(order("ada", 1, 300, 25));
      engine.ingest(order("ada", 2, 10, 5));
      ProfileId ada = find(engine, "ada").id();
      assertThat(engine.segments().of(ada)).contains("lately", "dear");

      engine.retention().apply(POLICY);

      assertThat(engine.segments().of(ada)).doesNotContain("lately", "dear");
      assertThat(find(engine, "ada").trait("orders")).hasValue(new BigDecimal(2));
      assertThat(engine.verify(progress -> {}).isClean()).isTrue();
    }
  }

  @Test
  void consents_are_kept_whatever_the_policy_says() {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      engine.ingest(order("ada", 1, 300, 5));
      ProfileId ada = find(engine, "ada").id();
      engine.consents().grant(ada, "email.marketing").by("ada").commit();
      clock.advance(Duration.ofDays(1_000));

      engine.retention().apply(RetentionPolicy.forever().keepOthers(Duration.ofDays(1)));

      assertThat(engine.countEvents()).isOne();
      assertThat(engine.consents().isGranted(ada, "email.marketing")).isTrue();
      assertThatThrownBy(
              () -> RetentionPolicy.forever().keep(ConsentBuilder.EVENT_NAME, Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_run_that_was_stopped_goes_on_where_it_was() {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < 450; i++) {
        events.add(order("p" + i % 7, i, 300, i));
      }
      engine.ingestAll(events.iterator(), progress -> {});
      List<RetentionReport> reports = new ArrayList<>();

      assertThatThrownBy(
              () ->
                  engine
                      .retention()
                      .apply(
                          POLICY,
                          null,
                          progress -> {
                            reports.add(progress);
                            throw new IllegalStateException("stop");
                          }))
          .hasMessage("stop");
      RetentionReport first = reports.get(0);
      RetentionReport rest = engine.retention().apply(POLICY, first.position(), reports::add);

      assertThat(first.isComplete()).isFalse();
      assertThat(first.removed()).isBetween(1L, 449L);
      assertThat(rest.isComplete()).isTrue();
      assertThat(first.removed() + rest.removed()).isEqualTo(450);
      assertThat(rest.busy()).isZero();
      assertThat(engine.verify(progress -> {}).isClean()).isTrue();
      assertThatThrownBy(() -> engine.retention().apply(POLICY, "somewhere", progress -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_erasure_leaves_nothing_of_what_was_removed_and_keeps_it_out() throws Exception {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      engine.ingest(order("ada", 1, 300, 5));
      engine.retention().apply(POLICY);
      ProfileId ada = find(engine, "ada").id();
      StringBuilder export = new StringBuilder();
      engine.privacy().export(ada).to(export);
      assertThat(export.toString()).contains("\"eventSummaries\":[{", "\"sum\":5");

      assertThat(engine.privacy().erase(ada).by("ann").because("asked").commit().removed())
          .containsEntry("removed_event", 1L)
          .containsEntry("event_summary", 1L);

      assertThat(engine.ingest(order("ada", 1, 300, 5)))
          .isInstanceOfSatisfying(
              IngestResult.Rejected.class,
              refused -> assertThat(refused.code()).isEqualTo(ReasonCode.SUPPRESSED));
      assertThat(engine.retention().countRemoved()).isZero();
      assertThat(engine.verify(progress -> {}).isClean()).isTrue();
    }
  }

  @Test
  void runs_at_the_same_time_remove_each_event_once() throws Exception {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        events.add(order("p" + i % 5, i, 300, 1));
      }
      engine.ingestAll(events.iterator(), progress -> {});
      Callable<RetentionReport> run = () -> engine.retention().apply(POLICY);
      Callable<RetentionReport> writing =
          () -> {
            for (int i = 300; i < 330; i++) {
              engine.ingest(order("p" + i % 5, i, 300, 1));
            }
            return new RetentionReport(0, 0, 0, "done");
          };
      ExecutorService threads = Executors.newFixedThreadPool(3);
      long removed = 0;
      for (Future<RetentionReport> done : threads.invokeAll(List.of(run, run, writing))) {
        removed += done.get().removed();
      }
      threads.shutdown();
      removed += engine.retention().apply(POLICY).removed();

      assertThat(removed).isEqualTo(330);
      for (int i = 0; i < 5; i++) {
        assertThat(find(engine, "p" + i).activity())
            .isEqualTo(new Activity(66, day(300), day(300), 66));
        assertThat(find(engine, "p" + i).trait("orders")).hasValue(new BigDecimal(66));
      }
      assertThat(engine.verify(progress -> {}).isClean()).isTrue();
    }
  }

  private static MergeId merge(CustomerEngine engine) {
    return engine
        .identities()
        .merge(find(engine, "ada").id())
        .with(find(engine, "bob").id())
        .by("ann")
        .commit();
  }

  private static Profile find(CustomerEngine engine, String user) {
    return engine.profiles().find(Identifier.userId(user)).orElseThrow();
  }

  private static Event order(String user, int number, int daysAgo, int revenue) {
    return Event.track("Order Completed")
        .source("shop")
        .messageId("o" + number)
        .userId(user)
        .property("revenue", revenue)
        .property("plan", revenue % 3 == 0 ? "gold" : "silver")
        .at(day(daysAgo))
        .build();
  }

  private static Instant day(int daysAgo) {
    return NOW.minus(Duration.ofDays(daysAgo));
  }

  private static void requireTwins(CustomerEngine engine, CustomerEngine twin, long seed) {
    assertThat(engine.verify(progress -> {}).violations()).as("seed %d", seed).isEmpty();
    assertThat(shown(engine)).as("seed %d", seed).isEqualTo(shown(twin));
  }

  /** All that has to be the same, whatever is removed. */
  private static List<String> shown(CustomerEngine engine) {
    List<String> lines = new ArrayList<>();
    for (Profile one : StateDigest.profiles(engine)) {
      TreeMap<String, Object> traits = new TreeMap<>();
      one.traits().keySet().forEach(name -> traits.put(name, one.trait(name).orElseThrow()));
      one.computed().keySet().forEach(name -> traits.put(name, one.trait(name).orElse("none")));
      lines.add(
          String.join(
                  " ",
                  one.identifiers().stream().map(i -> i.namespace() + "=" + i.value()).toList())
              + traits
              + one.activity().withRemoved(0)
              + engine.segments().of(one.id()));
    }
    lines.sort(null);
    return lines;
  }

  private CustomerEngine engine(Storage storage) {
    CustomerEngine engine =
        CustomerEngine.over(storage)
            .clock(clock)
            .ids(IdSource.seeded(clock, 70 + engines++))
            .build();
    String orders = "of \"Order Completed\"";
    engine.computedTraits().define("orders", "count " + orders);
    engine.computedTraits().define("spent", "sum of revenue " + orders);
    engine.computedTraits().define("usual", "average of revenue " + orders);
    engine.computedTraits().define("least", "minimum of revenue " + orders);
    engine.computedTraits().define("most", "maximum of revenue " + orders);
    engine.computedTraits().define("first_plan", "first of plan " + orders);
    engine.computedTraits().define("last_plan", "last of plan " + orders);
    engine.segments().define("buyers", "did \"Order Completed\" at least 3 times");
    engine.segments().define("few", "did \"Product Viewed\" between 1 and 2 times");
    engine.segments().define("never", "not did \"Product Viewed\"");
    engine.segments().define("big", "trait.spent > 60 or trait.city = \"London\"");
    return engine;
  }
}

package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.Lookalike;
import io.customerhub.engine.LookalikeReport;
import io.customerhub.engine.SegmentException;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.Identifier;
import io.customerhub.lookalike.Feature;
import io.customerhub.lookalike.WeighedFeature;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Those who were planted to be like the members are found. A store's author opens an empty store.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class LookalikeContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final int MEMBERS = 40;
  private static final int PLANTED = 20;
  private static final int OTHERS = 200;

  private final TestClock clock = new TestClock(NOW);
  private final List<Storage> opened = new ArrayList<>();

  /** For the contract's own subclasses. */
  protected LookalikeContract() {}

  /** Opens a new, empty storage; a test may open several at once. */
  protected abstract Storage open();

  @AfterEach
  void close() {
    opened.forEach(Storage::close);
  }

  private CustomerEngine engine(long seed) {
    Storage storage = open();
    opened.add(storage);
    return CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, seed)).build();
  }

  private static Event deed(String name, Identifier who, int daysAgo) {
    return at(Event.track(name), who, daysAgo);
  }

  private static Event at(EventBuilder event, Identifier who, int daysAgo) {
    Instant at = NOW.minus(Duration.ofDays(daysAgo));
    Event given = event.source("shop").messageId("-").at(at).identifier(who).build();
    return event.messageId(who.value() + " " + given.name() + " " + daysAgo).build();
  }

  /** Members are gold, buy tea and come weekly; so do those planted, of whom half are cookies. */
  private static List<Event> population(long seed) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < MEMBERS + PLANTED; i++) {
      Identifier who =
          i < MEMBERS
              ? Identifier.userId("member " + i)
              : i % 2 == 0
                  ? Identifier.userId("planted " + i)
                  : Identifier.anonymousId("planted " + i);
      weekly(random, who, events);
      if (i < MEMBERS) {
        events.add(at(Event.identify().trait("tier", "gold-secret"), who, 100));
      }
    }
    for (int i = 0; i < OTHERS; i++) {
      occasional(random, i, events);
    }
    return events;
  }

  private static void weekly(Random random, Identifier who, List<Event> events) {
    for (int week = 0; week < 9 + random.nextInt(6); week++) {
      events.add(deed("Visited", who, 7 * week + random.nextInt(4)));
    }
    events.add(deed("Tea Bought", who, random.nextInt(60)));
  }

  private static void occasional(Random random, int number, List<Event> events) {
    Identifier who =
        number % 2 == 0
            ? Identifier.userId("other " + number)
            : Identifier.anonymousId("other " + number);
    // One in ten comes as often as members do, one in four buys the same: either alone is not
    // alike.
    boolean often = number % 10 == 3;
    for (int visit = 0; visit < (often ? 10 : 1 + random.nextInt(4)); visit++) {
      events.add(deed("Visited", who, 8 * visit + random.nextInt(often ? 5 : 300)));
    }
    if (number % 4 == 0) {
      events.add(deed("Tea Bought", who, random.nextInt(200)));
    }
    if (random.nextInt(5) == 0) {
      events.add(deed("Coffee Bought", who, random.nextInt(200)));
    }
    events.add(at(Event.identify().trait("tier", number % 3 == 0 ? "silver" : "none"), who, 301));
  }

  private CustomerEngine populated(long seed, List<Event> events) {
    CustomerEngine engine = engine(seed);
    engine.ingestAll(events.iterator(), report -> {});
    engine.segments().define("gold", "trait.tier = \"gold-secret\"");
    assertThat(engine.segments().count("gold")).isEqualTo(MEMBERS);
    return engine;
  }

  private static String key(CustomerEngine engine, ProfileId id) {
    return engine.profiles().get(id).orElseThrow().identifiers().get(0).value();
  }

  @Test
  void those_planted_rank_first_known_and_anonymous_alike_and_are_explained() {
    for (long seed = 1; seed <= 3; seed++) {
      CustomerEngine engine = populated(seed, population(seed));
      LookalikeReport report = engine.segments().lookalike("gold").atMost(PLANTED).find();
      List<String> found = report.people().stream().map(one -> key(engine, one.profile())).toList();
      double precision =
          found.stream().filter(key -> key.startsWith("planted")).count() / (double) PLANTED;
      double random = PLANTED / (double) (PLANTED + OTHERS);
      assertThat(precision).as("seed %d, random %.2f", seed, random).isGreaterThanOrEqualTo(0.9);
      assertThat(found).as("seed %d", seed).hasSize(PLANTED).noneMatch(key -> key.startsWith("me"));
      assertThat(report.people().stream().filter(Lookalike::isAnonymous).count())
          .as("seed %d", seed)
          .isBetween(8L, 12L);
      assertThat(report.people()).isSortedAccordingTo(LookalikeContract::bestFirst);
      assertThat(report.people().get(0).features())
          .extracting(WeighedFeature::feature)
          .contains(Feature.did("Tea Bought"), Feature.times("Visited", 8));
      assertThat(report.isComplete()).isTrue();
    }
  }

  private static int bestFirst(Lookalike a, Lookalike b) {
    int byScore = Double.compare(b.score(), a.score());
    return byScore != 0 ? byScore : a.profile().compareTo(b.profile());
  }

  @Test
  void neither_the_order_of_arrival_nor_the_ids_matter() {
    List<Event> events = population(7);
    Map<String, Double> scores = scores(populated(1, events));
    assertThat(scores).hasSizeGreaterThanOrEqualTo(PLANTED);
    Collections.shuffle(events, new Random(11));
    assertThat(scores(populated(2, events))).isEqualTo(scores);
  }

  private static Map<String, Double> scores(CustomerEngine engine) {
    Map<String, Double> scores = new TreeMap<>();
    LookalikeReport report = engine.segments().lookalike("gold").atMost(1_000).find();
    assertThat(engine.segments().lookalike("gold").atMost(1_000).find().people())
        .isEqualTo(report.people());
    report.people().forEach(one -> scores.put(key(engine, one.profile()), one.score()));
    return scores;
  }

  @Test
  void texts_show_no_values_and_personal_traits_are_not_looked_at() {
    CustomerEngine engine = engine(1);
    for (int i = 0; i < 30; i++) {
      engine.ingest(
          Event.identify()
              .source("crm")
              .userId("u" + i)
              .trait("first_name", "Ada")
              .trait("nickname", "Countess")
              .trait("City", i < 20 ? "Londinium" : "Hanoi")
              .trait("plan", i < 20 ? "enterprise" : "basic")
              .trait("paying", i % 2 == 0 && i < 20));
    }
    engine.segments().define("paying", "trait.paying = true");
    LookalikeReport report = engine.segments().lookalike("paying").find();
    assertThat(report.people()).hasSize(10);
    assertThat(traits(report)).containsExactly("plan");
    engine.segments().define("of those", "in segment \"paying\"");
    assertThat(traits(engine.segments().lookalike("of those").find())).containsExactly("plan");
    assertThat(report.text() + report + report.people())
        .contains("e***")
        .doesNotContain("enterprise", "basic", "Ada", "Countess", "Londinium");
    assertThat(traits(engine.segments().lookalike("paying").including("City").find()))
        .containsExactlyInAnyOrder("plan", "City");
    assertThat(engine.segments().lookalike("paying").withoutTraits("plan").find().people())
        .isEmpty();
    assertThatThrownBy(() -> engine.segments().lookalike("paying").including("first_name"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("first_name");
  }

  private static List<String> traits(LookalikeReport report) {
    return report.model().features().stream()
        .map(WeighedFeature::feature)
        .filter(feature -> feature.kind().compareTo(Feature.Kind.NUMBER) <= 0)
        .map(Feature::name)
        .distinct()
        .toList();
  }

  @Test
  void without_members_and_without_others_the_report_says_so() {
    CustomerEngine engine = engine(1);
    assertThatThrownBy(() -> engine.segments().lookalike("nobody").find())
        .isInstanceOf(SegmentException.class)
        .hasMessageContaining("not defined");
    engine.segments().define("nobody", "trait.x = 2");
    engine.segments().define("everybody", "trait.x = 1");
    assertThat(engine.segments().lookalike("nobody").find().people()).isEmpty();
    for (int i = 0; i < 10; i++) {
      engine.ingest(Event.identify().source("crm").userId("u" + i).trait("x", 1));
    }
    LookalikeReport nobody = engine.segments().lookalike("nobody").sharedBy(1).find();
    assertThat(nobody.people()).isEmpty();
    assertThat(nobody.text()).contains("nobody is in it");
    LookalikeReport everybody = engine.segments().lookalike("everybody").sharedBy(1).find();
    assertThat(everybody.people()).isEmpty();
    assertThat(everybody.isComplete()).isTrue();
    assertThat(everybody.text()).contains("everybody is in it");
  }

  @Test
  void progress_is_told_through_both_looks_and_stops_each() {
    CustomerEngine engine = populated(1, population(1));
    int people = MEMBERS + PLANTED + OTHERS;
    List<Long> told = new ArrayList<>();
    engine
        .segments()
        .lookalike("gold")
        .progress(
            (looked, all) -> {
              assertThat(all).isEqualTo(2L * people);
              return told.add(looked);
            })
        .find();
    assertThat(told).containsExactly(100L, 200L, 260L, 360L, 460L, 520L);
    LookalikeReport first = stopped(engine, 200);
    assertThat(first.isComplete()).isFalse();
    assertThat(first.people()).isEmpty();
    assertThat(first.text()).contains("stopped");
    LookalikeReport second = stopped(engine, 460);
    assertThat(second.isComplete()).isFalse();
    assertThat(second.people()).isNotEmpty();
  }

  private static LookalikeReport stopped(CustomerEngine engine, long at) {
    return engine.segments().lookalike("gold").progress((looked, all) -> looked < at).find();
  }

  @Test
  void limits_are_checked() {
    CustomerEngine engine = engine(1);
    assertThatThrownBy(() -> engine.segments().lookalike("x").atMost(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.segments().lookalike("x").atMost(10_001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.segments().lookalike("x").sharedBy(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.IngestReport;
import io.customerhub.engine.RetentionPolicy;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Counts and sums over histories of thousands of events are those of the events one by one,
 * whichever process took them in, in whatever order, and whoever was merged and split meanwhile. A
 * store's author opens an empty store.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class LongHistoryContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ORDER = "Order Completed";
  private static final Duration MONTH = Duration.ofDays(30);

  /** Removes nothing that a window of a month looks at. */
  private static final RetentionPolicy OLD =
      RetentionPolicy.forever().keepOthers(Duration.ofDays(45));

  private static final Identifier ADA = Identifier.userId("ada");
  private static final Identifier COOKIE = Identifier.anonymousId("cookie");

  private final TestClock clock = new TestClock(NOW);
  private final Map<Identifier, List<Event>> told = new HashMap<>();
  private int messages;

  /** For the contract's own subclasses. */
  protected LongHistoryContract() {}

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  @Test
  void counts_and_sums_are_those_of_the_events_one_by_one_whatever_happens() {
    for (long seed = 1; seed <= 2; seed++) {
      try (Storage storage = open()) {
        told.clear();
        run(seed, storage);
      }
    }
  }

  private void run(long seed, Storage storage) {
    Random random = new Random(seed);
    List<CustomerEngine> engines = List.of(engine(storage, seed), engine(storage, seed + 100));
    fill(engines.get(0), random);
    CustomerEngine first = engines.get(0);
    ProfileId ada = first.profiles().find(ADA).orElseThrow().id();
    ProfileId cookie = first.profiles().find(COOKIE).orElseThrow().id();
    MergeId merge = null;
    long removed = 0;
    for (int step = 0; step < 50; step++) {
      CustomerEngine engine = engines.get(random.nextInt(2));
      switch (random.nextInt(9)) {
        case 0 -> merge = turn(engine, ada, cookie, merge);
        case 1 -> engine.ingestAll(several(random, 5).iterator(), report -> {});
        case 2 -> pass(engine, Duration.ofHours(1 + random.nextInt(100)));
        case 3 -> removed += engine.retention().apply(OLD).removed();
        default -> engine.ingest(event(random, random.nextInt(4) > 0 ? ADA : COOKIE, 40));
      }
      CustomerEngine other = engines.get(random.nextInt(2));
      String about = "seed " + seed + ", step " + step;
      check(about, other, ada, merge == null ? List.of(ADA) : List.of(ADA, COOKIE));
      check(about, other, cookie, merge == null ? List.of(COOKIE) : List.of(ADA, COOKIE));
    }
    assertThat(first.verify(report -> {}).violations()).as("seed " + seed).isEmpty();
    assertThat(removed).as("seed " + seed + ", events removed from the log").isPositive();
    first.privacy().erase(ada).commit();
    assertThat(first.profiles().find(ADA)).isEmpty();
  }

  private CustomerEngine engine(Storage storage, long seed) {
    return CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, seed)).build();
  }

  private void fill(CustomerEngine engine, Random random) {
    engine.computedTraits().define("orders", "count of \"Order Completed\" in last 30 days");
    engine.computedTraits().define("value", "sum of revenue of \"Order Completed\"");
    engine
        .segments()
        .define(
            "often", "did \"Order Completed\" (revenue >= 0) at least 240 times in last 30 days");
    engine
        .segments()
        .define("dear", "sum of revenue of \"Order Completed\" > 1000 in last 30 days");
    engine.segments().define("known", "trait.orders >= 260 and trait.value > 0");
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      all.add(event(random, i % 5 == 0 ? COOKIE : ADA, 120));
    }
    IngestReport report = engine.ingestAll(all.iterator(), progress -> {});
    assertThat(report.accepted()).isEqualTo(1_500);
  }

  private List<Event> several(Random random, int events) {
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Event event = event(random, ADA, 60);
      all.add(event);
      all.add(event);
    }
    return all;
  }

  /** Time passes in the hub by its tick. */
  private void pass(CustomerEngine engine, Duration time) {
    clock.advance(time);
    engine.tick();
  }

  private static @Nullable MergeId turn(
      CustomerEngine engine, ProfileId ada, ProfileId cookie, @Nullable MergeId merge) {
    if (merge == null) {
      return engine.identities().merge(ada).with(cookie).commit();
    }
    engine.identities().unmerge(merge).commit();
    return null;
  }

  private Event event(Random random, Identifier who, int days) {
    Instant at = clock.instant().minus(Duration.ofMinutes(random.nextInt(days * 1_440)));
    Event event =
        Event.track(random.nextInt(4) > 0 ? ORDER : "Page Viewed")
            .source("shop")
            .messageId("m" + messages++)
            .identifier(who)
            .at(at)
            .property("revenue", random.nextInt(30) - 8)
            .build();
    told.computeIfAbsent(who, id -> new ArrayList<>()).add(event);
    return event;
  }

  private void check(String about, CustomerEngine engine, ProfileId id, List<Identifier> who) {
    Instant from = clock.instant().minus(MONTH);
    List<Event> orders =
        who.stream()
            .flatMap(one -> told.getOrDefault(one, List.of()).stream())
            .filter(event -> event.name().equals(ORDER))
            .toList();
    List<Event> recent = orders.stream().filter(event -> event.time().isAfter(from)).toList();
    long positive = recent.stream().filter(event -> revenue(event).signum() >= 0).count();
    List<String> expected = new ArrayList<>();
    expected.addAll(sum(recent).intValue() > 1_000 ? List.of("dear") : List.of());
    boolean known = recent.size() >= 260 && sum(orders).signum() > 0;
    expected.addAll(known ? List.of("known") : List.of());
    expected.addAll(positive >= 240 ? List.of("often") : List.of());

    assertThat(engine.segments().of(id)).as(about).isEqualTo(expected);
    var shown = engine.profiles().get(id).orElseThrow();
    assertThat(shown.trait("orders")).as(about).isEqualTo(number(recent.size()));
    assertThat(shown.trait("value")).as(about).isEqualTo(Optional.of(sum(orders)));
  }

  private static Optional<Object> number(int value) {
    return Optional.of(BigDecimal.valueOf(value));
  }

  private static BigDecimal sum(List<Event> events) {
    return events.stream()
        .map(LongHistoryContract::revenue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal revenue(Event event) {
    return (BigDecimal) event.properties().get("revenue");
  }
}

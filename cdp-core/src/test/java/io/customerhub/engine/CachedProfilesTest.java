package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.RandomEvents;
import io.customerhub.contract.TestClock;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class CachedProfilesTest {

  private static final Identifier ADA = Identifier.userId("ada");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final Storage storage = MemoryStorage.create();
  private int engines;

  private CustomerEngine engine() {
    return engine(news -> {});
  }

  private CustomerEngine engine(Consumer<DomainEvent> listener) {
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, engines++))
        .listener(listener)
        .build();
  }

  private static long events(CustomerEngine engine) {
    return engine.profiles().cached().find(ADA).map(one -> one.activity().events()).orElse(0L);
  }

  @Test
  void an_answer_is_what_a_look_would_give_whatever_was_done() {
    for (long seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      try (Storage own = MemoryStorage.create()) {
        CustomerEngine engine =
            CustomerEngine.over(own).clock(clock).ids(IdSource.seeded(clock, seed)).build();
        engine.computedTraits().define("orders", "count of \"Order Completed\"");
        Set<Identifier> seen = new TreeSet<>(Set.of(Identifier.email("nobody@example.com")));
        Set<ProfileId> ids = new TreeSet<>();
        RandomEvents events = new RandomEvents(seed, 5);
        List<MergeId> merges = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
          List<ProfileId> all = List.copyOf(ids);
          int kind = random.nextInt(10);
          if (kind == 0 && all.size() > 1) {
            merge(engine, all, random).ifPresent(merges::add);
          } else if (kind == 1 && !merges.isEmpty()) {
            engine.identities().unmerge(merges.remove(0)).by("ann").commit();
          } else if (kind == 2) {
            engine.computedTraits().define("orders", "count of \"Product Viewed\"");
          } else if (kind == 3) {
            engine.retention().apply(RetentionPolicy.forever().keepOthers(Duration.ofDays(90)));
          } else {
            Event event = events.next();
            event.identifiers().forEach(seen::add);
            engine.ingest(event).profile().ifPresent(ids::add);
          }
          requireSame(engine, seen, ids, "seed " + seed + ", step " + step);
        }
      }
    }
  }

  private static Optional<MergeId> merge(
      CustomerEngine engine, List<ProfileId> all, Random random) {
    ProfileId a = engine.profiles().get(all.get(random.nextInt(all.size()))).orElseThrow().id();
    ProfileId b = engine.profiles().get(all.get(random.nextInt(all.size()))).orElseThrow().id();
    return a.equals(b)
        ? Optional.empty()
        : Optional.of(engine.identities().merge(a).with(b).by("ann").commit());
  }

  private static void requireSame(
      CustomerEngine engine, Set<Identifier> seen, Set<ProfileId> ids, String what) {
    CachedProfiles cached = engine.profiles().cached();
    for (Identifier one : seen) {
      assertThat(cached.find(one)).as(what).isEqualTo(engine.profiles().find(one));
    }
    for (ProfileId one : ids) {
      assertThat(cached.get(one)).as(what).isEqualTo(engine.profiles().get(one));
    }
  }

  @Test
  void an_answer_is_remembered() {
    CustomerEngine engine = engine();
    engine.ingest(Event.track("Seen").userId("ada"));

    Profile first = engine.profiles().cached().find(ADA).orElseThrow();

    assertThat(engine.profiles().cached().find(ADA)).containsSame(first);
    assertThat(engine.profiles().cached().find(Identifier.userId("bob"))).isEmpty();
  }

  @Test
  void what_another_hub_commits_shows_after_the_staleness() {
    CustomerEngine ours = engine();
    CustomerEngine theirs = engine();
    theirs.ingest(Event.track("Seen").userId("ada"));
    assertThat(events(ours)).isOne();

    theirs.ingest(Event.track("Seen").userId("ada"));
    clock.advance(SECOND.minusMillis(1));
    assertThat(events(ours)).isOne();
    assertThat(ours.profiles().find(ADA).orElseThrow().activity().events()).isEqualTo(2);

    clock.advance(Duration.ofMillis(1));
    assertThat(events(ours)).isEqualTo(2);
  }

  @Test
  void a_clock_that_is_set_back_does_not_make_an_answer_last() {
    CustomerEngine ours = engine();
    CustomerEngine theirs = engine();
    theirs.ingest(Event.track("Seen").userId("ada"));
    assertThat(events(ours)).isOne();

    theirs.ingest(Event.track("Seen").userId("ada"));
    clock.advance(Duration.ofHours(-1));

    assertThat(events(ours)).isEqualTo(2);
  }

  @Test
  void a_listener_sees_what_it_is_told_of() {
    AtomicReference<CustomerEngine> engine = new AtomicReference<>();
    List<Long> seen = new ArrayList<>();
    engine.set(
        engine(
            news -> {
              seen.add(events(engine.get()));
            }));
    events(engine.get());

    engine.get().ingest(Event.track("Seen").userId("ada"));

    assertThat(seen).isNotEmpty().containsOnly(1L);
  }

  @Test
  void a_computed_trait_changes_when_its_time_has_come() {
    CustomerEngine engine = engine();
    engine.computedTraits().define("lately", "count of \"Seen\" in last 10 seconds");
    engine.ingest(Event.track("Seen").userId("ada").at(clock.instant().minusMillis(9_500)));
    assertThat(lately(engine)).isEqualTo(new BigDecimal(1));

    clock.advance(Duration.ofMillis(700));

    assertThat(lately(engine)).isEqualTo(new BigDecimal(0));
  }

  private static Object lately(CustomerEngine engine) {
    return engine.profiles().cached().find(ADA).orElseThrow().trait("lately").orElseThrow();
  }

  @Test
  void the_erased_are_not_remembered() {
    CustomerEngine engine = engine();
    engine.ingest(Event.track("Seen").userId("ada"));
    ProfileId id = engine.profiles().cached().find(ADA).orElseThrow().id();
    assertThat(engine.profiles().cached().get(id)).isPresent();

    engine.privacy().erase(id).by("ann").because("asked").commit();

    assertThat(engine.profiles().cached().find(ADA)).isEmpty();
    assertThat(engine.profiles().cached().get(id)).isEmpty();
  }

  @Test
  void it_can_be_switched_off() {
    CustomerEngine off =
        CustomerEngine.over(storage)
            .clock(clock)
            .ids(IdSource.seeded(clock, 99))
            .profileCache(0, SECOND)
            .build();
    CustomerEngine theirs = engine();
    for (int i = 1; i < 4; i++) {
      theirs.ingest(Event.track("Seen").userId("ada"));
      assertThat(events(off)).isEqualTo(i);
    }
    EngineBuilder builder = CustomerEngine.over(storage);
    assertThatThrownBy(() -> builder.profileCache(-1, SECOND))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.profileCache(1, Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nobody_is_shown_less_than_what_was_acknowledged_before() throws Exception {
    CustomerEngine engine = engine();
    AtomicInteger acknowledged = new AtomicInteger();
    AtomicBoolean done = new AtomicBoolean();
    List<CompletableFuture<Void>> readers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      readers.add(
          CompletableFuture.runAsync(
              () -> {
                while (!done.get()) {
                  int before = acknowledged.get();
                  assertThat(events(engine)).isGreaterThanOrEqualTo(before);
                }
              }));
    }
    for (int i = 1; i <= 300; i++) {
      engine.ingest(Event.track("Seen").userId("ada"));
      acknowledged.set(i);
    }
    done.set(true);
    for (CompletableFuture<Void> reader : readers) {
      reader.get();
    }
    assertThat(events(engine)).isEqualTo(300);
  }
}

package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.RebuildReport;
import io.customerhub.engine.Violation.Invariant;
import io.customerhub.event.Event;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.MatchRules;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Membership;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A rebuild writes nothing where nothing is wrong, and otherwise ends in the state of a twin that
 * was never spoilt. A store's author opens empty stores.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class RebuildContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final TestClock clock = new TestClock(NOW);
  private int seeds;

  /** For the contract's own subclasses. */
  protected RebuildContract() {}

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  /** How many random sequences to try. */
  protected int sequences() {
    return 6;
  }

  @Test
  void nothing_is_written_where_nothing_is_wrong() {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      fill(engine, 1);
      List<Member> before = members(engine);

      RebuildReport report = engine.rebuild(null, progress -> {});

      assertThat(report.repaired()).isEmpty();
      assertThat(report.left()).isEmpty();
      assertThat(report.isComplete()).isTrue();
      assertThat(report.events()).isEqualTo(engine.countEvents());
      assertThat(report.profiles()).isEqualTo(engine.profiles().count());
      assertThat(members(engine)).isEqualTo(before);
    }
  }

  @Test
  void whatever_was_spoilt_ends_as_if_it_had_not_been() {
    TreeMap<Invariant, Long> repaired = new TreeMap<>();
    for (long seed = 0; seed < sequences(); seed++) {
      try (Storage storage = open();
          Storage other = open()) {
        CustomerEngine engine = engine(storage);
        CustomerEngine twin = engine(other);
        fill(engine, seed);
        fill(twin, seed);
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
          spoil(engine, random);
        }
        assertThat(engine.verify(report -> {}).violations()).as("seed %d", seed).isNotEmpty();

        RebuildReport report = engine.rebuild(null, progress -> {});

        assertThat(report.left()).as("seed %d", seed).isEmpty();
        assertThat(engine.verify(progress -> {}).violations()).as("seed %d", seed).isEmpty();
        assertThat(StateDigest.of(engine)).as("seed %d", seed).isEqualTo(StateDigest.of(twin));
        report.repaired().forEach((what, count) -> repaired.merge(what, count, Long::sum));
        assertThat(engine.rebuild(null, progress -> {}).repaired()).as("seed %d", seed).isEmpty();
      }
    }
    assertThat(repaired.keySet())
        .contains(
            Invariant.ROOT,
            Invariant.PARTITION,
            Invariant.FACTS,
            Invariant.MEMBERSHIP,
            Invariant.LINK,
            Invariant.ERASED);
  }

  private static void spoil(CustomerEngine engine, Random random) {
    List<Member> all = members(engine);
    Member one = all.get(1 + random.nextInt(all.size() - 1));
    Member older = all.get(random.nextInt(all.indexOf(one)));
    switch (random.nextInt(7)) {
      case 0 -> write(engine, tx -> tx.profiles().save(List.of(one.withRoot(one.id()))));
      case 1 -> write(engine, tx -> tx.profiles().save(List.of(one.withRoot(older.id()))));
      case 2 -> {
        Activity more = one.activity().and(NOW);
        write(engine, tx -> tx.profiles().save(List.of(one.withFacts(List.of(), more))));
      }
      case 3 -> {
        Membership row = new Membership("london", one.id(), random.nextBoolean(), NOW, null);
        write(engine, tx -> tx.memberships().put(row));
      }
      case 4 -> write(engine, tx -> tx.identities().add(loose(one.id(), random)));
      case 5 -> write(engine, tx -> tx.memberships().removeProfile(one.root()));
      default -> {
        ProfileId erased = erased(engine);
        write(engine, tx -> tx.memberships().put(new Membership("x", erased, true, NOW, null)));
      }
    }
  }

  private static Link loose(ProfileId with, Random random) {
    Link sample = Samples.link(10 + random.nextInt(1_000_000), 1, 2, LinkKind.POSSIBLE);
    ProfileId nobody = Samples.id(1);
    return new Link(sample.id(), nobody, with, sample.kind(), List.of(), "rules", "", NOW, true, 0);
  }

  private static ProfileId erased(CustomerEngine engine) {
    return engine.audit().list(null, 10).get(0).profiles().first();
  }

  @Test
  void an_event_without_its_record_gets_it_back() {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      ProfileId lost = Samples.id(7);
      Event event =
          Event.identify()
              .userId("ada")
              .trait("city", "London")
              .source("shop")
              .messageId("m")
              .at(NOW)
              .build();
      write(engine, tx -> tx.events().append(Samples.stored(event, lost)));

      RebuildReport report = engine.rebuild(null, progress -> {});

      assertThat(report.repaired()).containsKey(Invariant.EVENT_MEMBER);
      Profile ada = engine.profiles().find(event.identifiers().get(0)).orElseThrow();
      assertThat(ada.id()).isEqualTo(lost);
      assertThat(ada.trait("city")).hasValue("London");
      assertThat(engine.verify(progress -> {}).isClean()).isTrue();
    }
  }

  @Test
  void what_follows_from_nothing_is_told_and_left() {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      ProfileId a = engine.ingest(Event.track("X").userId("a").source("s")).profile().orElseThrow();
      Event other = Event.track("X").userId("b").source("s").messageId("b").at(NOW).build();
      write(engine, tx -> tx.events().append(Samples.stored(other, a)));

      RebuildReport report = engine.rebuild(null, progress -> {});

      assertThat(report.left())
          .singleElement()
          .satisfies(one -> assertThat(one.invariant()).isEqualTo(Invariant.EVENT_KEYS));
      assertThat(report.text()).contains("1 left", "left: EVENT_KEYS").doesNotContain("user_id");
    }
  }

  @Test
  void a_rebuild_that_was_stopped_goes_on_where_it_was() {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage);
      fill(engine, 3);
      Member one = members(engine).get(0);
      write(engine, tx -> tx.profiles().save(List.of(one.withFacts(List.of(), Activity.NONE))));
      List<String> positions = new ArrayList<>();

      assertThatThrownBy(
              () ->
                  engine.rebuild(
                      null,
                      progress -> {
                        positions.add(progress.position());
                        if (positions.size() == 2) {
                          throw new IllegalStateException("stop");
                        }
                      }))
          .hasMessage("stop");
      RebuildReport rest = engine.rebuild(positions.get(1), progress -> {});

      assertThat(rest.events()).as("looked at before").isZero();
      assertThat(rest.repaired()).isEqualTo(java.util.Map.of(Invariant.FACTS, 1L));
      assertThat(engine.verify(progress -> {}).isClean()).isTrue();
      assertThatThrownBy(() -> engine.rebuild("somewhere", progress -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void other_rules_are_brought_about_by_a_rebuild() {
    List<Event> events = new RandomEvents(5, 6).take(60);
    MatchRules strict = MatchRules.people().atMost(1, "user_id").atMost(1, "email");
    try (Storage storage = open();
        Storage other = open()) {
      CustomerEngine before = engine(storage, MatchRules.people().unlimited());
      events.forEach(before::ingest);
      CustomerEngine after = engine(storage, strict);
      assertThat(after.verify(progress -> {}).violations()).isNotEmpty();

      after.rebuild(null, progress -> {});

      CustomerEngine twin = engine(other, strict);
      events.forEach(twin::ingest);
      assertThat(StateDigest.of(after)).isEqualTo(StateDigest.of(twin));
      assertThat(after.verify(progress -> {}).isClean()).isTrue();
    }
  }

  /** Fills an engine the same way each time. */
  protected final void fill(CustomerEngine engine, long seed) {
    engine.segments().define("london", "trait.city = \"London\"");
    engine.segments().define("buyers", "did \"Order Completed\" at least 2 times in last 90 days");
    new RandomEvents(seed, 8).take(80).forEach(engine::ingest);
    ProfileId gone =
        engine.ingest(Event.track("X").userId("gone").source("s")).profile().orElseThrow();
    engine.privacy().erase(gone).by("ann").because("asked").commit();
  }

  /** Returns an engine by the default rules. */
  protected final CustomerEngine engine(Storage storage) {
    return engine(storage, MatchRules.people());
  }

  private CustomerEngine engine(Storage storage, MatchRules rules) {
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, 5 + seeds++))
        .matchRules(rules)
        .build();
  }

  private static List<Member> members(CustomerEngine engine) {
    List<Member> all = new ArrayList<>();
    StateDigest.profiles(engine)
        .forEach(
            profile ->
                all.addAll(
                    engine.inTransaction(tx -> tx.profiles().clusters(Set.of(profile.id())))));
    all.sort(java.util.Comparator.comparing(Member::id));
    return all;
  }

  private static void write(CustomerEngine engine, Consumer<Transaction> work) {
    engine.inTransaction(
        tx -> {
          work.accept(tx);
          return tx;
        });
  }
}

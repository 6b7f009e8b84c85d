package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.ErasedProfileException;
import io.customerhub.engine.VerificationReport;
import io.customerhub.engine.Violation;
import io.customerhub.engine.Violation.Invariant;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Member;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Membership;
import io.customerhub.spi.Redo;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A verification finds nothing in what an engine wrote, whatever it did, and names whatever was
 * spoilt behind its back. A store's author opens an empty store.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class VerificationContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final TestClock clock = new TestClock(NOW);
  private Storage storage;
  private CustomerEngine engine;

  /** For the contract's own subclasses. */
  protected VerificationContract() {}

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  /** How many random sequences to try. */
  protected int sequences() {
    return 10;
  }

  @BeforeEach
  void openEngine() {
    storage = open();
    engine = engine(storage, 200);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void nothing_is_found_in_what_an_engine_wrote() {
    for (long seed = 0; seed < sequences(); seed++) {
      try (Storage fresh = open()) {
        CustomerEngine one = engine(fresh, 200);
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(seed, 8);
        one.segments().define("recent", "did \"Order Completed\" in last 60 days");
        one.segments().define("known", "trait.city = \"London\" or in segment \"recent\"");
        for (int step = 0; step < 8; step++) {
          one.ingestAll(events.take(random.nextInt(20)).iterator(), report -> {});
          events.take(5).forEach(one::ingest);
          decide(one, random);
          clock.advance(Duration.ofDays(random.nextInt(10)));
          VerificationReport report = one.verify(progress -> {});
          assertThat(report.violations()).as("seed %d, step %d", seed, step).isEmpty();
          assertThat(report.unchecked()).as("seed %d, step %d", seed, step).isZero();
          assertThat(report.complete()).isTrue();
          assertThat(report.events()).isEqualTo(one.countEvents());
          assertThat(report.profiles()).isEqualTo(one.profiles().count());
        }
      }
    }
  }

  private static void decide(CustomerEngine engine, Random random) {
    List<Profile> all = StateDigest.profiles(engine);
    if (all.size() < 3) {
      return;
    }
    ProfileId a = all.get(random.nextInt(all.size() / 2)).id();
    ProfileId b = all.get(all.size() / 2 + random.nextInt(all.size() / 2)).id();
    switch (random.nextInt(5)) {
      case 0 -> engine.identities().keepApart(a, b, "ann", "asked");
      case 1 -> engine.privacy().erase(b).by("ann").because("asked").commit();
      case 2 -> engine.identities().merge(a).with(b).commit();
      case 3 -> {
        MergeId merge = engine.identities().merge(a).with(b).commit();
        engine.identities().unmerge(merge).commit();
      }
      default -> engine.tick();
    }
  }

  @Test
  void nothing_is_found_beside_writers() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> writers = new ArrayList<>();
      engine.segments().define("many", "did \"Order Completed\" at least 2 times");
      for (int writer = 0; writer < 2; writer++) {
        List<Event> events = new RandomEvents(7 + writer, 5).take(150);
        String name = "writer-" + writer;
        writers.add(threads.submit(() -> write(events, name)));
      }
      do {
        assertThat(engine.verify(report -> {}).violations()).isEmpty();
      } while (!writers.stream().allMatch(Future::isDone));
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertThat(engine.verify(report -> {}).isClean()).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  private void write(List<Event> events, String source) {
    int n = 0;
    for (Event event : events) {
      EventBuilder own =
          Event.track("Order Completed").source(source).messageId("m" + n).at(event.time());
      event.identifiers().forEach(one -> own.identifier(one));
      event.traits().forEach((name, value) -> own.trait(name, value));
      Optional<ProfileId> about = engine.ingest(own).profile();
      if (++n % 40 == 0 && about.isPresent()) {
        erase(about.get());
      }
    }
  }

  private void erase(ProfileId id) {
    try {
      engine.privacy().erase(id).by("ann").because("asked").commit();
    } catch (ErasedProfileException e) {
      assertThat(e).as("the other writer was first").hasMessageContaining(id.toString());
    }
  }

  @Test
  void progress_is_told_and_a_report_can_be_read() {
    user("ada");
    List<VerificationReport> told = new ArrayList<>();

    VerificationReport report = engine.verify(told::add);

    assertThat(report.isClean()).isTrue();
    assertThat(report.text())
        .isEqualTo("0 violations in 1 profiles of 1 records, 1 events, 0 erased ids\n");
    assertThat(told).hasSize(3).noneMatch(VerificationReport::complete);
    assertThatThrownBy(
            () ->
                engine.verify(
                    progress -> {
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
  }

  @Test
  void a_root_that_is_not_its_own() {
    Member a = member(user("a"));
    Member b = member(user("b"));
    Member c = member(user("c"));
    write(tx -> tx.profiles().save(List.of(c.withRoot(b.id()), b.withRoot(a.id()))));

    assertFound(Invariant.ROOT, c.id());
  }

  @Test
  void people_who_are_joined_by_nothing_and_people_who_are_not_joined() {
    Member a = member(user("a"));
    Member b = member(user("b"));
    write(tx -> tx.profiles().save(List.of(b.withRoot(a.id()))));
    assertFound(Invariant.PARTITION, b.id());
    assertThat(engine.verify(report -> {}).violations()).hasSize(1);

    ProfileId c = user("c");
    ingest(Event.identify().userId("c").email("c@example.com"));
    write(
        tx -> {
          List<Member> cluster = tx.profiles().clusters(Set.of(c));
          tx.profiles().save(List.of(cluster.get(1).withRoot(cluster.get(1).id())));
          tx.profiles().save(List.of(now(tx, b.id()).withRoot(b.id())));
        });
    assertThat(violations()).extracting(Violation::invariant).containsOnly(Invariant.PARTITION);
    assertThat(violations()).singleElement().satisfies(one -> assertThat(one.ids()).contains(c));
  }

  @Test
  void claims_and_activity_that_the_events_do_not_say() {
    ProfileId a = ingest(Event.identify().userId("a").trait("city", "Paris"));
    Member ada = member(a);
    write(tx -> tx.profiles().save(List.of(ada.withFacts(List.of(), ada.activity()))));
    assertFound(Invariant.FACTS, a);

    Activity more = ada.activity().and(NOW);
    write(tx -> tx.profiles().save(List.of(now(tx, a).withFacts(ada.claims(), more))));
    assertFound(Invariant.FACTS, a);
    assertThat(violations().get(0).toString()).contains("1 events", "2 events");
  }

  @Test
  void facts_of_more_events_than_are_read_at_once() {
    List<Event> events =
        IntStream.range(0, 2_600)
            .mapToObj(
                n ->
                    Event.track("Seen")
                        .source("shop")
                        .messageId("m" + n)
                        .userId("ada")
                        .at(NOW.minusSeconds(n < 2_200 ? 100 : n))
                        .build())
            .toList();
    engine.ingestAll(events.iterator(), report -> {});
    assertThat(violations()).isEmpty();

    write(tx -> tx.events().append(Samples.stored(late(), onlyId(tx))));
    assertThat(violations()).extracting(Violation::invariant).containsExactly(Invariant.FACTS);
  }

  private static Event late() {
    return Event.track("Seen").source("shop").messageId("late").userId("ada").at(NOW).build();
  }

  private static ProfileId onlyId(Transaction tx) {
    return tx.catalog().roots(null, 2).get(0);
  }

  @Test
  void an_event_without_its_record() {
    ProfileId nobody = Samples.id(7);
    write(tx -> tx.events().append(Samples.event(7, "m-1")));

    assertFound(Invariant.EVENT_MEMBER, nobody);
  }

  @Test
  void an_event_that_names_somebody_else() {
    ProfileId a = user("a");
    Event other = Event.track("Seen").source("shop").messageId("x").userId("b").at(NOW).build();
    write(
        tx -> {
          tx.events().append(Samples.stored(other, a));
          Member now = now(tx, a);
          tx.profiles().save(List.of(now.withFacts(now.claims(), now.activity().and(NOW))));
        });

    assertFound(Invariant.EVENT_KEYS, a);
    assertThat(violations().toString()).doesNotContain("user_id");
  }

  @Test
  void an_identifier_that_does_not_lead_to_its_holder() {
    ProfileId a = ingest(Event.identify().userId("a").email("a@example.com"));

    CustomerEngine over = engine(new Hiding(storage, "holding", a), 200);

    assertThat(over.verify(report -> {}).violations())
        .singleElement()
        .satisfies(one -> assertThat(one.invariant()).isEqualTo(Invariant.HOLDER))
        .satisfies(one -> assertThat(one.ids()).containsExactly(a));
  }

  @Test
  void a_record_that_is_not_found_by_its_keys_unless_it_waits() {
    ProfileId a =
        ingest(
            Event.identify()
                .userId("a")
                .trait("given_name", "Ada")
                .trait("surname", "Lovelace")
                .trait("birth_date", "1815-12-10"));
    CustomerEngine over = engine(new Hiding(storage, "lookUp", a), 200);

    assertThat(over.verify(report -> {}).violations())
        .singleElement()
        .satisfies(one -> assertThat(one.invariant()).isEqualTo(Invariant.LOOK_UP_KEYS))
        .satisfies(one -> assertThat(one.ids()).containsExactly(a));

    write(tx -> tx.redo().add(List.of(new Redo(Samples.uuid(1), a, Redo.Reason.BORN, NOW))));
    assertThat(over.verify(report -> {}).isClean()).isTrue();
  }

  @Test
  void a_membership_that_the_condition_does_not_give_unless_it_is_due() {
    engine.segments().define("paris", "trait.city = \"Paris\"");
    ProfileId in = ingest(Event.identify().userId("in").trait("city", "Paris"));
    ProfileId out = user("out");
    ProfileId merged = user("merged");
    engine.identities().merge(out).with(merged).commit();

    write(tx -> tx.memberships().put(membership("paris", in, false, null)));
    assertFound(Invariant.MEMBERSHIP, in);
    write(tx -> tx.memberships().put(membership("paris", in, true, null)));
    write(tx -> tx.memberships().put(membership("paris", out, true, null)));
    assertFound(Invariant.MEMBERSHIP, out);
    write(tx -> tx.memberships().put(membership("paris", out, true, NOW)));
    assertThat(violations()).isEmpty();
    write(tx -> tx.memberships().put(membership("paris", merged, false, null)));
    assertFound(Invariant.MEMBERSHIP, merged);
  }

  @Test
  void an_edge_with_one_end() {
    ProfileId a = user("a");
    write(tx -> tx.identities().add(link(a)));

    assertFound(Invariant.LINK, a);
  }

  private static Link link(ProfileId with) {
    var sample = Samples.link(1, 1, 2, LinkKind.POSSIBLE);
    ProfileId first = Samples.id(1);
    return new Link(sample.id(), first, with, sample.kind(), List.of(), "rules", "", NOW, true, 0);
  }

  @Test
  void whatever_is_left_of_somebody_erased() {
    ProfileId a = user("a");
    Member before = member(a);
    user("b");
    engine.privacy().erase(a).by("ann").because("asked").commit();
    assertThat(engine.verify(report -> {}).erased()).isEqualTo(1);
    assertThat(violations()).isEmpty();

    assertLeft(tx -> tx.memberships().put(membership("x", a, true, null)), a, "a membership");
    assertLeft(tx -> tx.identities().add(link(a)), a, "an edge");
    assertLeft(tx -> tx.records().insert(record(a)), a, "a deal");
    assertLeft(tx -> tx.profiles().insert(copy(before)), a, "a record");
    assertLeft(tx -> tx.events().append(Samples.stored(late(), a)), a, "an event");
  }

  @Test
  void a_record_about_somebody_erased_may_be_about_others() {
    ProfileId a = user("a");
    ProfileId b = user("b");
    engine.privacy().erase(a).by("ann").because("asked").commit();
    write(tx -> tx.records().insert(record(a, b)));
    assertThat(violations()).isEmpty();
  }

  @Test
  void no_more_than_a_thousand_are_told() {
    write(
        tx ->
            IntStream.range(0, 1_100).forEach(n -> tx.events().append(Samples.event(n, "m-" + n))));

    VerificationReport report = engine.verify(progress -> {});

    assertThat(report.violations()).hasSize(1_000);
    assertThat(report.complete()).isFalse();
    assertThat(report.isClean()).isFalse();
  }

  private void assertLeft(Consumer<Transaction> spoil, ProfileId of, String what) {
    write(spoil);
    assertThat(violations())
        .filteredOn(one -> one.invariant() == Invariant.ERASED)
        .singleElement()
        .satisfies(one -> assertThat(one.ids()).containsExactly(of))
        .satisfies(one -> assertThat(one.found()).contains(what));
  }

  private void assertFound(Invariant invariant, ProfileId about) {
    assertThat(violations())
        .filteredOn(one -> one.invariant() == invariant)
        .isNotEmpty()
        .first()
        .satisfies(one -> assertThat(one.ids()).startsWith(about));
  }

  private List<Violation> violations() {
    return engine.verify(report -> {}).violations();
  }

  private ProfileId user(String id) {
    return ingest(Event.identify().userId(id));
  }

  private ProfileId ingest(EventBuilder event) {
    return engine.ingest(event.source("shop")).profile().orElseThrow();
  }

  private Member member(ProfileId id) {
    return storage.inTransaction(tx -> now(tx, id));
  }

  private static Member now(Transaction tx, ProfileId id) {
    return tx.profiles().find(Set.of(id)).get(0);
  }

  private static Member copy(Member member) {
    return Member.born(
        member.id(), member.record(), member.identifiers(), member.fields(), member.bornAt());
  }

  private static Membership membership(
      String segment, ProfileId profile, boolean inside, Instant due) {
    return new Membership(segment, profile, inside, NOW, due);
  }

  private static StoredRecord record(ProfileId... about) {
    return new StoredRecord(
        "deal",
        Samples.uuid(about.length),
        new TreeSet<>(Set.of(about)),
        NOW,
        0,
        "ann",
        "opened",
        NOW,
        Map.of(),
        "{}");
  }

  private void write(Consumer<Transaction> work) {
    storage.inTransaction(
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  private CustomerEngine engine(Storage over, int blockLimit) {
    return CustomerEngine.over(over)
        .clock(clock)
        .ids(IdSource.seeded(clock, over.hashCode()))
        .blockLimit(blockLimit)
        .build();
  }
}

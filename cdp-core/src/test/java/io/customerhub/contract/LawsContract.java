package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.engine.Adoption;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.IngestQueue;
import io.customerhub.engine.IngestResult;
import io.customerhub.engine.QueueLimits;
import io.customerhub.engine.Review;
import io.customerhub.engine.Verdict;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchRules;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.profile.Trait;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The laws that hold whatever the store: properties over random event sequences. A store's author
 * extends this class and opens an empty store.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class LawsContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  /** How many random sequences to try for each law. */
  protected int sequences() {
    return 40;
  }

  @Test
  void law_1_the_order_of_events_does_not_matter() {
    for (long seed = 0; seed < sequences(); seed++) {
      List<Event> events = new RandomEvents(seed, 6).take(40);
      List<String> expected = digest(events);
      List<Event> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(digest(shuffled)).as("seed %d, shuffled", seed).isEqualTo(expected);
      Collections.reverse(events);
      assertThat(digest(events)).as("seed %d, reversed", seed).isEqualTo(expected);
    }
  }

  @Test
  void law_1_a_model_that_is_adopted_later_gives_what_it_would_have_given_from_the_start() {
    MatchModel other = MatchModel.defaults().withThresholds(40, 30);
    long changes = 0;
    // Few sequences have similar people at all.
    for (long seed = 50; seed < 50 + Math.max(12, sequences()); seed++) {
      List<Event> events = new RandomEvents(seed, 6).take(40);
      try (Storage storage = open()) {
        TestClock clock = new TestClock(NOW);
        CustomerEngine before = engine(storage, clock, new ArrayList<>(), other);
        events.forEach(before::ingest);
        CustomerEngine after = engine(storage, clock);
        Adoption adoption = after.identities().adoptModel("ann", "too strict", report -> {});
        changes += adoption.merges() + adoption.splits();
        assertThat(StateDigest.of(after)).as("seed %d", seed).isEqualTo(digest(events));
        assertThat(after.identities().adoptedModels())
            .singleElement()
            .satisfies(adopted -> assertThat(adopted.model()).isEqualTo(MatchModel.defaults()));
        decide(after);
      }
    }
    assertThat(changes).as("merges and splits of all sequences").isPositive();
  }

  private static void decide(CustomerEngine engine) {
    for (Review review : engine.identities().reviewQueue(1).first()) {
      engine.identities().reject(review.id(), "ann", "asked them");
      assertThat(engine.identities().whyNot(review.a(), review.b()).kind())
          .isEqualTo(Verdict.Kind.DECIDED_APART);
      assertThat(engine.identities().how(review.a()).members()).isNotEmpty();
    }
  }

  @Test
  void law_2_handing_events_over_twice_changes_nothing() {
    for (long seed = 100; seed < 100 + sequences(); seed++) {
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage, new TestClock(NOW));
        List<Event> events = new RandomEvents(seed, 6).take(40);
        events.forEach(engine::ingest);
        List<String> once = StateDigest.of(engine);
        Collections.shuffle(events, new Random(seed));
        for (Event event : events) {
          assertThat(engine.ingest(event))
              .as("seed %d", seed)
              .isInstanceOf(IngestResult.Duplicate.class);
        }
        assertThat(StateDigest.of(engine)).as("seed %d", seed).isEqualTo(once);
        assertThat(engine.countEvents()).isEqualTo(events.size());
      }
    }
  }

  /** By exact keys; {@link SimilarityLawsContract} has the same for similar records. */
  @Test
  void law_3_concurrent_ingest_ends_in_the_state_of_one_careful_writer() throws Exception {
    for (long seed = 200; seed < 200 + Math.max(6, sequences() / 10); seed++) {
      List<Event> events = new RandomEvents(seed, 8).nameless().take(160);
      List<String> expected = digest(events);
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage, new TestClock(NOW));
        ingestFrom(8, engine, events);
        assertThat(StateDigest.of(engine)).as("seed %d", seed).isEqualTo(expected);
        assertThat(engine.countEvents()).isEqualTo(events.size());
      }
    }
  }

  @Test
  void law_3_two_queues_end_in_the_state_of_one_careful_writer() throws Exception {
    for (long seed = 250; seed < 250 + Math.max(3, sequences() / 20); seed++) {
      List<Event> events = new RandomEvents(seed, 8).nameless().take(400);
      List<String> expected = digest(events);
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage, new TestClock(NOW));
        List<CompletableFuture<IngestResult>> answers = new ArrayList<>();
        try (IngestQueue one = engine.openQueue(QueueLimits.defaults().withEvents(50));
            IngestQueue other = engine.openQueue(QueueLimits.defaults())) {
          for (Event event : events) {
            answers.add((answers.size() % 2 == 0 ? one : other).submit(event));
          }
          for (CompletableFuture<IngestResult> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(IngestResult.Accepted.class);
          }
        }
        assertThat(StateDigest.of(engine)).as("seed %d", seed).isEqualTo(expected);
        assertThat(engine.countEvents()).isEqualTo(events.size());
      }
    }
  }

  @Test
  void law_4_a_merge_gives_no_fact_to_another_person() {
    for (long seed = 300; seed < 300 + sequences(); seed++) {
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage, new TestClock(NOW));
        RandomEvents random = new RandomEvents(seed, 6);
        Map<String, ProfileId> births = new HashMap<>();
        Map<UUID, StoredRecord> records = new HashMap<>();
        for (Event event : random.take(40)) {
          engine.ingest(event).profile().ifPresent(id -> records.putAll(record(engine, id)));
          Map<String, ProfileId> now = StateDigest.births(engine);
          births.forEach((key, member) -> assertThat(now.get(key)).as(key).isEqualTo(member));
          births.putAll(now);
        }
        for (StoredRecord record : records.values()) {
          Optional<StoredRecord> now =
              engine.inTransaction(tx -> tx.records().find("note", record.id()));
          assertThat(now).as("seed %d", seed).contains(record);
        }
      }
    }
  }

  @Test
  void law_5_unmerge_undoes_a_merge_by_a_person() {
    for (long seed = 400; seed < 400 + sequences(); seed++) {
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage, new TestClock(NOW));
        new RandomEvents(seed, 6).take(40).forEach(engine::ingest);
        List<Profile> all = StateDigest.profiles(engine);
        if (all.size() < 2) {
          continue;
        }
        List<String> before = StateDigest.of(engine);
        Random random = new Random(seed);
        Collections.shuffle(all, random);
        MergeId merge =
            engine.identities().merge(all.get(0).id()).with(all.get(1).id()).by("test").commit();
        assertThat(engine.profiles().count()).isEqualTo(all.size() - 1L);
        engine.identities().unmerge(merge).by("test").commit();
        assertThat(StateDigest.of(engine)).as("seed %d", seed).isEqualTo(before);
      }
    }
  }

  @Test
  void law_5_unmerge_undoes_a_merge_by_the_rules_and_replays_do_not_repeat_it() {
    int undone = 0;
    for (long seed = 500; seed < 500 + sequences(); seed++) {
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage, new TestClock(NOW));
        RandomEvents random = new RandomEvents(seed, 6);
        for (Event event : random.take(40)) {
          Set<Set<String>> before = StateDigest.partition(engine, stored -> true);
          Set<String> known = before.stream().flatMap(Set::stream).collect(Collectors.toSet());
          IngestResult result = engine.ingest(event);
          if (result.profile().isPresent()
              && merges(engine, result).size() == 1
              && splitsNobody(before, engine)) {
            MergeId merge = merges(engine, result).get(0);
            engine.identities().unmerge(merge).by("test").commit();
            assertThat(StateDigest.partition(engine, e -> known.contains(StateDigest.key(e))))
                .as("seed %d after %s", seed, event)
                .isEqualTo(before);
            undone++;
            break;
          }
        }
        List<String> apart = StateDigest.of(engine);
        StateDigest.allEvents(engine).forEach(stored -> engine.ingest(stored.event()));
        assertThat(StateDigest.of(engine)).as("seed %d, replayed", seed).isEqualTo(apart);
      }
    }
    assertThat(undone).as("sequences with a merge to undo").isGreaterThan(sequences() / 4);
  }

  /** A record that also shows a key to be shared splits some; that is not a merge's to undo. */
  private static boolean splitsNobody(Set<Set<String>> before, CustomerEngine engine) {
    Set<Set<String>> after = StateDigest.partition(engine, stored -> true);
    return before.stream().allMatch(one -> after.stream().anyMatch(now -> now.containsAll(one)));
  }

  @Test
  void law_1_the_order_of_events_does_not_matter_where_limits_set_keys_aside() {
    long setAside = 0;
    for (long seed = 1000; seed < 1000 + sequences(); seed++) {
      List<Event> events = new RandomEvents(seed, 6).take(40);
      List<String> expected = limited(events);
      setAside += expected.equals(digest(events)) ? 0 : 1;
      List<Event> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(limited(shuffled)).as("seed %d, shuffled", seed).isEqualTo(expected);
      Collections.reverse(events);
      assertThat(limited(events)).as("seed %d, reversed", seed).isEqualTo(expected);
    }
    assertThat(setAside).as("sequences that limits change").isPositive();
  }

  @Test
  void law_2_twice_is_once_where_limits_set_keys_aside() {
    for (long seed = 1100; seed < 1100 + sequences(); seed++) {
      try (Storage storage = open()) {
        CustomerEngine engine = limited(storage);
        List<Event> events = new RandomEvents(seed, 6).take(40);
        events.forEach(engine::ingest);
        List<String> once = StateDigest.of(engine);
        Collections.shuffle(events, new Random(seed));
        events.forEach(engine::ingest);
        assertThat(StateDigest.of(engine)).as("seed %d", seed).isEqualTo(once);
      }
    }
  }

  @Test
  void law_3_each_profile_is_what_all_records_at_once_would_give_where_limits_set_keys_aside()
      throws Exception {
    for (long seed = 1200; seed < 1200 + Math.max(6, sequences() / 10); seed++) {
      List<Event> events = new RandomEvents(seed, 8).take(120);
      try (Storage storage = open()) {
        CustomerEngine engine = limited(storage);
        events.forEach(engine::ingest);
        WholePartition.check(engine, LIMITED, Set.of(), "seed " + seed);
        assertThat(engine.verify(report -> {}).violations()).as("seed %d", seed).isEmpty();
      }
    }
  }

  @Test
  void law_3_concurrent_ingest_ends_in_one_state_where_limits_set_keys_aside() throws Exception {
    for (long seed = 1300; seed < 1300 + Math.max(4, sequences() / 10); seed++) {
      List<Event> events = new RandomEvents(seed, 20).nameless().take(160);
      List<String> expected = limited(events);
      try (Storage storage = open()) {
        CustomerEngine engine = limited(storage);
        ingestFrom(6, engine, events);
        assertThat(StateDigest.of(engine)).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void law_5_taking_back_that_an_identifier_is_shared_undoes_it() {
    int split = 0;
    for (long seed = 1400; seed < 1400 + sequences(); seed++) {
      try (Storage storage = open()) {
        CustomerEngine engine = limited(storage);
        new RandomEvents(seed, 6).take(40).forEach(engine::ingest);
        List<String> before = StateDigest.of(engine);
        Identifier email = Identifier.email("person" + seed % 6 + "@example.com");
        assertThat(engine.identities().shared().declare(email, "ann", "a team")).isTrue();
        assertThat(engine.identities().shared().declare(email, "ann", "again")).isFalse();
        split += StateDigest.of(engine).equals(before) ? 0 : 1;
        WholePartition.check(engine, LIMITED, Set.of(email), "seed " + seed);
        assertThat(engine.identities().shared().withdraw(email, "ann", "no team")).isTrue();
        assertThat(StateDigest.of(engine)).as("seed %d", seed).isEqualTo(before);
      }
    }
    assertThat(split).as("sequences that a declaration changes").isPositive();
  }

  /** So narrow that most sequences meet a limit. */
  private static final MatchRules LIMITED =
      MatchRules.people().atMost(1, Identifier.USER_ID).atMost(1, Identifier.EMAIL).sharedBeyond(6);

  private List<String> limited(List<Event> events) {
    try (Storage storage = open()) {
      CustomerEngine engine = limited(storage);
      events.forEach(engine::ingest);
      return StateDigest.of(engine);
    }
  }

  private static CustomerEngine limited(Storage storage) {
    TestClock clock = new TestClock(NOW);
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, 7))
        .matchRules(LIMITED)
        .build();
  }

  @Test
  void law_6_every_value_and_every_record_of_a_profile_knows_why() {
    for (long seed = 600; seed < 600 + sequences(); seed++) {
      try (Storage storage = open()) {
        CustomerEngine engine = engine(storage, new TestClock(NOW));
        new RandomEvents(seed, 6).take(40).forEach(engine::ingest);
        Map<String, StoredEvent> events =
            StateDigest.allEvents(engine).stream()
                .collect(Collectors.toMap(StateDigest::key, event -> event));
        for (Profile profile : StateDigest.profiles(engine)) {
          profile.traits().forEach((name, trait) -> saidSo(events, name, trait));
          long joined =
              engine.identities().explain(profile.id()).records().stream()
                  .filter(part -> part.joined().isPresent())
                  .peek(part -> assertThat(part.joined().orElseThrow().evidence()).isNotEmpty())
                  .count();
          assertThat(joined).as("seed %d", seed).isEqualTo(profile.members().size() - 1L);
          for (String segment : engine.segments().of(profile.id())) {
            assertThat(engine.segments().why(segment, profile.id()).result()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void law_7_equal_clocks_and_seeds_give_equal_ids_and_journals() {
    for (long seed = 700; seed < 700 + Math.max(3, sequences() / 10); seed++) {
      List<Event> events = new RandomEvents(seed, 6).take(40);
      assertThat(idsAndJournal(events)).as("seed %d", seed).isEqualTo(idsAndJournal(events));
    }
  }

  @Test
  void law_7_one_tick_after_a_gap_finds_what_many_ticks_would_have_found() {
    for (long seed = 800; seed < 800 + sequences(); seed++) {
      List<Event> events = new RandomEvents(seed, 4).take(25);
      assertThat(told(events, Duration.ofDays(400)))
          .as("seed %d", seed)
          .isEqualTo(told(events, Duration.ofDays(8)));
    }
  }

  @Test
  void law_8_a_write_succeeds_exactly_if_nobody_wrote_since_it_was_read() {
    for (long seed = 900; seed < 900 + sequences(); seed++) {
      try (Storage storage = open()) {
        Random random = new Random(seed);
        CustomerEngine engine = engine(storage, new TestClock(NOW));
        ProfileId id = engine.ingest(Event.track("X").userId("u")).profile().orElseThrow();
        List<StoredRecord> read = new ArrayList<>(record(engine, id).values());
        for (int i = 0; i < 20; i++) {
          StoredRecord mine = read.get(random.nextInt(read.size()));
          StoredRecord last = read.get(read.size() - 1);
          try {
            read.add(engine.inTransaction(tx -> tx.records().save(mine)));
            assertThat(mine.version()).as("seed %d", seed).isEqualTo(last.version());
          } catch (StaleWriteException stale) {
            assertThat(stale.expected()).as("seed %d", seed).isEqualTo(mine.version());
            assertThat(stale.stored()).isEqualTo(last.version()).isNotEqualTo(mine.version());
          }
        }
        StoredRecord last = read.get(read.size() - 1);
        List<StoredRecord> history =
            engine.inTransaction(tx -> tx.records().history("note", last.id()));
        assertThat(history).as("seed %d", seed).containsExactlyElementsOf(read);
      }
    }
  }

  private List<String> digest(List<Event> events) {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage, new TestClock(NOW));
      events.forEach(engine::ingest);
      return StateDigest.of(engine);
    }
  }

  private static CustomerEngine engine(Storage storage, TestClock clock) {
    return engine(storage, clock, new ArrayList<>());
  }

  private static CustomerEngine engine(Storage storage, TestClock clock, List<String> told) {
    return engine(storage, clock, told, MatchModel.defaults());
  }

  private static CustomerEngine engine(
      Storage storage, TestClock clock, List<String> told, MatchModel model) {
    CustomerEngine engine =
        CustomerEngine.over(storage)
            .clock(clock)
            .ids(IdSource.seeded(clock, model.hashCode()))
            .matchModel(model)
            .listener(event -> told.add(event.at() + " " + event))
            .build();
    engine.segments().define("london", "trait.city = \"London\"");
    engine.segments().define("buyers", "did \"Order Completed\" at least 2 times in last 90 days");
    engine.segments().define("quiet", "did not \"Product Viewed\" in last 60 days");
    engine.segments().define("london buyers", "in segment \"london\" and in segment \"buyers\"");
    return engine;
  }

  private static void ingestFrom(int threads, CustomerEngine engine, List<Event> events)
      throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        List<Event> own = new ArrayList<>();
        for (int j = i; j < events.size(); j += threads) {
          own.add(events.get(j));
        }
        work.add(
            () -> {
              own.forEach(engine::ingest);
              return null;
            });
      }
      for (Future<Void> done : executor.invokeAll(work)) {
        done.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static Map<UUID, StoredRecord> record(CustomerEngine engine, ProfileId id) {
    StoredRecord record =
        new StoredRecord(
            "note",
            UUID.nameUUIDFromBytes(
                (id + "-note").getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            new TreeSet<>(Set.of(id)),
            NOW,
            0,
            "test",
            "written",
            NOW,
            Map.of(),
            "{}");
    return engine.inTransaction(
        tx -> {
          if (tx.records().find("note", record.id()).isEmpty()) {
            tx.records().insert(record);
          }
          return Map.of(record.id(), record);
        });
  }

  private static List<MergeId> merges(CustomerEngine engine, IngestResult result) {
    if (result instanceof IngestResult.Accepted accepted
        && accepted.resolution() instanceof io.customerhub.engine.Resolution.Merged merged) {
      assertThat(engine.identities().journal(merged.profile()))
          .extracting(JournalEntry::id)
          .containsAll(merged.merges().stream().map(MergeId::value).toList());
      return merged.merges();
    }
    return List.of();
  }

  private static void saidSo(Map<String, StoredEvent> events, String name, Trait trait) {
    String key = trait.claim().source() + "/" + trait.claim().messageId();
    Event event = events.get(key).event();
    assertThat(event.traits()).containsEntry(name, trait.value());
    assertThat(event.time()).isEqualTo(trait.claim().time());
  }

  private List<String> idsAndJournal(List<Event> events) {
    try (Storage storage = open()) {
      CustomerEngine engine = engine(storage, new TestClock(NOW));
      events.forEach(engine::ingest);
      List<String> all = new ArrayList<>();
      for (Profile profile : StateDigest.profiles(engine)) {
        all.add(profile.members().toString());
        engine.identities().journal(profile.id()).forEach(entry -> all.add(entry.toString()));
      }
      return all;
    }
  }

  /** Returns what listeners heard of segments until the end, in a fixed order. */
  private List<String> told(List<Event> events, Duration step) {
    try (Storage storage = open()) {
      TestClock clock = new TestClock(NOW);
      List<String> told = new ArrayList<>();
      CustomerEngine engine = engine(storage, clock, told);
      events.forEach(engine::ingest);
      Instant end = NOW.plus(Duration.ofDays(400));
      while (clock.instant().isBefore(end)) {
        clock.advance(step);
        if (clock.instant().isAfter(end)) {
          clock.set(end);
        }
        engine.tick();
      }
      assertThat(engine.tick()).as("nothing is left to do").isZero();
      return told.stream().filter(line -> line.contains("Segment")).sorted().toList();
    }
  }

  /** Checks the checker: a digest that is always equal would prove nothing. */
  @Test
  void different_events_give_different_digests() {
    Set<List<String>> digests = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      digests.add(digest(new RandomEvents(seed, 6).take(20)));
    }
    assertThat(digests).hasSize(10);
    Event event =
        Event.identify().email("x@example.com").messageId("x").at(NOW).source("s").build();
    assertThat(digest(List.of(event)))
        .singleElement()
        .asString()
        .contains(Identifier.EMAIL + "=x@example.com");
  }
}

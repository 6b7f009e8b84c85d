package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.UnknownProfileException;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.intake.EventJson;
import io.customerhub.intake.Parsed;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is written of somebody while she or he is erased goes with the rest, or is refused.
 *
 * <p>Each test lets a whole erasure happen before every single call that a writer makes of the
 * store, and the whole writing before every call of the erasure. Where the one has to wait for the
 * other's locks, it goes on behind it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class ErasureRaceContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Part of what is known of the one who is erased, and of nothing else. */
  private static final String CANARY = "zqx";

  /**
   * Longer than a transaction takes that need not wait. What is slower is only interleaved less.
   */
  private static final long PATIENCE_MILLIS = 40;

  private final TestClock clock = new TestClock(NOW);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** For the contract's own subclasses. */
  protected ErasureRaceContract() {}

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  /** Returns every text in every place where the storage keeps something, shared ones too. */
  protected abstract String dump(Storage storage) throws Exception;

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** What somebody does; the person who is erased has the id. */
  private interface Work {
    void run(CustomerEngine engine, ProfileId person) throws IOException;
  }

  @Test
  void somebody_who_may_be_the_same_is_born() throws Exception {
    interleave((engine, person) -> engine.ingest(namesake()));
  }

  @Test
  void a_batch_brings_somebody_who_may_be_the_same() throws Exception {
    interleave(
        (engine, person) -> {
          List<Event> events = List.of(namesake().build(NOW, "n1"), stranger().build(NOW, "n2"));
          engine.ingestAll(events.iterator(), report -> {});
        });
  }

  @Test
  void somebody_of_the_same_household_is_born() throws Exception {
    interleave((engine, person) -> engine.ingest(lovelace("Ralph", "1839-07-02").userId("ralph")));
  }

  @Test
  void an_event_of_the_person_comes_in() throws Exception {
    interleave(
        (engine, person) ->
            engine.ingest(Event.track("Zqx").userId("zqx-user").messageId("zqx-2").at(NOW)));
  }

  @Test
  void an_event_of_the_person_is_refused() throws Exception {
    Instant future = NOW.plus(Duration.ofDays(9));
    interleave(
        (engine, person) ->
            engine.ingest(Event.track("Zqx").userId("zqx-user").messageId("zqx-3").at(future)));
  }

  @Test
  void input_that_names_the_person_cannot_be_read() throws Exception {
    interleave(
        (engine, person) -> {
          List<Parsed> broken =
              EventJson.source("shop").parse("{\"type\":\"odd\",\"userId\":\"zqx-user\"}", NOW);
          engine.ingestAll("shop", broken.iterator(), report -> {});
        });
  }

  @Test
  void the_person_is_handed_out() throws Exception {
    interleave(
        (engine, person) ->
            engine.privacy().export(person).by("ann").because("zqx").to(new StringBuilder()));
  }

  @Test
  void the_person_is_kept_apart_from_somebody() throws Exception {
    interleave(
        (engine, person) -> {
          ProfileId other = engine.ingest(stranger()).profile().orElseThrow();
          engine.identities().keepApart(person, other, "ann", "zqx");
        });
  }

  @Test
  void the_person_is_repaired() throws Exception {
    interleave(
        (engine, person) -> engine.inTransaction(tx -> spoil(tx, person)),
        (engine, person) -> engine.rebuild(null, report -> {}));
  }

  @Test
  void the_last_other_one_whom_a_record_is_about_is_erased() throws Exception {
    interleave(
        // The first erasure of all makes others wait for the key of its hashes.
        (engine, person) ->
            engine
                .privacy()
                .erase(engine.ingest(Event.track("X").userId("first")).profile().orElseThrow())
                .commit(),
        (engine, person) -> {
          ProfileId other = engine.ingest(stranger()).profile().orElseThrow();
          engine.privacy().erase(other).by("dpo").because("asked").commit();
        });
  }

  private void interleave(Work writer) throws Exception {
    interleave((engine, person) -> {}, writer);
  }

  private void interleave(Work before, Work writer) throws Exception {
    Work erasure = (engine, id) -> engine.privacy().erase(id).by("dpo").because("asked").commit();
    int within = interruptions(before, writer, erasure);
    int around = interruptions(before, erasure, writer);
    assertThat(Math.min(within, around)).as("calls that were interrupted").isGreaterThan(3);
  }

  /** Interrupts a work before each of its calls; returns how many these were. */
  private int interruptions(Work before, Work work, Work other) throws Exception {
    int call = 0;
    while (isInterrupted(before, work, other, call)) {
      call++;
    }
    return call;
  }

  private boolean isInterrupted(Work before, Work work, Work other, int call) throws Exception {
    try (Storage storage = open()) {
      CustomerEngine calm = engine(storage, 1);
      ProfileId person = plant(calm);
      before.run(calm, person);
      AtomicReference<CompletableFuture<Void>> meanwhile =
          new AtomicReference<>(CompletableFuture.completedFuture(null));
      Interrupted storm =
          new Interrupted(
              storage,
              call,
              tx -> {
                meanwhile.set(
                    CompletableFuture.runAsync(
                        () -> run(other, engine(storage, 2), person), threads));
                await(tx, meanwhile.get());
              });
      run(work, engine(storm, 3), person);
      meanwhile.get().get(60, TimeUnit.SECONDS);
      if (!storm.isInterrupted()) {
        run(other, calm, person);
      }
      calm.tick();
      assertThat(calm.privacy().tombstone(person)).as("call %d", call).isPresent();
      assertThat(calm.verify(report -> {}).violations()).as("call %d", call).isEmpty();
      assertThat(
              dump(storage).lines().filter(text -> text.toLowerCase(Locale.ROOT).contains(CANARY)))
          .as("call %d", call)
          .isEmpty();
      return storm.isInterrupted();
    }
  }

  /** Waits until it is done or, as it seems, waits itself for a lock of this transaction. */
  private static void await(Transaction tx, CompletableFuture<Void> started) {
    if (!tx.isSerial()) {
      started.copy().completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    }
  }

  private static void run(Work work, CustomerEngine engine, ProfileId person) {
    try {
      work.run(engine, person);
    } catch (UnknownProfileException e) {
      assertThat(e).as("the person was erased before").hasMessageContaining(person.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProfileId plant(CustomerEngine engine) {
    ProfileId person =
        engine
            .ingest(lovelace("Ada", "1815-12-10").userId("zqx-user").trait("note", "zqx"))
            .profile()
            .orElseThrow();
    ProfileId other = engine.ingest(stranger()).profile().orElseThrow();
    engine.inTransaction(tx -> insert(tx, person, other));
    return person;
  }

  private static Transaction spoil(Transaction tx, ProfileId person) {
    Member member = tx.profiles().find(Set.of(person)).get(0);
    tx.profiles().save(List.of(member.withFacts(List.of(), member.activity())));
    return tx;
  }

  private static StoredRecord insert(Transaction tx, ProfileId... about) {
    StoredRecord record =
        new StoredRecord(
            "note",
            Samples.uuid(5),
            new TreeSet<>(List.of(about)),
            NOW,
            0,
            "ann",
            "wrote",
            NOW,
            Map.of(),
            "{}");
    tx.records().insert(record);
    return record;
  }

  private static EventBuilder lovelace(String given, String birthDate) {
    return Event.identify()
        .source("shop")
        .messageId(given)
        .at(NOW)
        .trait("given_name", given)
        .trait("surname", "Lovelace")
        .trait("birth_date", birthDate)
        .trait("street", "12 St James's Square")
        .trait("city", "London");
  }

  private static EventBuilder namesake() {
    return Event.identify()
        .source("shop")
        .messageId("namesake")
        .at(NOW)
        .userId("namesake")
        .trait("name", "Ada Lovelace");
  }

  private static EventBuilder stranger() {
    return Event.identify()
        .source("shop")
        .messageId("stranger")
        .at(NOW)
        .userId("stranger")
        .trait("name", "Mary Somerville");
  }

  private CustomerEngine engine(Storage on, int ids) {
    return CustomerEngine.over(on).clock(clock).ids(IdSource.seeded(clock, ids)).build();
  }
}

package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.destination.Subscription;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.DomainEvent;
import io.customerhub.engine.ErasedProfileException;
import io.customerhub.engine.ErasureReport;
import io.customerhub.engine.IngestReport;
import io.customerhub.engine.IngestResult;
import io.customerhub.engine.RetentionPolicy;
import io.customerhub.engine.UnknownProfileException;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.EventJson;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.Delivery;
import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Law 10: erasure is complete and provable. A store's author extends this class, opens an empty
 * store, and hands over every text that the store holds anywhere.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class ErasureContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Part of everything that is known of one person, and of nothing else. */
  private static final String CANARY = "zqx";

  private static final String PHONE = "+84912340001";
  private static final Identifier EMAIL = Identifier.email("zqx-ada@example.com");

  private final TestClock clock = new TestClock(NOW);
  private final Recorder mail = new Recorder();
  private final Recorder slow = new Recorder();
  private final List<DomainEvent> told = Collections.synchronizedList(new ArrayList<>());
  private Storage storage;
  private CustomerEngine engine;

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  /** Returns every text in every place where the storage keeps something, shared ones too. */
  protected abstract String dump(Storage storage) throws Exception;

  /** How many random sequences to try. */
  protected int sequences() {
    return 30;
  }

  @BeforeEach
  void openStorage() {
    storage = open();
    engine = engine(storage);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  @Test
  void nothing_of_the_person_is_left_anywhere() throws Exception {
    plantOthers();
    List<String> others = StateDigest.of(engine);
    ProfileId ada = plantCanaries();
    removeAnOldEvent();
    assertThat(canaries()).as("places before").isGreaterThan(30);
    assertThat(dump(storage)).contains(PHONE);

    ErasureReport report = engine.privacy().erase(ada).by("dpo").because("ticket 7").commit();

    assertThat(canaries()).isZero();
    assertThat(dump(storage)).doesNotContain(PHONE.substring(3));
    assertThat(report.removed().values()).as("%s", report).allMatch(count -> count > 0);
    assertThat(StateDigest.of(engine)).isEqualTo(others);
    assertThat(told.toString().toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
    mail.clear();
    mail.recover();
    engine.destinations().deliver();
    assertThat(mail.kinds()).contains(NewsKind.PROFILE_ERASED);
    assertThat(mail.bodies()).doesNotContain(CANARY);
  }

  @Test
  void a_replay_brings_nothing_back_and_nothing_of_it_is_kept() throws Exception {
    plantOthers();
    ProfileId ada = plantCanaries();
    List<Event> hers = engine.profiles().events(ada, 999).stream().map(StoredEvent::event).toList();
    engine.privacy().erase(ada).commit();
    List<String> others = StateDigest.of(engine);

    for (Event event : hers) {
      assertThat(engine.ingest(event)).isInstanceOf(IngestResult.Rejected.class);
    }
    engine.ingestAll("shop", EventJson.source("shop").parse(broken(), NOW).iterator(), r -> {});

    assertThat(hers).hasSizeGreaterThan(5);
    assertThat(canaries()).isZero();
    assertThat(StateDigest.of(engine)).isEqualTo(others);
    assertThat(engine.setAsideCounts()).containsEntry(ReasonCode.SUPPRESSED, (long) hers.size());
  }

  @Test
  void a_batch_counts_the_events_that_it_refuses() {
    ProfileId ada = plantCanaries();
    engine.privacy().erase(ada).commit();
    String batch =
        "[{\"type\":\"track\",\"event\":\"X\",\"messageId\":\"1\",\"userId\":\"zqx-user\"},"
            + "{\"type\":\"track\",\"event\":\"X\",\"messageId\":\"2\",\"userId\":\"bob\"}]";

    IngestReport report =
        engine.ingestAll("s", EventJson.source("s").parse(batch, NOW).iterator(), r -> {});

    assertThat(report.rejected()).isEqualTo(Map.of(ReasonCode.SUPPRESSED, 1L));
    assertThat(report.accepted()).isOne();
    assertThat(report.read()).isEqualTo(2);
  }

  @Test
  void the_rest_is_as_if_the_person_had_never_been_here_and_a_replay_changes_nothing() {
    int erased = 0;
    for (long seed = 0; seed < sequences(); seed++) {
      Random random = new Random(seed);
      try (Storage one = open();
          Storage two = open()) {
        CustomerEngine with = engine(one);
        CustomerEngine without = engine(two);
        List<Event> events = new RandomEvents(seed, 8).take(50);
        events.forEach(with::ingest);
        List<Profile> all = StateDigest.profiles(with);
        ProfileId id = all.get(random.nextInt(all.size())).id();
        Set<String> hers = new TreeSet<>();
        with.profiles().events(id, 999).forEach(stored -> hers.add(StateDigest.key(stored)));
        events.stream().filter(event -> !hers.contains(key(event))).forEach(without::ingest);

        with.privacy().erase(id).commit();

        List<String> expected = StateDigest.of(without);
        assertThat(StateDigest.of(with)).as("seed %d", seed).isEqualTo(expected);
        Collections.shuffle(events, random);
        events.forEach(with::ingest);
        assertThat(StateDigest.of(with)).as("seed %d, replayed", seed).isEqualTo(expected);
        erased += hers.size();
      }
    }
    assertThat(erased).isGreaterThan(sequences());
  }

  @Test
  void an_event_that_comes_in_meanwhile_is_erased_or_refused() throws Exception {
    for (int round = 0; round < Math.max(3, sequences() / 5); round++) {
      String user = "zqx-" + round;
      ProfileId id = engine.ingest(Event.track("Start").userId(user)).profile().orElseThrow();
      List<Callable<Void>> work = new ArrayList<>();
      CyclicBarrier start = new CyclicBarrier(5);
      for (int thread = 0; thread < 4; thread++) {
        String own = user + "-" + thread;
        work.add(
            () -> {
              start.await(60, TimeUnit.SECONDS);
              for (int i = 0; i < 15; i++) {
                EventBuilder event =
                    Event.track("Seen").userId(user).anonymousId(own + "-" + i / 3);
                engine.ingest(event.messageId(own + "-" + i));
              }
              return null;
            });
      }
      work.add(
          () -> {
            start.await(60, TimeUnit.SECONDS);
            engine.privacy().erase(id).commit();
            return null;
          });
      runAll(work);

      assertThat(engine.profiles().findAll(Identifier.userId(user)))
          .as("round %d", round)
          .isEmpty();
      assertThat(engine.countEvents()).as("round %d", round).isZero();
      assertThat(engine.profiles().count()).as("round %d", round).isZero();
      assertThat(canaries()).as("round %d", round).isZero();
    }
  }

  @Test
  void an_erased_id_leads_to_its_tombstone_for_ever() {
    ProfileId ada = plantCanaries();
    Set<ProfileId> members = engine.profiles().get(ada).orElseThrow().members();
    ErasureReport report = engine.privacy().erase(ada).by("dpo").because("ticket 7").commit();

    assertThat(report.members()).isEqualTo(members).hasSizeGreaterThan(2);
    for (ProfileId id : members) {
      assertThat(engine.profiles().get(id)).isEmpty();
      assertThat(engine.privacy().tombstone(id).orElseThrow().profile()).isEqualTo(ada);
      assertThatThrownBy(() -> engine.privacy().erase(id).commit())
          .isInstanceOfSatisfying(
              ErasedProfileException.class,
              e -> assertThat(e.tombstone().reason()).isEqualTo("ticket 7"));
      assertThatThrownBy(() -> engine.consents().of(id)).isInstanceOf(ErasedProfileException.class);
      assertThatThrownBy(() -> engine.identities().explain(id))
          .isInstanceOf(ErasedProfileException.class);
    }
    assertThat(engine.audit().of(ada))
        .filteredOn(entry -> entry.action() == AuditEntry.Action.ERASE)
        .singleElement()
        .satisfies(entry -> assertThat(entry.profiles()).isEqualTo(members));
  }

  @Test
  void an_id_that_was_never_given_out_cannot_be_erased() {
    ProfileId nobody = new ProfileId(new UUID(1, 2));

    assertThatThrownBy(() -> engine.privacy().erase(nobody).commit())
        .isExactlyInstanceOf(UnknownProfileException.class);
    assertThat(engine.privacy().tombstone(nobody)).isEmpty();
    assertThat(engine.audit().list(null, 9)).isEmpty();
  }

  @Test
  void a_merge_of_somebody_erased_cannot_be_undone() {
    ProfileId a = engine.ingest(Event.track("X").userId("a")).profile().orElseThrow();
    ProfileId b = engine.ingest(Event.track("X").userId("b")).profile().orElseThrow();
    MergeId merge = engine.identities().merge(a).with(b).by("agent").because("zqx").commit();
    engine.privacy().erase(b).commit();

    assertThatThrownBy(() -> engine.identities().unmerge(merge).commit())
        .isInstanceOf(ErasedProfileException.class);
    assertThat(engine.profiles().count()).isZero();
  }

  @Test
  void the_half_of_an_undone_merge_that_is_not_erased_stays_untouched() {
    ProfileId a =
        engine.ingest(Event.track("X").userId("a").email("x@example.com")).profile().orElseThrow();
    ProfileId b =
        engine.ingest(Event.track("X").userId("b").email("x@example.com")).profile().orElseThrow();
    engine
        .identities()
        .keepApart(
            a, engine.profiles().events(a, 1).get(0).about().orElseThrow(), "agent", "two people");
    ProfileId other = engine.profiles().find(Identifier.userId("b")).orElseThrow().id();
    Profile before = engine.profiles().get(other).orElseThrow();

    ErasureReport report = engine.privacy().erase(a).commit();

    assertThat(b).isEqualTo(a);
    assertThat(report.sharedIdentifiers()).isOne();
    assertThat(engine.profiles().get(other)).contains(before);
    assertThat(engine.privacy().isSuppressed(Identifier.email("x@example.com"))).isFalse();
    assertThat(engine.privacy().isSuppressed(Identifier.userId("a"))).isTrue();
  }

  @Test
  void a_preview_reports_what_a_commit_does_and_keeps_nothing() throws Exception {
    plantOthers();
    ProfileId ada = plantCanaries();
    List<String> before = StateDigest.of(engine);
    int news = told.size();

    ErasureReport preview = engine.privacy().erase(ada).preview();

    assertThat(StateDigest.of(engine)).isEqualTo(before);
    assertThat(told).hasSize(news);
    assertThat(engine.privacy().tombstone(ada)).isEmpty();
    assertThat(engine.privacy().isSuppressed(EMAIL)).isFalse();
    assertThat(engine.privacy().erase(ada).commit()).isEqualTo(preview);
  }

  @Test
  void somebody_who_comes_back_is_taken_again_but_old_events_are_not() {
    Event old =
        Event.track("Old").source("s").email(EMAIL.value()).messageId("old").at(NOW).build();
    ProfileId before = engine.ingest(old).profile().orElseThrow();
    engine.privacy().erase(before).commit();
    assertThat(engine.privacy().isSuppressed(Identifier.email("ZQX-Ada@Example.com"))).isTrue();
    clock.advance(Duration.ofDays(1));

    assertThat(engine.privacy().allowAgain(EMAIL, "dpo", "ticket 8")).isTrue();

    assertThat(engine.privacy().isSuppressed(EMAIL)).isFalse();
    assertThat(engine.ingest(old)).isInstanceOf(IngestResult.Rejected.class);
    ProfileId after =
        engine.ingest(Event.track("New").email(EMAIL.value())).profile().orElseThrow();
    assertThat(after).isNotEqualTo(before);
    assertThat(engine.privacy().allowAgain(EMAIL, "dpo", "ticket 9")).isFalse();
    assertThat(engine.audit().list(null, 9))
        .extracting(AuditEntry::action)
        .containsExactly(AuditEntry.Action.ERASE, AuditEntry.Action.ALLOW_AGAIN);
  }

  @Test
  void a_record_about_others_too_stays_unless_asked_and_goes_with_the_last_of_them() {
    ProfileId a = engine.ingest(Event.track("X").userId("a")).profile().orElseThrow();
    ProfileId b = engine.ingest(Event.track("X").userId("b")).profile().orElseThrow();
    ProfileId c = engine.ingest(Event.track("X").userId("c")).profile().orElseThrow();
    StoredRecord ab = record("ab", a, b);
    StoredRecord ac = record("ac", a, c);

    ErasureReport first = engine.privacy().erase(a).commit();
    assertThat(first.sharedRecords()).isEqualTo(2);
    assertThat(about(b)).containsExactly(ab);

    engine.privacy().erase(b).commit();
    assertThat(about(b)).isEmpty();
    assertThat(about(a)).containsExactly(ac);

    ProfileId d = engine.ingest(Event.track("X").userId("d")).profile().orElseThrow();
    record("cd", c, d);
    engine.privacy().erase(d).includingSharedRecords().commit();
    assertThat(about(c)).containsExactly(ac);
  }

  private void removeAnOldEvent() {
    engine.ingest(
        Event.track("Long ago")
            .userId("zqx-user")
            .property("said", "zqx")
            .messageId("zqx-0")
            .at(NOW.minus(Duration.ofDays(400))));
    RetentionPolicy policy = RetentionPolicy.forever().keep("Long ago", Duration.ofDays(1));
    assertThat(engine.retention().apply(policy).removed()).isOne();
  }

  private ProfileId plantCanaries() {
    EventBuilder named =
        Event.identify()
            .email(EMAIL.value())
            .phone(PHONE)
            .trait("name", "Zqxada Zqxlace")
            .trait("street", "1 Zqx Street")
            .trait("city", "Zqxton")
            .trait("list", List.of("zqx", Map.of("zqx-key", "zqx")));
    engine.ingest(named.source("pos").messageId("zqx-1").at(NOW));
    engine.ingest(
        Event.track("zqx viewed")
            .userId("zqx-user")
            .email(EMAIL.value())
            .property("zqx", "zqx")
            .context(Map.of("page", "zqx"))
            .messageId("zqx-2")
            .at(NOW));
    engine.ingest(
        Event.track("Seen").userId("zqx-user").property("q", "zqx").messageId("zqx-3").at(NOW));
    // Shared by all: no identifier of this event is hers alone.
    engine.ingest(
        Event.track("Called")
            .phone("+84912345678")
            .trait("name", "Zqxada Zqxlace")
            .email(EMAIL.value())
            .messageId("zqx-4")
            .at(NOW));
    engine.ingest(
        Event.track("Called")
            .phone("+84912345678")
            .property("said", "zqx")
            .trait("name", "Zqxada Zqxlace")
            .trait("birth_date", "1815-12-10")
            .messageId("zqx-5")
            .at(NOW));
    engine.ingest(
        Event.consent("email.marketing")
            .evidence("zqx letter")
            .granted()
            .userId("zqx-user")
            .messageId("zqx-6")
            .at(NOW));
    ProfileId ada = engine.profiles().find(EMAIL).orElseThrow().id();
    ProfileId caller =
        engine.profiles().findAll(Identifier.phone("+84912345678")).stream()
            .filter(profile -> profile.trait("name").filter("Zqxada Zqxlace"::equals).isPresent())
            .map(Profile::id)
            .filter(id -> !id.equals(ada))
            .findFirst()
            .orElse(ada);
    if (!caller.equals(ada)) {
      engine.identities().merge(ada).with(caller).by("agent").because("zqx said so").commit();
    }
    ProfileId twin =
        engine
            .ingest(Event.track("X").anonymousId("zqx-twin").messageId("zqx-7").at(NOW))
            .profile()
            .orElseThrow();
    engine.identities().merge(ada).with(twin).by("agent").because("zqx").commit();
    engine.ingestAll("shop", EventJson.source("shop").parse(broken(), NOW).iterator(), r -> {});
    ProfileId root = engine.profiles().get(ada).orElseThrow().id();
    record("zqx", root);
    deliver(root);
    return root;
  }

  /** Some is delivered, some refused, and some waits with a failed attempt. */
  private void deliver(ProfileId about) {
    mail.answer(
        delivery ->
            delivery.body().contains("zqx-1")
                ? DeliveryResult.refused("http 400")
                : DeliveryResult.delivered());
    slow.answer(delivery -> DeliveryResult.retry("http 503"));
    engine.destinations().deliver();
    assertThat(mail.attempts()).extracting(Delivery::profile).contains(about);
  }

  private void plantOthers() {
    engine.ingest(
        Event.identify()
            .email("bob@example.com")
            .phone("+84912345678")
            .trait("name", "Robert Brown")
            .messageId("o1")
            .at(NOW));
    engine.ingest(
        Event.identify()
            .email("eve@example.com")
            .trait("name", "Eve Green")
            .trait("city", "London")
            .messageId("o2")
            .at(NOW));
    engine.ingestAll(
        "shop",
        EventJson.source("shop")
            .parse("{\"type\":\"nonsense\",\"userId\":\"bob\"}", NOW)
            .iterator(),
        r -> {});
  }

  /** Messages that are refused and name her by what she is known by. */
  private static String broken() {
    return "[{\"type\":\"zqx\",\"userId\":\"zqx-user\"},"
        + "{\"type\":\"nonsense\",\"note\":\"call zqx at +84 912 340 001\"},"
        + "{\"type\":\"nonsense\",\"from\":\"zqx <ZQX-Ada@example.com>\"}]";
  }

  private StoredRecord record(String text, ProfileId... about) {
    StoredRecord record =
        new StoredRecord(
            "note",
            UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            new TreeSet<>(List.of(about)),
            NOW,
            0,
            "agent",
            "wrote " + text,
            NOW,
            Map.of("about", text),
            "{\"note\":\"" + text + "\"}");
    return engine.inTransaction(
        tx -> {
          tx.records().insert(record);
          return tx.records().save(record);
        });
  }

  private List<StoredRecord> about(ProfileId id) {
    return engine.inTransaction(tx -> tx.records().about(Set.of(id), null));
  }

  private int canaries() throws Exception {
    String all = dump(storage).toLowerCase(Locale.ROOT);
    return all.split(CANARY, -1).length - 1;
  }

  private CustomerEngine engine(Storage on) {
    CustomerEngine made =
        CustomerEngine.over(on)
            .clock(clock)
            .ids(IdSource.seeded(clock, 7))
            .listener(told::add)
            .destination(Subscription.to("mail", mail).atMost(9, Duration.ofDays(1)).build())
            .destination(Subscription.to("slow", slow).build())
            .build();
    made.segments().define("seen", "did \"Seen\" at least 1 times in last 90 days");
    made.segments().define("quiet", "did not \"Product Viewed\" in last 60 days");
    return made;
  }

  private static void runAll(List<Callable<Void>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String key(Event event) {
    return event.source() + "/" + event.messageId();
  }
}

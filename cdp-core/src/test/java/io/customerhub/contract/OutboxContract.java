package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.destination.DeliveryReport;
import io.customerhub.destination.DestinationStatus;
import io.customerhub.destination.RetryPolicy;
import io.customerhub.destination.Subscription;
import io.customerhub.destination.SubscriptionBuilder;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.Delivery;
import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
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
 * What destinations are told, over a store: at least once, in the order of each person, nothing of
 * what was rolled back, and nothing that a person does not allow.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class OutboxContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final TestClock clock = new TestClock(NOW);
  private final Recorder mail = new Recorder();
  private Storage storage;
  private int seed;

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  @BeforeEach
  void openStorage() {
    storage = open();
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  @Test
  void without_a_subscription_nothing_is_written() {
    CustomerEngine none = engine();
    CustomerEngine other = engine(toMail().kinds(NewsKind.SEGMENT_LEFT));

    none.ingest(Event.track("Seen").userId("ada"));
    other.ingest(Event.track("Seen").userId("ada"));

    assertThat(queued(other)).isZero();
  }

  @Test
  void an_event_is_told_with_all_that_it_caused_in_order() {
    CustomerEngine engine = engine(toMail());
    engine.segments().define("seen", "did \"Seen\" at least 1 times in last 90 days");
    ProfileId ada = ingest(engine, "ada", "m-1");
    engine.ingest(Event.identify().userId("ada").trait("city", "London").messageId("m-2"));

    assertThat(queued(engine)).isEqualTo(5);
    DeliveryReport report = engine.destinations().deliver();

    assertThat(report).isEqualTo(new DeliveryReport(5, 0, 0, 0));
    assertThat(mail.kinds())
        .containsExactly(
            NewsKind.PROFILE_CREATED,
            NewsKind.EVENT_ACCEPTED,
            NewsKind.SEGMENT_ENTERED,
            NewsKind.EVENT_ACCEPTED,
            NewsKind.PROFILE_CHANGED);
    assertThat(mail.delivered()).extracting(Delivery::profile).containsOnly(ada);
    assertThat(mail.delivered()).extracting(Delivery::id).doesNotHaveDuplicates();
    assertThat(mail.delivered().get(2).body())
        .isEqualTo(
            "{\"data\":{\"profile\":\"%s\",\"segment\":\"seen\"},\"id\":\"%s\","
                    .formatted(ada, mail.delivered().get(2).id())
                + "\"timestamp\":\"2026-11-22T12:00:00.000001Z\",\"type\":\"segment.entered\","
                + "\"version\":1}");
    assertThat(mail.delivered().get(4).body()).contains("\"changed\":[\"city\"]");
    assertThat(queued(engine)).isZero();
    assertThat(engine.destinations().deliver()).isEqualTo(DeliveryReport.NONE);
  }

  @Test
  void what_is_rolled_back_is_not_told() {
    CustomerEngine engine = engine(toMail());
    ProfileId ada = ingest(engine, "ada", "m-1");
    long before = queued(engine);

    assertThatThrownBy(
            () ->
                engine.inTransaction(
                    tx -> {
                      engine.recordChanged(tx, record(ada));
                      assertThat(tx.outbox().waiting().get("mail").entries()).isEqualTo(before + 1);
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(queued(engine)).isEqualTo(before);
  }

  @Test
  void a_repeated_event_is_told_once() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    for (int i = 0; i < 3; i++) {
      ingest(engine, "ada", "m-1");
    }

    assertThat(queued(engine)).isOne();
  }

  @Test
  void only_segments_asked_for_are_told() {
    CustomerEngine engine =
        engine(toMail().kinds(NewsKind.SEGMENT_ENTERED, NewsKind.SEGMENT_LEFT).segments("b"));
    engine.segments().define("a", "did \"Seen\" at least 1 times in last 90 days");
    engine.segments().define("b", "did \"Seen\" at least 1 times in last 30 days");
    ingest(engine, "ada", "m-1");
    clock.advance(Duration.ofDays(40));
    engine.tick();

    engine.destinations().deliver();

    assertThat(mail.kinds()).containsExactly(NewsKind.SEGMENT_ENTERED, NewsKind.SEGMENT_LEFT);
    assertThat(mail.bodies()).contains("\"segment\":\"b\"").doesNotContain("\"segment\":\"a\"");
  }

  @Test
  void values_of_a_person_are_told_as_far_as_asked_for_and_as_they_are_by_then() {
    CustomerEngine engine =
        engine(
            toMail()
                .kinds(NewsKind.EVENT_ACCEPTED)
                .traits("city", "age")
                .identifiers("email")
                .eventContent());
    engine.ingest(Event.identify().userId("ada").email("ada@example.com").trait("city", "Paris"));
    engine.ingest(
        Event.track("Order").userId("ada").trait("city", "London").property("total", 12.5));

    engine.destinations().deliver();

    assertThat(mail.delivered()).hasSize(2);
    assertThat(mail.delivered().get(1).body())
        .contains("\"traits\":{\"city\":\"London\"}")
        .contains("\"identifiers\":[{\"namespace\":\"email\",\"value\":\"ada@example.com\"}]")
        .contains("\"properties\":{\"total\":12.5}")
        .doesNotContain("user_id");
    assertThat(mail.bodies()).doesNotContain("Paris");
  }

  @Test
  void a_crash_between_delivery_and_acknowledgement_tells_it_again_with_the_same_id() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    ingest(engine, "ada", "m-1");
    mail.answer(
        delivery -> {
          throw new Crash();
        });
    assertThatThrownBy(() -> engine.destinations().deliver()).isInstanceOf(Crash.class);
    mail.recover();

    CustomerEngine other = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    assertThat(other.destinations().deliver()).as("on lease").isEqualTo(DeliveryReport.NONE);
    clock.advance(Duration.ofMinutes(5));
    assertThat(other.destinations().deliver().delivered()).isOne();

    assertThat(mail.attempts()).hasSize(2);
    assertThat(mail.attempts().get(1).id()).isEqualTo(mail.attempts().get(0).id());
    assertThat(queued(other)).isZero();
  }

  @Test
  void a_failure_is_tried_again_within_the_bounds_and_with_the_same_id() {
    CustomerEngine engine =
        engine(
            toMail()
                .kinds(NewsKind.EVENT_ACCEPTED)
                .retry(new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(3))));
    ingest(engine, "ada", "m-1");
    mail.answer(delivery -> DeliveryResult.retryAfter("http 503", Duration.ofHours(1)));

    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(0, 1, 0, 0));
    assertThat(status(engine).failing()).isOne();
    clock.advance(Duration.ofMillis(2_999));
    assertThat(engine.destinations().deliver()).as("asked to wait").isEqualTo(DeliveryReport.NONE);
    clock.advance(Duration.ofMillis(1));
    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(0, 1, 0, 0));
    clock.advance(Duration.ofSeconds(3));
    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(0, 0, 1, 0));

    assertThat(mail.attempts()).extracting(Delivery::attempt).containsExactly(1, 2, 3);
    assertThat(mail.attempts()).extracting(Delivery::id).containsOnly(mail.attempts().get(0).id());
    assertThat(letters(engine))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.cause()).isEqualTo(DeadLetter.Cause.EXHAUSTED);
              assertThat(letter.reason()).isEqualTo("http 503");
              assertThat(letter.entry().attempts()).isEqualTo(3);
            });
    assertThat(queued(engine)).isZero();
  }

  @Test
  void later_news_of_a_person_waits_behind_a_failure_and_that_of_others_goes_on() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    ProfileId ada = ingest(engine, "ada", "m-1");
    ProfileId bob = ingest(engine, "bob", "m-2");
    ingest(engine, "ada", "m-3");
    ingest(engine, "bob", "m-4");
    mail.answer(
        delivery ->
            delivery.profile().equals(ada)
                ? DeliveryResult.retry("http 503")
                : DeliveryResult.delivered());

    engine.destinations().deliver();

    assertThat(mail.delivered()).extracting(Delivery::profile).containsExactly(bob, bob);
    assertThat(mail.attempts()).extracting(Delivery::profile).containsOnlyOnce(ada);
    mail.recover();
    mail.clear();
    clock.advance(Duration.ofSeconds(1));
    engine.destinations().deliver();
    assertThat(messages(mail.delivered())).containsExactly("m-1", "m-3");
  }

  @Test
  void what_was_refused_is_a_dead_letter_that_can_be_replayed_behind_what_waits() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    ingest(engine, "ada", "m-1");
    ingest(engine, "ada", "m-2");
    mail.answer(
        delivery ->
            delivery.body().contains("m-1")
                ? DeliveryResult.refused("http 400")
                : DeliveryResult.delivered());

    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(1, 0, 1, 0));
    DeadLetter letter = letters(engine).get(0);
    assertThat(letter.cause()).isEqualTo(DeadLetter.Cause.REFUSED);
    assertThat(status(engine).dead()).isOne();
    mail.recover();
    ingest(engine, "ada", "m-3");
    UUID id = letter.entry().id();
    assertThat(engine.destinations().replay(List.of(id, new UUID(1, 1)))).isOne();
    assertThat(engine.destinations().replay(List.of(id))).isZero();

    assertThat(engine.destinations().deliver().delivered()).isEqualTo(2);
    assertThat(messages(mail.delivered())).containsExactly("m-2", "m-3", "m-1");
    assertThat(mail.delivered().get(2).id()).isEqualTo(id);
    assertThat(mail.delivered().get(2).attempt()).isOne();
    assertThat(letters(engine)).isEmpty();
  }

  @Test
  void dead_letters_can_be_discarded_and_a_queue_cleared() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    ingest(engine, "ada", "m-1");
    mail.answer(delivery -> DeliveryResult.refused("http 400"));
    engine.destinations().deliver();
    ingest(engine, "ada", "m-2");

    assertThat(engine.destinations().discard(List.of(letters(engine).get(0).entry().id()))).isOne();
    assertThat(engine.destinations().clear("mail")).isOne();

    assertThat(letters(engine)).isEmpty();
    assertThat(queued(engine)).isZero();
  }

  @Test
  void a_paused_destination_is_told_nothing_by_any_process_until_it_is_resumed() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    CustomerEngine other = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    ingest(engine, "ada", "m-1");
    engine.destinations().pause("mail", "maintenance");

    assertThat(other.destinations().deliver()).isEqualTo(DeliveryReport.NONE);
    assertThat(status(other).pauseReason()).contains("maintenance");
    assertThat(status(other).isActive()).isFalse();
    assertThat(other.destinations().resume("mail")).isTrue();
    assertThat(other.destinations().resume("mail")).isFalse();
    assertThat(engine.destinations().deliver().delivered()).isOne();
  }

  @Test
  void a_receiver_that_is_gone_pauses_its_destination() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    for (int i = 0; i < 4; i++) {
      ingest(engine, "user-" + i, "m-" + i);
    }
    mail.answer(delivery -> DeliveryResult.gone("http 410"));

    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(0, 0, 1, 0));

    assertThat(status(engine).pauseReason()).contains("http 410");
    assertThat(status(engine).queued()).isEqualTo(3);
    assertThat(letters(engine)).extracting(DeadLetter::cause).containsOnly(DeadLetter.Cause.GONE);
    mail.recover();
    engine.destinations().resume("mail");
    assertThat(engine.destinations().deliver().delivered()).isEqualTo(3);
  }

  @Test
  void an_outage_does_not_use_up_the_attempts_of_all_that_waits() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    for (int i = 0; i < 30; i++) {
      ingest(engine, "user-" + i, "m-" + i);
    }
    mail.answer(delivery -> DeliveryResult.retry("http 503"));

    assertThat(engine.destinations().deliver().failed()).isEqualTo(5);
    assertThat(status(engine).restingUntil()).isEqualTo(NOW.plusSeconds(1));
    assertThat(status(engine).failing()).isEqualTo(5);
    clock.advance(Duration.ofSeconds(1));
    assertThat(engine.destinations().deliver().failed()).isOne();
    mail.recover();
    clock.advance(Duration.ofHours(1));
    assertThat(engine.destinations().deliver().delivered()).isEqualTo(30);
    assertThat(status(engine).restingUntil()).isNull();
  }

  @Test
  void nothing_is_told_without_consent_and_what_is_queued_stops_when_it_is_withdrawn() {
    CustomerEngine engine =
        engine(toMail().kinds(NewsKind.EVENT_ACCEPTED).requiresConsent("marketing", "email"));
    ProfileId ada = ingest(engine, "ada", "m-1");
    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(0, 0, 0, 1));
    assertThat(letters(engine).get(0).cause()).isEqualTo(DeadLetter.Cause.NO_CONSENT);
    assertThat(letters(engine).get(0).reason()).isEqualTo("no consent to marketing by email");

    engine.consents().grant(ada, "marketing").by("agent").because("call").commit();
    engine.destinations().deliver();
    assertThat(mail.delivered()).as("the consent itself").hasSize(1);
    ingest(engine, "ada", "m-2");
    clock.advance(Duration.ofSeconds(1));
    engine.consents().withdraw(ada, "marketing").by("agent").because("call").commit();

    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(0, 0, 0, 2));
    assertThat(mail.attempts()).hasSize(1);
    assertThat(status(engine).skipped()).isEqualTo(3);

    clock.advance(Duration.ofSeconds(1));
    engine.consents().grant(ada, "marketing").by("agent").because("call").commit();
    engine.destinations().replay(letters(engine).stream().map(l -> l.entry().id()).toList());
    assertThat(engine.destinations().deliver().delivered()).isEqualTo(4);
  }

  @Test
  void that_somebody_left_a_segment_is_told_without_consent_but_with_ids_only() {
    CustomerEngine engine =
        engine(
            toMail()
                .kinds(NewsKind.SEGMENT_ENTERED, NewsKind.SEGMENT_LEFT)
                .requiresConsent("marketing")
                .traits("city"));
    engine.segments().define("seen", "did \"Seen\" at least 1 times in last 30 days");
    ProfileId ada = ingest(engine, "ada", "m-1");
    engine.ingest(Event.identify().userId("ada").trait("city", "London"));
    engine.consents().grant(ada, "marketing").by("agent").because("call").commit();
    engine.destinations().deliver();
    clock.advance(Duration.ofDays(31));
    engine.consents().withdraw(ada, "marketing").by("agent").because("call").commit();
    engine.tick();
    engine.destinations().deliver();

    assertThat(mail.kinds()).containsExactly(NewsKind.SEGMENT_ENTERED, NewsKind.SEGMENT_LEFT);
    assertThat(mail.delivered().get(0).body()).contains("London");
    assertThat(mail.delivered().get(1).body()).doesNotContain("London").contains(ada.toString());
  }

  @Test
  void a_frequency_cap_holds_for_each_person_in_every_stretch_of_time() {
    CustomerEngine engine =
        engine(toMail().kinds(NewsKind.EVENT_ACCEPTED).atMost(2, Duration.ofDays(1)));
    for (int i = 0; i < 3; i++) {
      ingest(engine, "ada", "a-" + i);
      ingest(engine, "bob", "b-" + i);
    }
    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(4, 0, 0, 2));
    assertThat(letters(engine))
        .extracting(DeadLetter::cause)
        .containsOnly(DeadLetter.Cause.FREQUENCY_CAP);

    clock.advance(Duration.ofDays(1).minusSeconds(1));
    ingest(engine, "ada", "a-3");
    assertThat(engine.destinations().deliver().skipped()).isOne();
    clock.advance(Duration.ofSeconds(1));
    ingest(engine, "ada", "a-4");
    assertThat(engine.destinations().deliver().delivered()).isOne();
  }

  @Test
  void a_frequency_cap_counts_what_was_told_of_both_before_they_were_merged() {
    CustomerEngine engine =
        engine(toMail().kinds(NewsKind.EVENT_ACCEPTED).atMost(2, Duration.ofDays(1)));
    ProfileId ada = ingest(engine, "ada", "m-1");
    ProfileId twin = ingest(engine, "twin", "m-2");
    engine.destinations().deliver();
    engine.identities().merge(ada).with(twin).by("agent").because("same").commit();
    ingest(engine, "ada", "m-3");

    assertThat(engine.destinations().deliver()).isEqualTo(new DeliveryReport(0, 0, 0, 1));
  }

  @Test
  void after_a_merge_the_order_is_that_of_the_surviving_profile_and_an_unmerge_takes_it_apart() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    ProfileId ada = ingest(engine, "ada", "m-1");
    ProfileId twin = ingest(engine, "twin", "m-2");
    mail.answer(
        delivery ->
            delivery.profile().equals(twin)
                ? DeliveryResult.retryAfter("http 503", Duration.ofSeconds(5))
                : DeliveryResult.delivered());
    engine.destinations().deliver();
    assertThat(messages(mail.delivered())).containsExactly("m-1");
    MergeId merge = engine.identities().merge(ada).with(twin).by("agent").because("same").commit();
    ingest(engine, "ada", "m-3");

    engine.destinations().deliver();
    assertThat(messages(mail.delivered())).as("waits behind m-2").containsExactly("m-1");
    clock.advance(Duration.ofSeconds(5));
    mail.recover();
    engine.destinations().deliver();
    assertThat(messages(mail.delivered())).containsExactly("m-1", "m-2", "m-3");

    engine.identities().unmerge(merge).commit();
    ingest(engine, "twin", "m-4");
    ingest(engine, "ada", "m-5");
    mail.answer(
        delivery ->
            delivery.profile().equals(twin)
                ? DeliveryResult.retry("http 503")
                : DeliveryResult.delivered());
    engine.destinations().deliver();
    assertThat(messages(mail.delivered())).containsExactly("m-1", "m-2", "m-3", "m-5");
  }

  @Test
  void an_erasure_removes_what_waits_and_is_told_with_ids_only() {
    CustomerEngine engine =
        engine(toMail().kinds(NewsKind.EVENT_ACCEPTED).traits("city").identifiers("user_id"));
    ingest(engine, "zqx-ada", "m-1");
    ingest(engine, "bob", "m-2");
    mail.answer(
        delivery ->
            delivery.body().contains("m-1")
                ? DeliveryResult.refused("http 400")
                : DeliveryResult.delivered());
    engine.destinations().deliver();
    ProfileId ada = ingest(engine, "zqx-ada", "m-3");
    mail.clear();
    UUID letter = letters(engine).get(0).entry().id();

    engine.privacy().erase(ada).by("dpo").because("ticket 7").commit();

    assertThat(letters(engine)).isEmpty();
    assertThat(engine.destinations().replay(List.of(letter))).isZero();
    assertThat(engine.destinations().deliver().delivered()).isOne();
    assertThat(mail.kinds()).containsExactly(NewsKind.PROFILE_ERASED);
    assertThat(mail.bodies())
        .contains("\"members\":[\"" + ada + "\"]")
        .doesNotContain("zqx")
        .doesNotContain("m-3");
    assertThat(queued(engine)).isZero();
  }

  @Test
  void an_erasure_is_told_behind_what_was_being_delivered() {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    ProfileId ada = ingest(engine, "ada", "m-1");
    ingest(engine, "ada", "m-2");
    CustomerEngine other = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
    mail.answer(
        delivery -> {
          if (delivery.kind() == NewsKind.EVENT_ACCEPTED) {
            engine.privacy().erase(ada).by("dpo").because("ticket 7").commit();
            assertThat(other.destinations().deliver())
                .as("meanwhile")
                .isEqualTo(DeliveryReport.NONE);
          }
          return DeliveryResult.delivered();
        });

    engine.destinations().deliver();
    assertThat(mail.kinds()).as("m-2 is gone").containsExactly(NewsKind.EVENT_ACCEPTED);
    clock.advance(Duration.ofMinutes(5));
    other.destinations().deliver();

    assertThat(mail.kinds()).containsExactly(NewsKind.EVENT_ACCEPTED, NewsKind.PROFILE_ERASED);
    assertThat(queued(engine)).isZero();
  }

  @Test
  void several_processes_tell_everything_in_the_order_of_each_person_never_two_at_a_time()
      throws Exception {
    CustomerEngine first = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED).traits("city"));
    Random random = new Random(7);
    Map<String, List<String>> expected = new HashMap<>();
    for (int n = 0; n < 120; n++) {
      String user = "user-" + random.nextInt(9);
      ingest(first, user, "m-" + n);
      expected.computeIfAbsent(user, u -> new ArrayList<>()).add("m-" + n);
    }
    Set<ProfileId> busy = ConcurrentHashMap.newKeySet();
    Set<String> faults = ConcurrentHashMap.newKeySet();
    mail.answer(
        delivery -> {
          if (!busy.add(delivery.profile())) {
            faults.add("two at a time: " + delivery);
          }
          boolean fails =
              Math.floorMod(delivery.id().hashCode(), 7) == 0 && delivery.attempt() == 1;
          busy.remove(delivery.profile());
          return fails ? DeliveryResult.retry("http 503") : DeliveryResult.delivered();
        });
    List<Callable<Void>> workers = new ArrayList<>();
    for (int worker = 0; worker < 3; worker++) {
      CustomerEngine own = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED));
      workers.add(
          () -> {
            for (int round = 0; round < 500 && mail.delivered().size() < 120; round++) {
              own.destinations().deliver();
              clock.advance(Duration.ofMillis(200));
            }
            return null;
          });
    }
    runAll(workers);

    assertThat(faults).isEmpty();
    assertThat(queued(first)).isZero();
    Map<ProfileId, List<String>> told = new HashMap<>();
    for (Delivery delivery : mail.delivered()) {
      told.computeIfAbsent(delivery.profile(), p -> new ArrayList<>()).add(message(delivery));
    }
    expected.forEach(
        (user, messages) -> {
          ProfileId id = first.profiles().find(Identifier.userId(user)).orElseThrow().id();
          assertThat(told.get(id)).as(user).isEqualTo(messages);
        });
  }

  @Test
  void background_deliveries_start_at_once_and_closing_drains_and_reports_what_is_left()
      throws Exception {
    CustomerEngine engine = engine(toMail().kinds(NewsKind.EVENT_ACCEPTED).threads(2));
    CountDownLatch told = new CountDownLatch(1);
    mail.answer(
        delivery -> {
          told.countDown();
          return DeliveryResult.delivered();
        });
    engine.destinations().start(Duration.ofMinutes(1));
    ingest(engine, "ada", "m-0");
    assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();

    // Before it is there: whoever still delivers may look once more.
    mail.answer(
        delivery ->
            message(delivery).equals("m-1")
                ? DeliveryResult.retry("http 503")
                : DeliveryResult.delivered());
    ingest(engine(toMail()), "bob", "m-1");
    var closed = engine.destinations().close(Duration.ofSeconds(60));

    assertThat(mail.isClosed()).isTrue();
    assertThat(messages(mail.delivered())).contains("m-0");
    assertThat(closed.left()).isEqualTo(queued(engine)).isPositive();
    assertThat(engine.destinations().close(Duration.ofSeconds(60))).isEqualTo(closed);
    assertThatThrownBy(() -> engine.destinations().start(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_another_process_subscribed_to_shows_up_and_is_not_lost() {
    ingest(engine(toMail().kinds(NewsKind.EVENT_ACCEPTED)), "ada", "m-1");
    CustomerEngine other = engine();

    assertThat(other.destinations().deliver()).isEqualTo(DeliveryReport.NONE);
    DestinationStatus status = status(other);
    assertThat(status.registered()).isFalse();
    assertThat(status.queued()).isOne();
    assertThat(status.oldest()).isEqualTo(NOW);
  }

  /** Not caught by anybody, as the end of a process. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private SubscriptionBuilder toMail() {
    return Subscription.to("mail", mail);
  }

  private CustomerEngine engine(SubscriptionBuilder... subscriptions) {
    var builder = CustomerEngine.over(storage).clock(clock).ids(IdSource.seeded(clock, 7 + seed++));
    for (SubscriptionBuilder one : subscriptions) {
      builder.destination(one.build());
    }
    return builder.build();
  }

  private static ProfileId ingest(CustomerEngine engine, String user, String messageId) {
    return engine
        .ingest(Event.track("Seen").source("shop").userId(user).messageId(messageId))
        .profile()
        .orElseThrow();
  }

  private static long queued(CustomerEngine engine) {
    return engine.destinations().status().stream().mapToLong(DestinationStatus::queued).sum();
  }

  private static DestinationStatus status(CustomerEngine engine) {
    return engine.destinations().status("mail");
  }

  private static List<DeadLetter> letters(CustomerEngine engine) {
    return engine.destinations().deadLetters("mail", null, 99);
  }

  private static List<String> messages(List<Delivery> deliveries) {
    return deliveries.stream().map(OutboxContract::message).toList();
  }

  private static String message(Delivery delivery) {
    return delivery.body().replaceFirst(".*\"messageId\":\"([^\"]*)\".*", "$1");
  }

  private static StoredRecord record(ProfileId about) {
    return new StoredRecord(
        "note",
        new UUID(7, 7),
        new TreeSet<>(Set.of(about)),
        NOW,
        0,
        "agent",
        "wrote",
        NOW,
        Map.of(),
        "{}");
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
}

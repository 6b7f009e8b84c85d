package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.CustomerHub;
import io.customerhub.contract.Graph;
import io.customerhub.contract.TestClock;
import io.customerhub.crm.Channel;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealRole;
import io.customerhub.crm.task.Task;
import io.customerhub.engine.ErasedProfileException;
import io.customerhub.engine.ErasureReport;
import io.customerhub.engine.UnknownProfileException;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Law 10 across customer data and CRM: what the hub writes of a person, the hub erases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
abstract class HubErasureContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String CANARY = "zqx";

  final TestClock clock = new TestClock(NOW);

  /** Opens the storage of a tenant; it holds what was written through it before. */
  abstract Storage open(String tenant);

  abstract String dump(Storage storage) throws Exception;

  @Test
  void nothing_that_the_crm_holds_of_the_person_is_left() throws Exception {
    Storage storage = open("acme");
    try (CustomerHub hub = hub(storage)) {
      ProfileId bob = person(hub, "bob");
      Deal bobs = hub.deals().open("Bob's").with(bob).amount("10", "EUR").save();
      ProfileId ada = person(hub, "zqx-ada");
      plant(hub, ada);
      assertThat(canaries(storage)).isGreaterThan(20);

      ErasureReport report = hub.privacy().erase(ada).by("dpo").because("ticket").commit();

      assertThat(canaries(storage)).isZero();
      assertThat(report.removed()).containsEntry("record", 4L).containsEntry("record_version", 9L);
      assertThat(hub.deals().about(ada)).isEmpty();
      assertThat(hub.tasks().about(ada)).isEmpty();
      assertThat(hub.interactions().about(ada)).isEmpty();
      assertThat(hub.contacts().history(ada)).isEmpty();
      assertThat(hub.timeline(ada).latest(9)).isEmpty();
      assertThat(hub.deals().about(bob)).containsExactly(bobs);
    }
  }

  @Test
  void a_deal_that_others_have_a_part_in_goes_on_without_the_erased_one() throws Exception {
    Storage storage = open("acme");
    try (CustomerHub hub = hub(storage)) {
      ProfileId bob = person(hub, "bob");
      ProfileId ada = person(hub, "zqx-ada");
      Deal deal =
          hub.deals()
              .open("Engine")
              .with(bob)
              .with(ada, DealRole.CHAMPION)
              .amount("10", "EUR")
              .save();

      ErasureReport report = hub.privacy().erase(ada).commit();

      assertThat(report.sharedRecords()).isOne();
      assertThat(hub.deals().about(bob)).hasSize(1);
      Deal moved = hub.deals().of(deal).moveTo("proposal").commit();
      assertThat(moved.stage()).isEqualTo("proposal");
      assertThatThrownBy(() -> hub.deals().open("New").with(ada).amount("1", "EUR").save())
          .isInstanceOf(ErasedProfileException.class);
      assertThat(canaries(storage)).isZero();
    }
  }

  @Test
  void what_is_written_while_the_person_is_erased_is_erased_or_refused() throws Exception {
    for (int round = 0; round < 4; round++) {
      Storage storage = open("round-" + round);
      try (CustomerHub hub = hub(storage)) {
        ProfileId ada = person(hub, "zqx-ada");
        Task task = hub.tasks().plan("zqx").about(ada).save();
        CyclicBarrier start = new CyclicBarrier(4);
        List<Callable<Void>> work = new ArrayList<>();
        work.add(untilErased(start, () -> hub.interactions().note(ada).summary("zqx").log()));
        work.add(untilErased(start, () -> hub.contacts().edit(ada).tag("zqx").save()));
        work.add(untilErased(start, () -> hub.consents().grant(ada, "zqx").commit()));
        work.add(
            () -> {
              start.await(60, TimeUnit.SECONDS);
              hub.privacy().erase(ada).commit();
              return null;
            });
        runAll(work);

        assertThat(canaries(storage)).as("round %d", round).isZero();
        assertThat(hub.tasks().find(task.id())).isEmpty();
      }
    }
  }

  @Test
  void a_tenant_erases_nobody_of_another_one() throws Exception {
    Storage one = open("one");
    Storage two = open("two");
    try (CustomerHub ours = hub(one);
        CustomerHub theirs = hub(two)) {
      ProfileId ada = person(ours, "zqx-ada");
      ProfileId same = person(theirs, "zqx-ada");
      plant(theirs, same);
      String before = theirs.explain(same).text();

      assertThatThrownBy(
              () -> ours.privacy().erase(new ProfileId(IdSource.seeded(clock, 99).next())).commit())
          .isInstanceOf(UnknownProfileException.class);
      ours.privacy().erase(ada).commit();

      assertThat(theirs.explain(same).text()).isEqualTo(before);
      assertThat(theirs.privacy().isSuppressed(Identifier.userId("zqx-ada"))).isFalse();
      assertThat(ours.privacy().isSuppressed(Identifier.userId("zqx-ada"))).isTrue();
      assertThat(theirs.audit().list(null, 9)).hasSize(1);
    }
  }

  CustomerHub hub(Storage storage) {
    return CustomerHub.builder()
        .storage(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, storage.hashCode()))
        .build();
  }

  private static ProfileId person(CustomerHub hub, String user) {
    return hub.ingest(Event.identify().userId(user).trait("name", user)).profile().orElseThrow();
  }

  /** Four records of nine versions. */
  private static void plant(CustomerHub hub, ProfileId ada) {
    Deal deal = hub.deals().open("zqx").with(ada).amount("12000", "GBP").note("zqx opened").save();
    Deal moved = hub.deals().of(deal).moveTo("proposal").note("zqx moved").commit();
    hub.deals().of(moved).lost("price").note("zqx lost").to("zqx rival").commit();
    Task task = hub.tasks().plan("call zqx").about(ada).save();
    hub.tasks().complete(task.id()).outcome("zqx agreed").commit();
    hub.interactions()
        .call(ada)
        .lasting(Duration.ofMinutes(2))
        .summary("zqx")
        .externalId("zqx-7")
        .log();
    hub.contacts().edit(ada).tag("zqx").save();
    hub.contacts().edit(ada).doNotContact(Channel.EMAIL, "zqx asked").save();
    hub.contacts().edit(ada).untag("zqx").save();
    hub.consents().grant(ada, "zqx").because("zqx letter").commit();
  }

  /** Whoever erases may be let in late, so writers go on for as long as a hang would be noticed. */
  private static Callable<Void> untilErased(CyclicBarrier start, Runnable write) {
    return () -> {
      start.await(60, TimeUnit.SECONDS);
      long began = System.nanoTime();
      try {
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(60)) {
          write.run();
        }
        throw new AssertionError("never erased");
      } catch (ErasedProfileException expected) {
        return null;
      }
    };
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

  private int canaries(Storage storage) throws Exception {
    return dump(storage).toLowerCase(Locale.ROOT).split(CANARY, -1).length - 1;
  }

  static String ofMemory(Storage storage) throws Exception {
    return Graph.texts(storage);
  }
}

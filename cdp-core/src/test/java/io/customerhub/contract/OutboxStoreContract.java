package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.member;
import static io.customerhub.contract.Samples.news;
import static io.customerhub.contract.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.profile.Member;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.OutboxStore.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.OutboxStore}. */
abstract class OutboxStoreContract extends StoreContract {

  private static final Instant LATER = NOON.plusSeconds(60);
  private static final UUID LEASE = uuid(1_001);
  private static final UUID OTHER = uuid(1_002);

  @Test
  void entries_come_in_the_order_in_which_they_were_added_and_not_in_that_of_ids() {
    add(news(3, "mail", 1), news(1, "mail", 2));
    add(news(2, "mail", 1), news(4, "sms", 1));

    assertThat(numbers(claim("mail", LEASE, NOON, 9))).containsExactly(3, 1, 2);
    assertThat(numbers(claim("sms", LEASE, NOON, 9))).containsExactly(4);
    assertThat(claim("other", LEASE, NOON, 9)).isEmpty();
  }

  @Test
  void all_of_an_entry_is_kept() {
    add(news(1, "mail", 1));

    OutboxEntry taken = claim("mail", LEASE, NOON, 9).get(0);

    assertThat(taken.withAttempts(0, NOON, "")).isEqualTo(news(1, "mail", 1));
    assertThat(taken.details()).isEqualTo(Map.of("segment", "loyal"));
  }

  @Test
  void what_is_on_lease_is_not_taken_again_before_the_lease_ends() {
    add(news(1, "mail", 1), news(2, "mail", 2));

    assertThat(numbers(claim("mail", LEASE, NOON, 1))).containsExactly(1);
    assertThat(numbers(claim("mail", OTHER, NOON, 9))).containsExactly(2);
    assertThat(claim("mail", OTHER, LATER.minusMillis(1), 9)).isEmpty();
    assertThat(numbers(claim("mail", OTHER, LATER, 9))).containsExactly(1, 2);
    assertThat(flag(tx -> tx.outbox().holds(uuid(1), LEASE))).isFalse();
    assertThat(flag(tx -> tx.outbox().holds(uuid(1), OTHER))).isTrue();
  }

  @Test
  void nobody_but_the_holder_of_the_lease_removes_or_gives_back() {
    add(news(1, "mail", 1));
    OutboxEntry taken = claim("mail", LEASE, NOON, 9).get(0);

    assertThat(flag(tx -> tx.outbox().remove(uuid(1), OTHER))).isFalse();
    assertThat(flag(tx -> tx.outbox().giveBack(taken, OTHER))).isFalse();
    assertThat(flag(tx -> tx.outbox().holds(uuid(1), OTHER))).isFalse();
    assertThat(flag(tx -> tx.outbox().holds(uuid(1), LEASE))).isTrue();
    assertThat(flag(tx -> tx.outbox().remove(uuid(1), LEASE))).isTrue();
    assertThat(flag(tx -> tx.outbox().remove(uuid(1), LEASE))).isFalse();
    assertThat(map(tx -> tx.outbox().waiting())).isEmpty();
  }

  @Test
  void later_news_of_a_profile_waits_behind_news_on_lease_and_that_of_others_goes_on() {
    add(news(1, "mail", 1));
    claim("mail", LEASE, NOON, 9);
    add(news(2, "mail", 1), news(3, "mail", 2), news(4, "mail", 1));

    assertThat(numbers(claim("mail", OTHER, NOON, 9))).containsExactly(3);
    write(tx -> tx.outbox().remove(uuid(1), LEASE));
    assertThat(numbers(claim("mail", OTHER, NOON.plusSeconds(2), 9))).containsExactly(2, 4);
  }

  @Test
  void later_news_of_a_profile_waits_behind_news_that_is_tried_again_later() {
    add(news(1, "mail", 1), news(2, "mail", 1), news(3, "mail", 2));
    Instant next = failFirst();

    assertThat(numbers(claim("mail", OTHER, NOON, 9))).containsExactly(3);
    assertThat(claim("mail", OTHER, next.minusMillis(1), 9)).isEmpty();
    List<OutboxEntry> again = claimAll("mail", OTHER, next, 9);
    assertThat(numbers(again)).containsExactly(1, 2);
    assertThat(again.get(0).attempts()).isOne();
    assertThat(again.get(0).failure()).isEqualTo("http 503");
  }

  @Test
  void an_entry_that_was_given_back_keeps_its_place() {
    add(news(1, "mail", 1), news(2, "mail", 1));
    OutboxEntry first = claim("mail", LEASE, NOON, 1).get(0);
    write(tx -> tx.outbox().giveBack(first.withAttempts(1, NOON, "x"), LEASE));

    assertThat(numbers(claimAll("mail", OTHER, NOON, 9))).containsExactly(1, 2);
  }

  @Test
  void after_a_merge_news_waits_behind_all_news_of_the_profile_that_stayed() {
    people();
    add(news(1, "mail", 2), news(2, "mail", 1), news(3, "mail", 3));
    Instant next = failFirst();

    join(2, 1);

    assertThat(numbers(claim("mail", OTHER, NOON, 9))).containsExactly(3);
    assertThat(numbers(claimAll("mail", OTHER, next, 9))).containsExactly(1, 2);
  }

  @Test
  void after_an_unmerge_news_waits_no_more_behind_news_of_the_other_profile() {
    people();
    join(2, 1);
    add(news(1, "mail", 2), news(2, "mail", 1));
    Instant next = failFirst();

    join(2, 2);

    assertThat(numbers(claim("mail", OTHER, NOON, 9))).containsExactly(2);
    assertThat(numbers(claim("mail", OTHER, next, 9))).containsExactly(1);
  }

  @Test
  void leases_on_news_about_somebody_are_told() {
    add(news(1, "mail", 1), news(2, "mail", 2));
    assertThat(optional(tx -> tx.outbox().lockAbout(ids(1, 2)))).isEmpty();
    claim("mail", LEASE, NOON, 1);

    assertThat(optional(tx -> tx.outbox().lockAbout(ids(1, 2)))).contains(LATER);
    assertThat(optional(tx -> tx.outbox().lockAbout(ids(2)))).isEmpty();
  }

  @Test
  void what_waits_is_counted_by_destination_and_can_be_dropped() {
    add(news(1, "mail", 1), news(2, "mail", 2), news(3, "sms", 1));
    OutboxEntry failed = claim("mail", LEASE, NOON, 1).get(0);
    write(tx -> tx.outbox().giveBack(failed.withAttempts(1, LATER, "x"), LEASE));

    assertThat(map(tx -> tx.outbox().waiting()))
        .isEqualTo(Map.of("mail", new Waiting(2, 1, NOON), "sms", new Waiting(1, 0, NOON)));
    assertThat(number(tx -> tx.outbox().clear("mail"))).isEqualTo(2);
    assertThat(map(tx -> tx.outbox().waiting())).containsOnlyKeys("sms");
  }

  @Test
  void an_id_is_taken_once() {
    add(news(1, "mail", 1));

    assertThatThrownBy(() -> add(news(1, "sms", 2))).isInstanceOf(IllegalArgumentException.class);
    assertThat(map(tx -> tx.outbox().waiting())).containsOnlyKeys("mail");
  }

  @Test
  void a_rolled_back_transaction_leaves_no_entry_and_no_lease() {
    add(news(1, "mail", 1));
    rolledBack(
        tx -> {
          tx.outbox().add(List.of(news(2, "mail", 2)));
          assertThat(tx.outbox().claim("mail", LEASE, NOON, LATER, 9)).hasSize(2);
          assertThat(tx.outbox().remove(uuid(1), LEASE)).isTrue();
        });

    assertThat(numbers(claim("mail", OTHER, NOON, 9))).containsExactly(1);
  }

  @Test
  void a_long_queue_of_one_profile_that_fails_keeps_nobody_waiting() {
    List<OutboxEntry> queue =
        new ArrayList<>(IntStream.range(0, 1_500).mapToObj(n -> news(n, "mail", 1)).toList());
    queue.add(news(9_999, "mail", 2));
    write(tx -> tx.outbox().add(queue));
    OutboxEntry failed = claim("mail", LEASE, NOON, 1).get(0);
    write(tx -> tx.outbox().giveBack(failed.withAttempts(1, LATER, "x"), LEASE));

    assertThat(numbers(claim("mail", OTHER, NOON, 9))).containsExactly(9_999);
    assertThat(claimAll("mail", OTHER, LATER.plusSeconds(1), 2_000)).hasSize(1_501);
  }

  /**
   * Several take and finish, some take and stop; time goes on, and all is done once and in order.
   */
  @Test
  void several_at_once_take_nothing_twice_and_keep_the_order_of_each_profile() throws Exception {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      Map<UUID, Integer> places = new HashMap<>();
      List<OutboxEntry> all = new ArrayList<>();
      for (int n = 0; n < 150; n++) {
        all.add(news(seed * 10_000 + n, "mail", 1 + random.nextInt(12)));
        places.put(all.get(n).id(), n);
      }
      write(tx -> tx.outbox().add(all));
      Seen seen = new Seen(places);
      List<Callable<Void>> workers = new ArrayList<>();
      for (int worker = 0; worker < 4; worker++) {
        Random own = new Random(seed * 31L + worker);
        workers.add(() -> work(own, seen, places.size()));
      }
      runAll(workers);

      assertThat(seen.done).as("seed %d", seed).hasSize(all.size());
      assertThat(seen.faults).as("seed %d", seed).isEmpty();
      assertThat(map(tx -> tx.outbox().waiting())).as("seed %d", seed).isEmpty();
    }
  }

  /** What was seen by all workers. Time is a counter: it goes on with each call. */
  private static final class Seen {

    private final Map<UUID, Integer> places;
    private final AtomicInteger seconds = new AtomicInteger();
    private final Set<UUID> done = ConcurrentHashMap.newKeySet();
    private final Map<Object, UUID> busy = new ConcurrentHashMap<>();
    private final Map<Object, Integer> last = new ConcurrentHashMap<>();
    private final Set<String> faults = ConcurrentHashMap.newKeySet();

    Seen(Map<UUID, Integer> places) {
      this.places = places;
    }

    void start(OutboxEntry entry) {
      UUID other = busy.putIfAbsent(entry.about(), entry.id());
      if (other != null) {
        faults.add(entry + " while " + other);
      }
      Integer before = last.get(entry.about());
      if (before != null && before >= places.get(entry.id())) {
        faults.add(entry + " behind " + before);
      }
    }

    void end(OutboxEntry entry, boolean delivered) {
      if (delivered) {
        last.put(entry.about(), places.get(entry.id()));
        if (!done.add(entry.id())) {
          faults.add(entry + " twice");
        }
      }
      busy.remove(entry.about());
    }
  }

  private Void work(Random random, Seen seen, int all) {
    for (int round = 0; seen.done.size() < all && round < 3_000; round++) {
      Instant now = NOON.plusMillis(10L * seen.seconds.incrementAndGet());
      UUID lease = new UUID(random.nextLong(), random.nextLong());
      // No lease ends while its holder is at work: that is what makes it exclusive.
      Instant until = now.plusSeconds(100_000);
      Set<Object> failed = new HashSet<>();
      for (OutboxEntry entry :
          list(tx -> tx.outbox().claim("mail", lease, now, until, 1 + random.nextInt(5)))) {
        if (failed.contains(entry.about())) {
          write(tx -> tx.outbox().giveBack(entry.withAttempts(0, now, ""), lease));
        } else {
          seen.start(entry);
          boolean delivered = random.nextInt(4) > 0;
          seen.end(entry, delivered);
          if (delivered) {
            write(tx -> tx.outbox().remove(entry.id(), lease));
          } else {
            failed.add(entry.about());
            write(
                tx -> tx.outbox().giveBack(entry.withAttempts(1, now.plusMillis(30), "x"), lease));
          }
        }
      }
    }
    return null;
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

  private void people() {
    write(
        tx -> {
          tx.profiles().insert(member(1));
          tx.profiles().insert(member(2));
        });
  }

  private void join(int member, int root) {
    Member now = list(tx -> tx.profiles().find(Samples.ids(member))).get(0);
    write(tx -> tx.profiles().save(List.of(now.withRoot(id(root)))));
  }

  /** Takes the first entry and gives it back; returns when it may be tried again. */
  private Instant failFirst() {
    OutboxEntry first = claim("mail", LEASE, NOON, 1).get(0);
    Instant next = NOON.plusSeconds(30);
    write(tx -> tx.outbox().giveBack(first.withAttempts(1, next, "http 503"), LEASE));
    return next;
  }

  private void add(OutboxEntry... entries) {
    write(tx -> tx.outbox().add(List.of(entries)));
  }

  private List<OutboxEntry> claim(String destination, UUID lease, Instant now, int limit) {
    Instant until = now.isBefore(LATER) ? LATER : now.plusSeconds(60);
    return list(tx -> tx.outbox().claim(destination, lease, now, until, limit));
  }

  /** Takes until nothing is left: one call need not return all. */
  private List<OutboxEntry> claimAll(String destination, UUID lease, Instant now, int limit) {
    List<OutboxEntry> all = new ArrayList<>();
    List<OutboxEntry> some;
    do {
      some = claim(destination, lease, now, limit);
      some.forEach(entry -> write(tx -> tx.outbox().remove(entry.id(), lease)));
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  private static List<Integer> numbers(List<OutboxEntry> entries) {
    return entries.stream().map(entry -> (int) entry.id().getLeastSignificantBits()).toList();
  }
}

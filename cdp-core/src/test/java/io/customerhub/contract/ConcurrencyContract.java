package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.event;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.member;
import static io.customerhub.contract.Samples.record;
import static io.customerhub.contract.Samples.sortedIds;
import static io.customerhub.contract.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a storage has to keep when several threads write at once. */
abstract class ConcurrencyContract extends StoreContract {

  private static final int THREADS = 8;
  private static final int EACH = 40;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void nothing_that_threads_add_is_lost_or_doubled() throws Exception {
    together(
        THREADS,
        thread -> {
          for (int i = 0; i < EACH; i++) {
            int n = thread * EACH + i;
            write(
                tx -> {
                  tx.profiles().insert(member(n, Identifier.userId("u-" + n)));
                  tx.events().append(event(n, "m-" + n));
                });
          }
          return true;
        });

    int all = THREADS * EACH;
    assertThat(list(tx -> tx.catalog().roots(null, 10_000)))
        .isEqualTo(IntStream.range(0, all).mapToObj(Samples::id).toList());
    assertThat(list(tx -> tx.events().scan(null, 10_000)))
        .extracting(stored -> stored.event().messageId())
        .hasSize(all)
        .doesNotHaveDuplicates();
  }

  @Test
  void one_delivery_of_an_event_wins() throws Exception {
    int[] won =
        together(
            THREADS,
            thread -> {
              int appended = 0;
              for (int i = 0; i < EACH; i++) {
                String messageId = "m-" + i;
                appended += read(tx -> appendIfAbsent(tx, thread, messageId)) ? 1 : 0;
              }
              return appended;
            });

    assertThat(IntStream.of(won).sum()).isEqualTo(EACH);
    assertThat(number(tx -> tx.events().count())).isEqualTo(EACH);
  }

  @Test
  void of_threads_that_insert_one_record_the_first_wins_and_the_others_find_it() throws Exception {
    int[] won =
        together(
            THREADS,
            thread -> {
              int inserted = 0;
              for (int i = 0; i < EACH; i++) {
                int number = i;
                inserted += read(tx -> insertIfAbsent(tx, number)) ? 1 : 0;
              }
              return inserted;
            });

    assertThat(IntStream.of(won).sum()).isEqualTo(EACH);
  }

  @Test
  void what_is_added_to_a_locked_profile_is_never_lost() throws Exception {
    write(tx -> tx.profiles().insert(member(1)));

    together(
        THREADS,
        thread -> {
          for (int i = 0; i < EACH; i++) {
            write(ConcurrencyContract::countOneEvent);
          }
          return true;
        });

    Member counted = read(tx -> tx.profiles().find(ids(1))).get(0);
    assertThat(counted.activity().events()).isEqualTo(THREADS * EACH);
    assertThat(counted.version()).isEqualTo(THREADS * EACH);
  }

  @Test
  void what_is_added_to_locked_holders_is_never_lost() throws Exception {
    Identifier shared = Identifier.userId("shared");
    write(tx -> tx.profiles().insert(member(1, shared)));

    together(
        THREADS,
        thread -> {
          for (int i = 0; i < EACH / 4; i++) {
            write(
                tx -> {
                  tx.profiles().lockHolders(Set.of(shared, Identifier.userId("nobody")));
                  Member member = tx.profiles().find(ids(1)).get(0);
                  Member more = member.withFacts(List.of(), member.activity().and(NOON));
                  tx.profiles().save(List.of(more));
                });
          }
          return true;
        });

    Member counted = read(tx -> tx.profiles().find(ids(1))).get(0);
    assertThat(counted.activity().events()).isEqualTo(THREADS * (EACH / 4));
  }

  @Test
  void of_two_that_save_what_they_read_before_one_is_stale() throws Exception {
    write(tx -> tx.profiles().insert(member(1)));
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);

    int[] saved =
        together(
            2,
            thread -> {
              Member mine = read(tx -> tx.profiles().find(ids(1))).get(0);
              bothHaveRead.await(60, TimeUnit.SECONDS);
              return saves(mine) ? 1 : 0;
            });

    assertThat(saved).containsExactlyInAnyOrder(0, 1);
    assertThat(list(tx -> tx.profiles().find(ids(1)))).containsExactly(member(1).withVersion(1));
  }

  @Test
  void threads_that_meet_on_an_identifier_never_split_a_person() throws Exception {
    for (int round = 0; round < 25; round++) {
      Identifier shared = Identifier.email(round + "@example.com");
      CountDownLatch looked = new CountDownLatch(2);
      int base = 100 + 10 * round;

      together(
          2,
          thread -> {
            write(tx -> join(tx, base + thread, shared, looked));
            return true;
          });

      assertThat(list(tx -> tx.profiles().holding(Set.of(shared))))
          .as("round " + round)
          .hasSize(2)
          .extracting(Member::root)
          .containsOnly(id(base));
    }
  }

  @Test
  void threads_that_meet_on_several_identifiers_in_any_order_all_finish() throws Exception {
    List<Identifier> shared =
        IntStream.range(0, 6).mapToObj(n -> Identifier.userId("shared-" + n)).toList();
    CountDownLatch nobody = new CountDownLatch(0);

    together(
        THREADS,
        thread -> {
          for (int i = 0; i < EACH / 4; i++) {
            int n = 10_000 * (i + 1) + thread;
            Identifier one = shared.get((thread + i) % shared.size());
            Identifier other = shared.get((5 * thread + 3 * i + 1) % shared.size());
            write(tx -> join(tx, n, one, nobody));
            write(tx -> join(tx, n + 5_000, other, nobody));
          }
          return true;
        });

    for (Identifier identifier : shared) {
      List<Member> holders = read(tx -> tx.profiles().holding(Set.of(identifier)));
      assertThat(holders).isNotEmpty();
      assertThat(holders)
          .extracting(Member::root)
          .as("roots of " + identifier.namespace())
          .containsOnly(holders.get(0).id());
    }
    assertThat(number(tx -> tx.catalog().countMembers())).isEqualTo(THREADS * (EACH / 4) * 2L);
  }

  @Test
  void of_threads_that_mark_a_key_one_is_first() throws Exception {
    int[] won =
        together(
            THREADS,
            thread -> {
              int first = 0;
              for (int i = 0; i < EACH; i++) {
                String key = "key-" + i;
                first += read(tx -> tx.candidates().markGeneric(key)) ? 1 : 0;
              }
              return first;
            });

    assertThat(IntStream.of(won).sum()).isEqualTo(EACH);
  }

  /** Adds a member to whoever holds the identifier; the smallest id becomes the root of all. */
  private static void join(Transaction tx, int n, Identifier shared, CountDownLatch looked) {
    List<Member> seen = tx.profiles().holding(Set.of(shared));
    meet(looked);
    List<Member> holders =
        seen.isEmpty()
            ? seen
            : tx.profiles().lock(new java.util.TreeSet<>(Set.of(seen.get(0).root())));
    Member mine = member(n, shared);
    if (holders.isEmpty()) {
      tx.profiles().insert(mine);
    } else if (holders.get(0).id().compareTo(mine.id()) < 0) {
      tx.profiles().insert(mine.withRoot(holders.get(0).id()));
    } else {
      tx.profiles().insert(mine);
      tx.profiles().save(holders.stream().map(member -> member.withRoot(mine.id())).toList());
    }
  }

  /** Lets two transactions look before either writes, where the store lets two run at once. */
  private static void meet(CountDownLatch looked) {
    looked.countDown();
    try {
      boolean met = looked.await(20, TimeUnit.MILLISECONDS);
      assertThat(met || looked.getCount() > 0).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean appendIfAbsent(Transaction tx, int member, String messageId) {
    if (tx.events().find("shop", messageId).isPresent()) {
      return false;
    }
    tx.events().append(event(member, messageId));
    return true;
  }

  private static boolean insertIfAbsent(Transaction tx, int number) {
    if (tx.records().find("deal", uuid(number)).isPresent()) {
      return false;
    }
    tx.records().insert(record("deal", number, NOON));
    return true;
  }

  private static void countOneEvent(Transaction tx) {
    Member member = tx.profiles().lock(sortedIds(1)).get(0);
    tx.profiles().save(List.of(member.withFacts(List.of(), member.activity().and(NOON))));
  }

  private boolean saves(Member member) {
    try {
      write(tx -> tx.profiles().save(List.of(member)));
      return true;
    } catch (StaleWriteException e) {
      return false;
    }
  }

  /** Work of one thread; what it returns is a number or true. */
  private interface Work {
    Object by(int thread) throws Exception;
  }

  private int[] together(int count, Work work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(count);
    List<Future<Object>> running = new ArrayList<>();
    for (int thread = 0; thread < count; thread++) {
      int number = thread;
      running.add(threads.submit(() -> startTogether(start, () -> work.by(number))));
    }
    int[] results = new int[count];
    for (int thread = 0; thread < count; thread++) {
      Object result = running.get(thread).get(100, TimeUnit.SECONDS);
      results[thread] = result instanceof Integer number ? number : 1;
    }
    return results;
  }

  private static Object startTogether(CyclicBarrier start, Callable<Object> work) throws Exception {
    start.await(60, TimeUnit.SECONDS);
    return work.call();
  }
}

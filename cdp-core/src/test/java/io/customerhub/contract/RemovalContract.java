package io.customerhub.contract;

import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.link;
import static io.customerhub.contract.Samples.member;
import static io.customerhub.contract.Samples.setAside;
import static io.customerhub.contract.Samples.sortedIds;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.ReasonCode;
import io.customerhub.identity.LinkKind;
import io.customerhub.spi.Transaction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a storage has to keep while one transaction removes what others write of. */
abstract class RemovalContract extends StoreContract {

  private static final String ENTRY = "a";

  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void members_that_are_there_can_be_kept() {
    write(tx -> tx.profiles().insertAll(Set.of(member(1), member(2))));

    assertThat(list(tx -> List.copyOf(tx.profiles().lockAgainstRemoval(sortedIds(3, 2)))))
        .containsExactly(Samples.id(2));
    assertThat(flag(tx -> tx.profiles().lockAgainstRemoval(sortedIds()).isEmpty())).isTrue();
  }

  @Test
  void a_member_can_be_kept_by_many_and_what_is_kept_can_be_locked_and_changed() {
    write(tx -> tx.profiles().insert(member(1)));

    write(
        tx -> {
          assertThat(tx.profiles().lockAgainstRemoval(sortedIds(1))).isEqualTo(ids(1));
          tx.profiles().save(tx.profiles().lock(sortedIds(1)));
          assertThat(tx.profiles().lockAgainstRemoval(sortedIds(1))).isEqualTo(ids(1));
        });

    assertThat(list(tx -> tx.profiles().find(ids(1)))).containsExactly(member(1).withVersion(1));
  }

  @Test
  void what_is_written_of_a_member_that_is_kept_is_removed_with_it() throws Exception {
    write(tx -> tx.profiles().insertAll(Set.of(member(1), member(2))));

    during(
        tx -> {
          assertThat(tx.profiles().lockAgainstRemoval(sortedIds(1))).isEqualTo(ids(1));
          letOthersBegin();
          tx.identities().add(link(5, 1, 2, LinkKind.POSSIBLE));
        },
        tx -> tx.erasures().removeMembers(ids(1)));

    assertThat(list(tx -> tx.identities().linksOf(ids(1, 2)))).isEmpty();
    assertThat(list(tx -> tx.profiles().find(ids(1, 2)))).containsExactly(member(2));
  }

  @Test
  void a_member_that_is_being_removed_cannot_be_kept() throws Exception {
    write(tx -> tx.profiles().insert(member(1)));

    during(
        tx -> {
          tx.erasures().removeMembers(ids(1));
          letOthersBegin();
        },
        tx -> assertThat(tx.profiles().lockAgainstRemoval(sortedIds(1))).isEmpty());
  }

  @Test
  void what_is_being_set_aside_is_seen_by_whoever_removes() throws Exception {
    during(
        tx -> {
          tx.setAside().lockToAdd();
          letOthersBegin();
          tx.setAside().add(setAside(ENTRY, ReasonCode.TOO_LONG));
        },
        tx -> {
          tx.setAside().lockToRemove();
          tx.setAside()
              .list(null, 9)
              .forEach(one -> tx.erasures().removeSetAside(Set.of(one.key())));
        });

    assertThat(list(tx -> tx.setAside().list(null, 9))).isEmpty();
  }

  @Test
  void nothing_is_set_aside_while_entries_are_removed() throws Exception {
    during(
        tx -> {
          tx.setAside().lockToRemove();
          letOthersBegin();
          tx.setAside().add(setAside(ENTRY, ReasonCode.TOO_LONG));
        },
        tx -> {
          tx.setAside().lockToAdd();
          assertThat(tx.setAside().list(null, 9)).hasSize(1);
        });
  }

  /** Runs a transaction, and another one that begins in its midst. */
  private void during(Consumer<Transaction> first, Consumer<Transaction> second) throws Exception {
    Future<?> other =
        threads.submit(
            () -> {
              assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
              write(
                  tx -> {
                    second.accept(tx);
                    over.countDown();
                  });
              return null;
            });
    write(first);
    other.get(60, TimeUnit.SECONDS);
  }

  /** Gives the other one time to do its work, if it need not wait as it should. */
  private void letOthersBegin() {
    begun.countDown();
    try {
      assertThat(over.await(100, TimeUnit.MILLISECONDS)).as("it did not wait").isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

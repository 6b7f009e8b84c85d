package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.entry;
import static io.customerhub.contract.Samples.event;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.in;
import static io.customerhub.contract.Samples.letter;
import static io.customerhub.contract.Samples.link;
import static io.customerhub.contract.Samples.member;
import static io.customerhub.contract.Samples.news;
import static io.customerhub.contract.Samples.record;
import static io.customerhub.contract.Samples.setAside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.ReasonCode;
import io.customerhub.identity.LinkKind;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.DestinationStore;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.Storage} and {@link Transaction}. */
abstract class TransactionContract extends StoreContract {

  @Test
  void what_is_committed_is_found_by_the_next_transaction_and_the_result_is_handed_over() {
    String result =
        storage.inTransaction(
            tx -> {
              writeEverywhere(tx);
              return "done";
            });

    assertThat(result).isEqualTo("done");
    assertThat(list(TransactionContract::found)).containsOnly(1L);
  }

  @Test
  void the_result_may_be_null() {
    assertThat(
            this.<String>read(
                tx -> {
                  writeEverywhere(tx);
                  return null;
                }))
        .isNull();
    assertThat(list(TransactionContract::found)).containsOnly(1L);
  }

  @Test
  void an_exception_leaves_nothing_in_any_store_and_is_thrown_on() {
    RolledBack thrown = new RolledBack();

    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      writeEverywhere(tx);
                      assertThat(found(tx)).containsOnly(1L);
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(list(TransactionContract::found)).containsOnly(0L);
  }

  @Test
  void an_error_leaves_nothing_either() {
    AssertionError thrown = new AssertionError("on purpose");

    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      writeEverywhere(tx);
                      assertThat(found(tx)).containsOnly(1L);
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(list(TransactionContract::found)).containsOnly(0L);
  }

  @Test
  void what_a_rolled_back_transaction_wrote_can_be_written_again() {
    rolledBack(TransactionContract::writeEverywhere);
    write(TransactionContract::writeEverywhere);

    assertThat(list(TransactionContract::found)).containsOnly(1L);
  }

  @Test
  void a_rollback_brings_back_what_was_changed_and_removed() {
    write(TransactionContract::writeEverywhere);
    rolledBack(
        tx -> {
          tx.profiles().save(List.of(member(1)));
          tx.identities().save(link(1, 1, 2, LinkKind.SIMILAR).retired());
          tx.segments().remove("loyal");
          tx.memberships().removeProfile(id(1));
          tx.records().save(record("deal", 1, NOON, 1));
          assertThat(tx.segments().all()).isEmpty();
        });

    assertThat(list(TransactionContract::found)).containsOnly(1L);
    assertThat(list(tx -> tx.profiles().find(ids(1)))).containsExactly(member(1));
    assertThat(list(tx -> tx.identities().active(LinkKind.SIMILAR, null, 9))).hasSize(1);
    assertThat(list(tx -> tx.records().history("deal", Samples.uuid(1)))).hasSize(1);
  }

  @Test
  void after_commit_runs_in_order_and_finds_what_was_committed() {
    List<String> seen = new ArrayList<>();
    write(
        tx -> {
          tx.afterCommit(() -> seen.add("first of " + read(t -> t.events().count())));
          tx.afterCommit(() -> seen.add("second"));
          tx.events().append(event(1, "m-1"));
          assertThat(seen).as("before the commit").isEmpty();
        });

    assertThat(seen).containsExactly("first of 1", "second");
  }

  @Test
  void after_commit_does_not_run_when_rolled_back() {
    List<String> seen = new ArrayList<>();
    rolledBack(tx -> tx.afterCommit(() -> seen.add("rolled back")));
    write(tx -> tx.afterCommit(() -> seen.add("committed")));

    assertThat(seen).containsExactly("committed");
  }

  @Test
  void what_after_commit_throws_does_not_reach_the_caller_nor_stop_the_next() {
    List<String> seen = new ArrayList<>();
    write(
        tx -> {
          tx.events().append(event(1, "m-1"));
          tx.afterCommit(
              () -> {
                throw new IllegalStateException("on purpose");
              });
          tx.afterCommit(() -> seen.add("next"));
        });

    assertThat(seen).containsExactly("next");
    assertThat(number(tx -> tx.events().count())).isEqualTo(1);
  }

  @Test
  void a_transaction_that_met_another_is_rolled_back_and_run_again() {
    AtomicInteger attempts = new AtomicInteger();
    List<String> seen = new ArrayList<>();
    write(
        tx -> {
          int attempt = attempts.incrementAndGet();
          tx.afterCommit(() -> seen.add("attempt " + attempt));
          assertThat(tx.events().count()).as("left by the attempt before").isZero();
          tx.events().append(event(1, "m-" + attempt));
          if (attempt < 3) {
            throw new ConflictException("on purpose", null);
          }
        });

    assertThat(list(tx -> tx.events().scan(null, 9))).containsExactly(event(1, "m-3"));
    assertThat(seen).containsExactly("attempt 3");
  }

  @Test
  void a_conflict_that_stays_is_thrown_after_a_bounded_number_of_attempts() {
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      attempts.incrementAndGet();
                      throw new ConflictException("on purpose", null);
                    }))
        .isInstanceOf(ConflictException.class);
    assertThat(attempts.get()).isBetween(2, 1_000);
  }

  @Test
  void a_transaction_within_a_transaction_is_refused() {
    write(
        tx -> {
          tx.events().append(event(1, "m-1"));
          assertThatThrownBy(() -> read(nested -> nested.events().count()))
              .isInstanceOf(IllegalStateException.class);
        });

    assertThat(number(tx -> tx.events().count())).isEqualTo(1);
  }

  @Test
  void after_close_nothing_runs_and_closing_again_does_nothing() {
    storage.close();
    storage.close();

    assertThatThrownBy(() -> write(tx -> {})).isInstanceOf(IllegalStateException.class);
  }

  private static void writeEverywhere(Transaction tx) {
    tx.profiles().insert(member(1));
    tx.candidates().index(id(1), Set.of("key"));
    tx.identities().add(link(1, 1, 2, LinkKind.SIMILAR));
    tx.identities().append(entry(1, 1, 2));
    tx.events().append(event(1, "m-1"));
    tx.segments().insert(new SegmentDefinition("loyal", "{}", NOON, 0));
    tx.memberships().put(in("loyal", 1, NOON));
    tx.records().insert(record("deal", 1, NOON, 1));
    tx.setAside().add(setAside("a", ReasonCode.TOO_LONG));
    tx.outbox().add(List.of(news(1, "mail", 1)));
    tx.deadLetters().add(letter(1, "mail", 1, DeadLetter.Cause.REFUSED));
    tx.destinations().pause(new DestinationStore.Pause("mail", "because", NOON));
    tx.destinations().told("mail", id(1), NOON);
  }

  /** Returns how many things each look-up finds of what {@link #writeEverywhere} writes. */
  private static List<Long> found(Transaction tx) {
    return List.of(
        (long) tx.profiles().find(ids(1)).size(),
        (long) tx.profiles().clusters(ids(1)).size(),
        tx.catalog().countMembers(),
        tx.catalog().countRoots(),
        (long) tx.candidates().lookUp(Set.of("key"), 9).size(),
        (long) tx.identities().linksOf(ids(2)).size(),
        (long) tx.identities().journalOf(ids(2)).size(),
        tx.events().count(),
        (long) tx.events().scan(null, 9).size(),
        (long) tx.segments().all().size(),
        tx.memberships().count("loyal"),
        (long) tx.memberships().due(NOON, 9).size(),
        (long) tx.records().about(ids(1), null).size(),
        (long) tx.records().list("deal", "stage", "new", null, 9).size(),
        (long) tx.records().history("deal", Samples.uuid(1)).size(),
        (long) tx.setAside().counts().size(),
        (long) tx.outbox().waiting().size(),
        (long) tx.deadLetters().list("mail", null, 9).size(),
        (long) tx.destinations().paused().size(),
        tx.destinations().countTold("mail", ids(1), NOON));
  }
}

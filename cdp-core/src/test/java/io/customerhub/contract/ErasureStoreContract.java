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
import static io.customerhub.contract.Samples.out;
import static io.customerhub.contract.Samples.record;
import static io.customerhub.contract.Samples.setAside;
import static io.customerhub.contract.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.CandidateStore.Block;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.OutboxStore;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Tombstone;
import io.customerhub.spi.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.ErasureStore}. */
abstract class ErasureStoreContract extends StoreContract {

  private static final Identifier OWN = Identifier.email("ada@example.com");
  private static final Identifier SHARED = Identifier.phone("+84912345678");

  @Test
  void removing_members_removes_all_that_hangs_on_them_and_counts_it() {
    write(ErasureStoreContract::people);

    SortedMap<String, Long> removed =
        storage.inTransaction(tx -> tx.erasures().removeMembers(ids(1, 2, 99)));

    assertThat(removed)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("member", 2L),
                Map.entry("holder", 3L),
                Map.entry("identifier", 1L),
                Map.entry("block", 3L),
                Map.entry("link", 2L),
                Map.entry("event", 2L),
                Map.entry("removed_event", 0L),
                Map.entry("event_summary", 0L),
                Map.entry("membership", 1L),
                Map.entry("membership_change", 2L),
                Map.entry("outbox", 2L),
                Map.entry("dead_letter", 1L),
                Map.entry("told", 1L),
                Map.entry("journal", 1L),
                Map.entry("audit", 1L)));
    assertThat(list(tx -> tx.profiles().find(ids(1, 2, 3)))).containsExactly(other());
    assertThat(list(tx -> tx.profiles().clusters(ids(1)))).isEmpty();
    assertThat(optional(tx -> tx.profiles().findByRecord("record-1"))).isEmpty();
    assertThat(list(tx -> tx.profiles().holding(Set.of(OWN)))).isEmpty();
    assertThat(list(tx -> tx.profiles().holding(Set.of(SHARED)))).containsExactly(other());
    assertThat(number(tx -> tx.catalog().countMembers())).isOne();
    assertThat(map(tx -> tx.candidates().lookUp(Set.of("a", "b"), 9)))
        .isEqualTo(Map.of("a", new Block(List.of(id(3)), /* generic= */ false)));
    assertThat(list(tx -> tx.identities().linksOf(ids(1, 2, 3)))).isEmpty();
    assertThat(list(tx -> tx.identities().active(LinkKind.SIMILAR, null, 9))).isEmpty();
    assertThat(number(tx -> tx.events().count())).isOne();
    assertThat(optional(tx -> tx.events().find("shop", "m-1"))).isEmpty();
    assertThat(list(tx -> tx.events().read(all(1, 2)))).isEmpty();
    assertThat(list(tx -> tx.memberships().of(ids(1, 2, 3)))).containsExactly(in("s", 3, NOON));
    assertThat(number(tx -> tx.memberships().count("s"))).isOne();
    assertThat(list(tx -> tx.membershipHistory().of(ids(1, 2, 3))))
        .containsExactly(in("s", 3, null).change());
    assertThat(list(tx -> tx.membershipHistory().page("t", null, 9))).isEmpty();
    assertThat(map(tx -> tx.outbox().waiting()))
        .isEqualTo(Map.of("mail", new OutboxStore.Waiting(1, 0, NOON)));
    assertThat(list(tx -> tx.deadLetters().list("mail", null, 9)))
        .containsExactly(letter(45, "mail", 3, DeadLetter.Cause.REFUSED));
    assertThat(number(tx -> tx.destinations().countTold("mail", ids(1, 2, 3), NOON))).isOne();
  }

  @Test
  void entries_that_name_a_removed_member_stay_without_words_and_evidence() {
    write(ErasureStoreContract::people);
    write(tx -> tx.erasures().removeMembers(ids(1)));

    assertThat(list(tx -> tx.identities().journalOf(ids(1))))
        .containsExactly(entry(20, 1, 2).blanked());
    assertThat(list(tx -> tx.audit().of(ids(1)))).containsExactly(audit(30, 1, 3).withoutReason());
  }

  @Test
  void what_was_removed_can_be_added_anew() {
    write(ErasureStoreContract::people);
    write(tx -> tx.erasures().removeMembers(ids(1, 2)));

    Member again = member(7, OWN);
    write(
        tx -> {
          assertThat(tx.profiles().holding(Set.of(OWN))).isEmpty();
          tx.profiles().insert(again);
          tx.events().append(event(7, "m-1"));
        });

    assertThat(list(tx -> tx.profiles().holding(Set.of(OWN)))).containsExactly(again);
    assertThat(list(tx -> tx.events().read(all(7)))).containsExactly(event(7, "m-1"));
  }

  @Test
  void a_record_is_removed_with_every_version() {
    StoredRecord first = record("deal", 1, NOON, 1);
    StoredRecord kept = record("task", 1, NOON, 1);
    write(tx -> tx.records().insert(first));
    write(tx -> tx.records().insert(kept));
    write(tx -> tx.records().save(first));

    assertThat(number(tx -> tx.erasures().removeRecord("deal", uuid(1)))).isEqualTo(2);
    assertThat(number(tx -> tx.erasures().removeRecord("deal", uuid(1)))).isZero();

    assertThat(optional(tx -> tx.records().find("deal", uuid(1)))).isEmpty();
    assertThat(list(tx -> tx.records().history("deal", uuid(1)))).isEmpty();
    assertThat(list(tx -> tx.records().list("deal", null, null, null, 9))).isEmpty();
    assertThat(list(tx -> tx.records().list("deal", "stage", "new", null, 9))).isEmpty();
    assertThat(list(tx -> tx.records().about(ids(1), null))).containsExactly(kept);
    assertThat(list(tx -> tx.records().list("task", "stage", "new", null, 9)))
        .containsExactly(kept);
    write(tx -> tx.records().insert(first));
    assertThat(list(tx -> tx.records().history("deal", uuid(1)))).containsExactly(first);
  }

  @Test
  void entries_set_aside_are_removed_by_key_and_no_longer_counted() {
    write(tx -> tx.setAside().add(setAside("a", ReasonCode.TOO_LONG)));
    write(tx -> tx.setAside().add(setAside("b", ReasonCode.TOO_LONG)));
    write(tx -> tx.setAside().add(setAside("c", ReasonCode.NUL_CHAR)));

    assertThat(number(tx -> tx.erasures().removeSetAside(Set.of("a", "c", "x")))).isEqualTo(2);

    assertThat(list(tx -> tx.setAside().list(null, 9)))
        .containsExactly(setAside("b", ReasonCode.TOO_LONG));
    assertThat(map(tx -> tx.setAside().counts())).isEqualTo(Map.of(ReasonCode.TOO_LONG, 1L));
  }

  @Test
  void tombstones_are_kept_once_for_each_member() {
    Tombstone one = new Tombstone(id(1), id(1), NOON, "dpo", "ticket 7");
    Tombstone two = new Tombstone(id(2), id(1), NOON, "dpo", "");
    write(tx -> tx.erasures().bury(List.of(two, one)));

    assertThat(list(tx -> tx.erasures().tombstones(ids(1, 2, 3)))).containsExactly(one, two);
    assertThatThrownBy(() -> write(tx -> tx.erasures().bury(List.of(one))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_transaction_that_is_rolled_back_removes_nothing() {
    write(ErasureStoreContract::people);
    write(tx -> tx.records().insert(record("deal", 1, NOON, 1)));
    write(tx -> tx.setAside().add(setAside("a", ReasonCode.TOO_LONG)));
    rolledBack(
        tx -> {
          tx.erasures().removeMembers(ids(1, 2, 3));
          tx.erasures().removeRecord("deal", uuid(1));
          tx.erasures().removeSetAside(Set.of("a"));
          tx.erasures().bury(List.of(new Tombstone(id(1), id(1), NOON, "dpo", "")));
          assertThat(tx.catalog().countMembers()).isZero();
          assertThat(tx.events().count()).isZero();
        });

    assertThat(list(tx -> tx.profiles().find(ids(1, 2, 3)))).hasSize(3);
    assertThat(list(tx -> tx.profiles().holding(Set.of(OWN, SHARED)))).hasSize(3);
    assertThat(list(tx -> tx.events().read(all(1, 2, 3)))).hasSize(3);
    assertThat(map(tx -> tx.candidates().lookUp(Set.of("a"), 9)).get("a").members()).hasSize(3);
    assertThat(list(tx -> tx.identities().linksOf(ids(1)))).hasSize(2);
    assertThat(list(tx -> tx.identities().journalOf(ids(1)))).containsExactly(entry(20, 1, 2));
    assertThat(list(tx -> tx.memberships().of(ids(1)))).hasSize(1);
    assertThat(list(tx -> tx.audit().of(ids(1)))).containsExactly(audit(30, 1, 3));
    assertThat(list(tx -> tx.records().about(ids(1), "deal"))).hasSize(1);
    assertThat(list(tx -> tx.setAside().list(null, 9))).hasSize(1);
    assertThat(list(tx -> tx.erasures().tombstones(ids(1)))).isEmpty();
  }

  private static void people(Transaction tx) {
    news(tx);
    tx.profiles().insert(member(1, OWN, SHARED));
    tx.profiles().insert(member(2, OWN).withRoot(id(1)));
    tx.profiles().insert(other());
    tx.candidates().index(id(1), Set.of("a", "b"));
    tx.candidates().index(id(2), Set.of("a"));
    tx.candidates().index(id(3), Set.of("a"));
    tx.identities().add(link(10, 1, 2, LinkKind.SIMILAR));
    tx.identities().add(link(11, 1, 3, LinkKind.SIMILAR));
    tx.identities().append(entry(20, 1, 2));
    tx.events().append(event(1, "m-1"));
    tx.events().append(event(2, "m-2"));
    tx.events().append(event(3, "m-3"));
    tx.memberships().put(in("s", 1, null));
    tx.memberships().put(in("s", 3, NOON));
    tx.membershipHistory().add(List.of(in("s", 1, null).change(), in("s", 3, null).change()));
    tx.membershipHistory().add(List.of(out("t", 2, null).change()));
    tx.audit().append(audit(30, 1, 3));
  }

  private static Member other() {
    return member(3, SHARED);
  }

  private static AuditEntry audit(int n, int... profiles) {
    return new AuditEntry(
        uuid(n), AuditEntry.Action.MERGE, Samples.sortedIds(profiles), "dpo", "as said", NOON);
  }

  private static EventQuery all(int... members) {
    Set<ProfileId> ids = ids(members);
    return new EventQuery(ids, null, EventQuery.MIN, EventQuery.MAX, false, 99);
  }

  private static void news(Transaction tx) {
    tx.outbox().add(List.of(Samples.news(41, "mail", 1), Samples.news(42, "sms", 2)));
    tx.outbox().add(List.of(Samples.news(43, "mail", 3)));
    tx.deadLetters().add(letter(44, "mail", 1, DeadLetter.Cause.REFUSED));
    tx.deadLetters().add(letter(45, "mail", 3, DeadLetter.Cause.REFUSED));
    tx.destinations().told("mail", id(2), NOON);
    tx.destinations().told("mail", id(3), NOON);
  }
}

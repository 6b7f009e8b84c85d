package io.customerhub.contract;

import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.sortedIds;
import static io.customerhub.contract.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.spi.AuditEntry;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.AuditStore}. */
abstract class AuditStoreContract extends StoreContract {

  @Test
  void entries_are_paged_in_the_order_of_their_ids() {
    write(tx -> tx.audit().append(entry(3)));
    write(tx -> tx.audit().append(entry(1)));
    write(tx -> tx.audit().append(entry(2)));

    assertThat(list(tx -> tx.audit().list(null, 2))).containsExactly(entry(1), entry(2));
    assertThat(list(tx -> tx.audit().list(uuid(2), 2))).containsExactly(entry(3));
    assertThat(list(tx -> tx.audit().list(uuid(3), 2))).isEmpty();
  }

  @Test
  void entries_are_found_by_any_profile_they_name_each_once() {
    write(tx -> tx.audit().append(entry(1, 7, 8)));
    write(tx -> tx.audit().append(entry(2, 8)));
    write(tx -> tx.audit().append(entry(3)));

    assertThat(list(tx -> tx.audit().of(ids(7, 8)))).containsExactly(entry(1, 7, 8), entry(2, 8));
    assertThat(list(tx -> tx.audit().of(ids(7)))).containsExactly(entry(1, 7, 8));
    assertThat(list(tx -> tx.audit().of(ids(9)))).isEmpty();
  }

  @Test
  void an_id_is_used_once() {
    write(tx -> tx.audit().append(entry(1)));

    assertThatThrownBy(() -> write(tx -> tx.audit().append(entry(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatever_an_entry_holds_is_kept() {
    for (int seed = 0; seed < 40; seed++) {
      RandomValues random = new RandomValues(seed);
      AuditEntry.Action[] actions = AuditEntry.Action.values();
      AuditEntry entry =
          new AuditEntry(
              uuid(seed),
              actions[seed % actions.length],
              sortedIds(seed, 100 + seed),
              random.text(),
              random.text(),
              random.instant());
      int profile = seed;
      write(tx -> tx.audit().append(entry));
      assertThat(list(tx -> tx.audit().of(ids(profile)))).as("seed " + seed).containsExactly(entry);
    }
  }

  @Test
  void a_transaction_leaves_nothing_when_rolled_back() {
    rolledBack(
        tx -> {
          tx.audit().append(entry(1, 7));
          assertThat(tx.audit().of(ids(7))).hasSize(1);
        });

    assertThat(list(tx -> tx.audit().list(null, 9))).isEmpty();
    assertThat(list(tx -> tx.audit().of(ids(7)))).isEmpty();
  }

  private static AuditEntry entry(int n, int... profiles) {
    return new AuditEntry(
        uuid(n), AuditEntry.Action.EXPORT, sortedIds(profiles), "dpo", "ticket", Samples.NOON);
  }
}

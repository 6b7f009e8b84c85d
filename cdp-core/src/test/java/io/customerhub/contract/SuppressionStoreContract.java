package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.spi.Suppression;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.SuppressionStore}. */
abstract class SuppressionStoreContract extends StoreContract {

  private static final Suppression A = new Suppression("a".repeat(64), null);
  private static final Suppression B = new Suppression("b".repeat(64), NOON);

  @Test
  void suppressions_are_found_by_fingerprint() {
    write(tx -> tx.suppressions().put(List.of(B, A)));

    assertThat(list(tx -> tx.suppressions().find(Set.of(A.fingerprint(), B.fingerprint(), "x"))))
        .containsExactly(A, B);
    assertThat(list(tx -> tx.suppressions().find(Set.of(B.fingerprint())))).containsExactly(B);
    assertThat(number(tx -> tx.suppressions().count())).isEqualTo(2);
  }

  @Test
  void a_later_one_takes_the_place_of_that_of_the_same_fingerprint() {
    Suppression ended = new Suppression(A.fingerprint(), NOON);
    write(tx -> tx.suppressions().put(List.of(A)));
    write(tx -> tx.suppressions().put(List.of(ended)));

    assertThat(list(tx -> tx.suppressions().find(Set.of(A.fingerprint())))).containsExactly(ended);
    write(tx -> tx.suppressions().put(List.of(A)));
    assertThat(list(tx -> tx.suppressions().find(Set.of(A.fingerprint())))).containsExactly(A);
    assertThat(number(tx -> tx.suppressions().count())).isOne();
  }

  @Test
  void the_first_secret_is_kept() {
    assertThat(optional(tx -> tx.suppressions().secret())).isEmpty();
    assertThat(secretOr("first")).isEqualTo("first");
    assertThat(secretOr("second")).isEqualTo("first");
    assertThat(optional(tx -> tx.suppressions().secret())).contains("first");
  }

  @Test
  void a_transaction_leaves_nothing_when_rolled_back() {
    rolledBack(
        tx -> {
          tx.suppressions().put(List.of(A));
          tx.suppressions().secretOr("secret");
          assertThat(tx.suppressions().count()).isOne();
          assertThat(tx.suppressions().secret()).contains("secret");
        });

    assertThat(number(tx -> tx.suppressions().count())).isZero();
    assertThat(optional(tx -> tx.suppressions().secret())).isEmpty();
  }

  private String secretOr(String fresh) {
    return storage.inTransaction(tx -> tx.suppressions().secretOr(fresh));
  }
}

package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.spi.Redo;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.RedoStore}. */
abstract class RedoStoreContract extends StoreContract {

  @Test
  void requests_are_paged_in_ascending_order_of_id() {
    add(request(3, 1), request(1, 2), request(2, 1));

    assertThat(list(tx -> tx.redo().list(null, 2))).containsExactly(request(1, 2), request(2, 1));
    assertThat(list(tx -> tx.redo().list(uuid(2), 2))).containsExactly(request(3, 1));
    assertThat(list(tx -> tx.redo().list(uuid(3), 2))).isEmpty();
  }

  @Test
  void requests_that_were_removed_are_gone_and_others_stay() {
    add(request(1, 1), request(2, 1), request(3, 1));

    write(tx -> tx.redo().remove(List.of(uuid(1), uuid(3), uuid(99))));
    write(tx -> tx.redo().remove(List.of(uuid(1))));

    assertThat(list(tx -> tx.redo().list(null, 9))).containsExactly(request(2, 1));
  }

  @Test
  void an_id_is_taken_once() {
    add(request(1, 1));

    assertThatThrownBy(() -> add(request(1, 2))).isInstanceOf(IllegalArgumentException.class);
    assertThat(list(tx -> tx.redo().list(null, 9))).containsExactly(request(1, 1));
  }

  @Test
  void every_reason_is_kept() {
    for (Redo.Reason reason : Redo.Reason.values()) {
      Redo request = new Redo(uuid(reason.ordinal()), id(1), reason, NOON);
      add(request);
      assertThat(list(tx -> tx.redo().list(null, 9))).contains(request);
    }
  }

  @Test
  void a_transaction_sees_its_own_writes_and_leaves_none_when_rolled_back() {
    add(request(1, 1));
    rolledBack(
        tx -> {
          tx.redo().add(List.of(request(2, 1)));
          tx.redo().remove(List.of(uuid(1)));
          assertThat(tx.redo().list(null, 9)).containsExactly(request(2, 1));
        });
    assertThat(list(tx -> tx.redo().list(null, 9))).containsExactly(request(1, 1));
  }

  @Test
  void thousands_are_added_and_removed_at_once() {
    List<Redo> many = IntStream.range(0, 2_500).mapToObj(n -> request(n, n)).toList();
    write(tx -> tx.redo().add(many));
    assertThat(list(tx -> tx.redo().list(null, 9_999))).isEqualTo(many);

    List<UUID> ids = many.stream().map(Redo::id).toList();
    write(tx -> tx.redo().remove(ids));
    assertThat(list(tx -> tx.redo().list(null, 1))).isEmpty();
  }

  private static Redo request(int n, int member) {
    return new Redo(uuid(n), id(member), Redo.Reason.BORN, NOON);
  }

  private void add(Redo... requests) {
    write(tx -> tx.redo().add(List.of(requests)));
  }
}

package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.in;
import static io.customerhub.contract.Samples.out;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Membership;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.MembershipStore}. */
abstract class MembershipStoreContract extends StoreContract {

  @Test
  void rows_of_profiles_are_sorted_by_profile_and_segment() {
    put(in("b", 1, NOON), out("a", 2, null), out("a", 1, null), in("c", 3, null));

    assertThat(list(tx -> tx.memberships().of(ids(2, 1))))
        .containsExactly(out("a", 1, null), in("b", 1, NOON), out("a", 2, null));
    assertThat(list(tx -> tx.memberships().of(ids(9)))).isEmpty();
    assertThat(list(tx -> tx.memberships().of(Set.of()))).isEmpty();
  }

  @Test
  void a_row_that_is_put_again_is_replaced() {
    put(in("a", 1, NOON));
    put(out("a", 1, null));

    assertThat(list(tx -> tx.memberships().of(ids(1)))).containsExactly(out("a", 1, null));
    assertThat(list(tx -> tx.memberships().members("a", null, 9))).isEmpty();
    assertThat(list(tx -> tx.memberships().due(NOON, 9))).isEmpty();
  }

  @Test
  void those_inside_are_paged_in_ascending_order_and_counted() {
    put(in("a", 4, null), in("a", 1, null), out("a", 2, null), in("a", 3, null), in("b", 5, null));

    assertThat(list(tx -> tx.memberships().members("a", null, 2)))
        .containsExactly(in("a", 1, null), in("a", 3, null));
    assertThat(list(tx -> tx.memberships().members("a", id(3), 2)))
        .containsExactly(in("a", 4, null));
    assertThat(number(tx -> tx.memberships().count("a"))).isEqualTo(3);
    assertThat(number(tx -> tx.memberships().count("z"))).isZero();
  }

  @Test
  void what_is_due_comes_earliest_first_then_by_segment_and_profile() {
    put(
        in("b", 1, NOON),
        out("a", 2, NOON),
        in("a", 1, NOON),
        in("c", 3, NOON.minusSeconds(1)),
        in("d", 3, NOON.plusNanos(1000)),
        in("e", 3, null));

    assertThat(list(tx -> tx.memberships().due(NOON, 9)))
        .containsExactly(
            in("c", 3, NOON.minusSeconds(1)),
            in("a", 1, NOON),
            out("a", 2, NOON),
            in("b", 1, NOON));
    assertThat(list(tx -> tx.memberships().due(NOON, 2)))
        .containsExactly(in("c", 3, NOON.minusSeconds(1)), in("a", 1, NOON));
  }

  @Test
  void all_rows_of_a_profile_are_removed() {
    put(in("a", 1, NOON), out("b", 1, null), in("a", 2, null));

    write(tx -> tx.memberships().removeProfile(id(1)));

    assertThat(list(tx -> tx.memberships().of(ids(1, 2)))).containsExactly(in("a", 2, null));
    assertThat(number(tx -> tx.memberships().count("a"))).isEqualTo(1);
    assertThat(list(tx -> tx.memberships().due(NOON, 9))).isEmpty();
  }

  @Test
  void all_rows_of_a_segment_are_removed() {
    put(in("a", 1, NOON), out("a", 2, null), in("b", 1, null));

    write(tx -> tx.memberships().removeSegment("a"));

    assertThat(list(tx -> tx.memberships().of(ids(1, 2)))).containsExactly(in("b", 1, null));
    assertThat(list(tx -> tx.memberships().members("a", null, 9))).isEmpty();
    assertThat(list(tx -> tx.memberships().due(NOON, 9))).isEmpty();
  }

  @Test
  void a_transaction_sees_its_own_writes_and_leaves_none_when_rolled_back() {
    put(in("a", 1, NOON));
    rolledBack(
        tx -> {
          tx.memberships().put(out("a", 1, null));
          tx.memberships().put(in("b", 2, NOON));
          assertThat(tx.memberships().of(ids(1, 2)))
              .containsExactly(out("a", 1, null), in("b", 2, NOON));
          tx.memberships().removeProfile(id(1));
          assertThat(tx.memberships().due(NOON, 9)).containsExactly(in("b", 2, NOON));
        });
    assertThat(list(tx -> tx.memberships().of(ids(1, 2)))).containsExactly(in("a", 1, NOON));
    assertThat(list(tx -> tx.memberships().due(NOON, 9))).containsExactly(in("a", 1, NOON));
    assertThat(number(tx -> tx.memberships().count("a"))).isEqualTo(1);
  }

  @Test
  void rows_of_thousands_of_profiles_are_found_at_once() {
    write(tx -> IntStream.range(0, 2_500).forEach(n -> tx.memberships().put(in("a", n, null))));
    Set<ProfileId> all =
        IntStream.range(0, 2_500).mapToObj(Samples::id).collect(Collectors.toSet());

    assertThat(list(tx -> tx.memberships().of(all))).hasSize(2_500);
  }

  private void put(Membership... rows) {
    write(tx -> Stream.of(rows).forEach(tx.memberships()::put));
  }
}

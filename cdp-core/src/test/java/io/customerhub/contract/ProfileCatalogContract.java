package io.customerhub.contract;

import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.ProfileCatalog}. */
abstract class ProfileCatalogContract extends StoreContract {

  @BeforeEach
  void seven_members_of_five_profiles() {
    write(tx -> IntStream.rangeClosed(1, 7).forEach(n -> tx.profiles().insert(member(n))));
    write(tx -> tx.profiles().save(List.of(member(3).withRoot(id(1)), member(7).withRoot(id(6)))));
  }

  @Test
  void roots_are_paged_in_ascending_order() {
    assertThat(list(tx -> tx.catalog().roots(null, 2))).containsExactly(id(1), id(2));
    assertThat(list(tx -> tx.catalog().roots(id(2), 2))).containsExactly(id(4), id(5));
    assertThat(list(tx -> tx.catalog().roots(id(5), 2))).containsExactly(id(6));
    assertThat(list(tx -> tx.catalog().roots(id(3), 9))).containsExactly(id(4), id(5), id(6));
    assertThat(list(tx -> tx.catalog().roots(id(6), 2))).isEmpty();
  }

  @Test
  void ids_are_ordered_by_all_their_bits_unsigned() {
    ProfileId zero = ProfileId.of("00000000-0000-0000-0000-000000000000");
    ProfileId half = ProfileId.of("7fffffff-ffff-ffff-ffff-ffffffffffff");
    ProfileId most = ProfileId.of("f0000000-0000-4000-8000-000000000000");
    Stream.of(most, zero, half)
        .map(id -> Member.born(id, "record " + id, List.of(), Map.of(), Samples.NOON))
        .forEach(member -> write(tx -> tx.profiles().insert(member)));

    assertThat(list(tx -> tx.catalog().roots(null, 1))).containsExactly(zero);
    assertThat(list(tx -> tx.catalog().roots(id(6), 9))).containsExactly(half, most);
    assertThat(list(tx -> tx.catalog().roots(half, 9))).containsExactly(most);
  }

  @Test
  void roots_and_members_are_counted() {
    assertThat(number(tx -> tx.catalog().countRoots())).isEqualTo(5);
    assertThat(number(tx -> tx.catalog().countMembers())).isEqualTo(7);
  }

  @Test
  void a_transaction_sees_its_own_writes() {
    rolledBack(
        tx -> {
          tx.profiles().save(List.of(member(2).withRoot(id(1))));
          tx.profiles().insert(member(8));

          assertThat(tx.catalog().roots(null, 9))
              .containsExactly(id(1), id(4), id(5), id(6), id(8));
          assertThat(tx.catalog().countRoots()).isEqualTo(5);
          assertThat(tx.catalog().countMembers()).isEqualTo(8);
        });
    assertThat(number(tx -> tx.catalog().countMembers())).isEqualTo(7);
  }
}

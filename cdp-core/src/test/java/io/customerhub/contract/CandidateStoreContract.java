package io.customerhub.contract;

import static io.customerhub.contract.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.spi.CandidateStore.Block;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.CandidateStore}. */
abstract class CandidateStoreContract extends StoreContract {

  @Test
  void members_are_found_by_key_in_ascending_order_and_keys_without_members_are_left_out() {
    index(3, "a", "b");
    index(1, "a");
    index(2, "b", "c");

    assertThat(map(tx -> tx.candidates().lookUp(Set.of("a", "b", "z"), 10)))
        .isEqualTo(Map.of("a", block(1, 3), "b", block(2, 3)));
  }

  @Test
  void a_pair_that_is_there_already_stays_once() {
    index(1, "a");
    index(1, "a", "b");

    assertThat(map(tx -> tx.candidates().lookUp(Set.of("a", "b"), 10)))
        .isEqualTo(Map.of("a", block(1), "b", block(1)));
  }

  @Test
  void one_more_than_the_limit_is_returned_of_a_large_block() {
    IntStream.range(0, 10).forEach(n -> index(n, "large"));
    IntStream.range(0, 3).forEach(n -> index(n, "small"));

    assertThat(map(tx -> tx.candidates().lookUp(Set.of("large", "small"), 4)))
        .isEqualTo(Map.of("large", block(0, 1, 2, 3, 4), "small", block(0, 1, 2)));
  }

  @Test
  void keys_are_told_apart_character_by_character() {
    List<String> keys =
        Samples.difficultTexts()
            .map(text -> text.substring(0, Math.min(128, text.length())))
            .toList();
    IntStream.range(0, keys.size()).forEach(n -> index(n, keys.get(n)));

    assertThat(map(tx -> tx.candidates().lookUp(Set.copyOf(keys), 1)))
        .isEqualTo(
            IntStream.range(0, keys.size())
                .boxed()
                .collect(Collectors.toMap(keys::get, n -> block(n))));
  }

  @Test
  void a_transaction_sees_its_own_writes() {
    rolledBack(
        tx -> {
          tx.candidates().index(id(1), Set.of("a"));
          assertThat(tx.candidates().lookUp(Set.of("a"), 1)).containsOnlyKeys("a");
        });
    assertThat(map(tx -> tx.candidates().lookUp(Set.of("a"), 1))).isEmpty();
  }

  @Test
  void thousands_of_keys_are_looked_up_at_once() {
    Set<String> keys =
        IntStream.range(0, 2_500).mapToObj(n -> "key-" + n).collect(Collectors.toSet());
    write(tx -> tx.candidates().index(id(1), keys));

    assertThat(map(tx -> tx.candidates().lookUp(keys, 1))).hasSize(2_500);
  }

  @Test
  void a_key_is_marked_as_generic_once() {
    assertThat(flag(tx -> tx.candidates().markGeneric("a"))).isTrue();
    assertThat(flag(tx -> tx.candidates().markGeneric("a"))).isFalse();
    assertThat(flag(tx -> tx.candidates().markGeneric("b"))).isTrue();
  }

  @Test
  void a_mark_of_a_transaction_that_was_rolled_back_is_gone() {
    rolledBack(
        tx -> {
          assertThat(tx.candidates().markGeneric("a")).isTrue();
          assertThat(tx.candidates().markGeneric("a")).isFalse();
        });
    assertThat(flag(tx -> tx.candidates().markGeneric("a"))).isTrue();
  }

  @Test
  void a_mark_shows_whoever_is_left_under_the_key() {
    index(1, "a", "b");
    assertThat(flag(tx -> tx.candidates().markGeneric("a"))).isTrue();
    assertThat(flag(tx -> tx.candidates().markGeneric("c"))).isTrue();

    assertThat(map(tx -> tx.candidates().lookUp(Set.of("a", "b", "c", "d"), 9)))
        .isEqualTo(
            Map.of(
                "a", new Block(List.of(id(1)), true),
                "b", block(1),
                "c", new Block(List.of(), true)));
    rolledBack(
        tx -> {
          tx.candidates().markGeneric("b");
          assertThat(tx.candidates().lookUp(Set.of("b"), 9))
              .isEqualTo(Map.of("b", new Block(List.of(id(1)), true)));
        });
  }

  private static Block block(int... members) {
    return new Block(IntStream.of(members).mapToObj(Samples::id).toList(), /* generic= */ false);
  }

  private void index(int member, String... keys) {
    write(tx -> tx.candidates().index(id(member), Set.of(keys)));
  }
}

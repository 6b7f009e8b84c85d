package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.setAside;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.ReasonCode;
import io.customerhub.spi.SetAside;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.SetAsideStore}. */
abstract class SetAsideStoreContract extends StoreContract {

  @Test
  void an_entry_is_added_once() {
    assertThat(flag(tx -> tx.setAside().add(setAside("a", ReasonCode.TOO_LONG)))).isTrue();
    assertThat(flag(tx -> tx.setAside().add(setAside("a", ReasonCode.NUL_CHAR)))).isFalse();

    assertThat(list(tx -> tx.setAside().list(null, 9)))
        .containsExactly(setAside("a", ReasonCode.TOO_LONG));
  }

  @Test
  void entries_are_paged_in_ascending_order_of_key() {
    add(
        setAside("c", ReasonCode.TOO_LONG),
        setAside("a", ReasonCode.TOO_LONG),
        setAside("b", ReasonCode.TOO_LONG));

    assertThat(list(tx -> tx.setAside().list(null, 2)))
        .extracting(SetAside::key)
        .containsExactly("a", "b");
    assertThat(list(tx -> tx.setAside().list("b", 2)))
        .extracting(SetAside::key)
        .containsExactly("c");
    assertThat(list(tx -> tx.setAside().list("c", 2))).isEmpty();
  }

  @Test
  void entries_are_counted_by_code_and_codes_without_entries_left_out() {
    add(
        setAside("a", ReasonCode.TOO_LONG),
        setAside("b", ReasonCode.INVALID_EMAIL),
        setAside("c", ReasonCode.TOO_LONG));

    assertThat(map(tx -> tx.setAside().counts()))
        .isEqualTo(Map.of(ReasonCode.TOO_LONG, 2L, ReasonCode.INVALID_EMAIL, 1L));
  }

  @Test
  void whatever_an_entry_holds_is_kept() {
    for (int seed = 0; seed < 40; seed++) {
      RandomValues random = new RandomValues(seed);
      SetAside entry =
          new SetAside(
              "key-%02d".formatted(seed),
              random.instant(),
              random.text(),
              random.text(),
              ReasonCode.values()[seed % ReasonCode.values().length],
              random.text(),
              random.text(),
              random.text().repeat(100));
      String before = "key-%02d".formatted(seed - 1);
      add(entry);
      assertThat(list(tx -> tx.setAside().list(before, 1)))
          .as("seed " + seed)
          .containsExactly(entry);
    }
  }

  @Test
  void a_transaction_sees_its_own_writes_and_leaves_none_when_rolled_back() {
    add(setAside("a", ReasonCode.TOO_LONG));
    rolledBack(
        tx -> {
          assertThat(tx.setAside().add(setAside("b", ReasonCode.TOO_LONG))).isTrue();
          assertThat(tx.setAside().add(setAside("b", ReasonCode.TOO_LONG))).isFalse();
          assertThat(tx.setAside().counts()).isEqualTo(Map.of(ReasonCode.TOO_LONG, 2L));
        });
    assertThat(map(tx -> tx.setAside().counts())).isEqualTo(Map.of(ReasonCode.TOO_LONG, 1L));
    assertThat(list(tx -> tx.setAside().list(null, 9)))
        .extracting(SetAside::at)
        .containsExactly(NOON);
  }

  private void add(SetAside... entries) {
    write(tx -> Stream.of(entries).forEach(tx.setAside()::add));
  }
}

package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.spi.ConflictException;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.StaleWriteException;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.SegmentStore}. */
abstract class SegmentStoreContract extends StoreContract {

  @Test
  void definitions_are_found_by_name_and_listed_sorted() {
    insert("loyal");
    insert("at risk");

    assertThat(optional(tx -> tx.segments().find("loyal"))).contains(definition("loyal"));
    assertThat(optional(tx -> tx.segments().find("Loyal"))).isEmpty();
    assertThat(list(tx -> tx.segments().all()))
        .containsExactly(definition("at risk"), definition("loyal"));
  }

  @Test
  void a_name_that_is_taken_is_a_conflict() {
    insert("loyal");

    rolledBack(
        tx ->
            assertThatThrownBy(() -> tx.segments().insert(definition("loyal")))
                .isInstanceOf(ConflictException.class));
    assertThat(list(tx -> tx.segments().all())).hasSize(1);
  }

  @Test
  void saving_replaces_the_definition_and_counts_a_version() {
    insert("loyal");
    SegmentDefinition next = new SegmentDefinition("loyal", "{\"b\":2}", NOON.plusSeconds(5), 0);

    write(tx -> tx.segments().save(next));

    assertThat(optional(tx -> tx.segments().find("loyal"))).contains(next.withVersion(1));
  }

  @Test
  void a_stale_save_fails_and_names_both_versions() {
    insert("loyal");
    write(tx -> tx.segments().save(definition("loyal")));

    assertThatThrownBy(() -> write(tx -> tx.segments().save(definition("loyal"))))
        .isInstanceOfSatisfying(
            StaleWriteException.class,
            e -> {
              assertThat(e.expected()).isZero();
              assertThat(e.stored()).isEqualTo(1);
              assertThat(e.what()).contains("loyal");
            });
    assertThatThrownBy(() -> write(tx -> tx.segments().save(definition("unknown"))))
        .isInstanceOfSatisfying(
            StaleWriteException.class, e -> assertThat(e.stored()).isEqualTo(-1));
  }

  @Test
  void removing_tells_whether_there_was_one() {
    insert("loyal");
    insert("other");

    assertThat(flag(tx -> tx.segments().remove("loyal"))).isTrue();
    assertThat(flag(tx -> tx.segments().remove("loyal"))).isFalse();
    assertThat(list(tx -> tx.segments().all())).containsExactly(definition("other"));
  }

  @Test
  void long_and_difficult_names_and_conditions_are_kept() {
    for (String text : RandomValues.DIFFICULT_TEXTS) {
      SegmentDefinition difficult =
          new SegmentDefinition(text, "{\"é\":\"" + text.repeat(500) + "\"}", NOON, 0);
      write(tx -> tx.segments().insert(difficult));
      assertThat(optional(tx -> tx.segments().find(text))).contains(difficult);
    }
    assertThat(list(tx -> tx.segments().all())).hasSize(RandomValues.DIFFICULT_TEXTS.size());
  }

  @Test
  void a_transaction_sees_its_own_writes() {
    insert("loyal");
    rolledBack(
        tx -> {
          tx.segments().insert(definition("new"));
          tx.segments().remove("loyal");
          assertThat(tx.segments().all()).containsExactly(definition("new"));
        });
    assertThat(list(tx -> tx.segments().all())).containsExactly(definition("loyal"));
  }

  private void insert(String name) {
    write(tx -> tx.segments().insert(definition(name)));
  }

  private static SegmentDefinition definition(String name) {
    return new SegmentDefinition(name, "{\"a\":1}", NOON, 0);
  }
}

package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.letter;
import static io.customerhub.contract.Samples.uuid;
import static io.customerhub.spi.DeadLetter.Cause.NO_CONSENT;
import static io.customerhub.spi.DeadLetter.Cause.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.spi.DeadLetter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.DeadLetterStore}. */
abstract class DeadLetterStoreContract extends StoreContract {

  @Test
  void letters_of_a_destination_are_paged_in_ascending_order_of_id() {
    add(letter(3, "mail", 1, REFUSED), letter(1, "mail", 2, REFUSED), letter(2, "sms", 1, REFUSED));

    assertThat(list(tx -> tx.deadLetters().list("mail", null, 1)))
        .containsExactly(letter(1, "mail", 2, REFUSED));
    assertThat(list(tx -> tx.deadLetters().list("mail", uuid(1), 9)))
        .containsExactly(letter(3, "mail", 1, REFUSED));
    assertThat(list(tx -> tx.deadLetters().list("other", null, 9))).isEmpty();
  }

  @Test
  void letters_are_found_and_removed_by_id() {
    add(letter(1, "mail", 1, REFUSED), letter(2, "mail", 1, REFUSED));

    assertThat(list(tx -> tx.deadLetters().find(List.of(uuid(2), uuid(9), uuid(2)))))
        .containsExactly(letter(2, "mail", 1, REFUSED));
    assertThat(number(tx -> tx.deadLetters().remove(List.of(uuid(2), uuid(9))))).isOne();
    assertThat(list(tx -> tx.deadLetters().find(List.of(uuid(1), uuid(2)))))
        .containsExactly(letter(1, "mail", 1, REFUSED));
  }

  @Test
  void an_id_is_taken_once() {
    add(letter(1, "mail", 1, REFUSED));

    assertThatThrownBy(() -> add(letter(1, "sms", 2, REFUSED)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(list(tx -> tx.deadLetters().list("mail", null, 9))).hasSize(1);
  }

  @Test
  void every_cause_is_kept_and_counted() {
    int n = 0;
    for (DeadLetter.Cause cause : DeadLetter.Cause.values()) {
      add(letter(++n, "mail", 1, cause));
      DeadLetter kept = letter(n, "mail", 1, cause);
      assertThat(list(tx -> tx.deadLetters().list("mail", null, 9))).contains(kept);
    }
    add(letter(++n, "mail", 1, REFUSED), letter(++n, "sms", 1, REFUSED));

    Map<String, Map<DeadLetter.Cause, Long>> counts = map(tx -> tx.deadLetters().counts());
    assertThat(counts).containsOnlyKeys("mail", "sms");
    assertThat(counts.get("mail")).hasSize(5).containsEntry(REFUSED, 2L);
    assertThat(counts.get("sms")).isEqualTo(Map.of(REFUSED, 1L));
  }

  @Test
  void old_letters_of_a_cause_are_pruned() {
    add(letter(1, "mail", 1, NO_CONSENT), letter(2, "mail", 1, NO_CONSENT));
    add(letter(3, "mail", 1, REFUSED));

    assertThat(number(tx -> tx.deadLetters().prune(NO_CONSENT, NOON.plusSeconds(2)))).isOne();
    assertThat(list(tx -> tx.deadLetters().list("mail", null, 9)))
        .containsExactly(letter(2, "mail", 1, NO_CONSENT), letter(3, "mail", 1, REFUSED));
  }

  private void add(DeadLetter... letters) {
    write(tx -> List.of(letters).forEach(tx.deadLetters()::add));
  }
}

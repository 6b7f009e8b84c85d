package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.spi.DestinationStore.Pause;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.DestinationStore}. */
abstract class DestinationStoreContract extends StoreContract {

  @Test
  void a_pause_holds_until_it_is_ended_and_the_first_reason_stays() {
    Pause pause = new Pause("mail", "http 410", NOON);
    write(tx -> tx.destinations().pause(pause));
    write(tx -> tx.destinations().pause(new Pause("mail", "another", NOON.plusSeconds(1))));

    assertThat(map(tx -> tx.destinations().paused())).hasSize(1).containsEntry("mail", pause);
    assertThat(flag(tx -> tx.destinations().resume("mail"))).isTrue();
    assertThat(flag(tx -> tx.destinations().resume("mail"))).isFalse();
    assertThat(map(tx -> tx.destinations().paused())).isEmpty();
  }

  @Test
  void what_a_destination_was_told_is_counted_from_an_instant_on_and_over_several_ids() {
    write(
        tx -> {
          tx.destinations().told("mail", id(1), NOON);
          tx.destinations().told("mail", id(1), NOON);
          tx.destinations().told("mail", id(2), NOON.plusSeconds(1));
          tx.destinations().told("mail", id(3), NOON);
          tx.destinations().told("sms", id(1), NOON);
        });

    assertThat(number(tx -> tx.destinations().countTold("mail", ids(1, 2), NOON))).isEqualTo(3);
    assertThat(number(tx -> tx.destinations().countTold("mail", ids(1), NOON.plusNanos(1_000))))
        .isZero();
    assertThat(number(tx -> tx.destinations().countTold("mail", ids(1, 2), NOON.plusNanos(1_000))))
        .isOne();
  }

  @Test
  void what_was_told_long_ago_is_forgotten() {
    write(
        tx -> {
          tx.destinations().told("mail", id(1), NOON);
          tx.destinations().told("mail", id(2), NOON.plusSeconds(9));
          tx.destinations().told("sms", id(1), NOON);
        });

    assertThat(number(tx -> tx.destinations().forgetTold("mail", NOON.plusSeconds(9)))).isOne();
    assertThat(number(tx -> tx.destinations().countTold("mail", ids(1, 2), NOON))).isOne();
    assertThat(number(tx -> tx.destinations().countTold("sms", ids(1, 2), NOON))).isOne();
  }
}

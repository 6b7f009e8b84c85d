package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.event;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.profile.EventSummary;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.KnownEvent;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredSummary;
import io.customerhub.trait.SummaryFold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.RetentionStore}. */
abstract class RetentionStoreContract extends StoreContract {

  private final StoredEvent old = event(1, "Seen", "m-1", NOON);
  private final StoredEvent later = event(1, "Seen", "m-2", NOON.plusSeconds(5));
  private final StoredEvent nobody =
      Samples.stored(Event.track("Seen").source("app").messageId("m-1").at(NOON).build(), null);

  private void append(StoredEvent... events) {
    write(tx -> tx.events().appendAll(List.of(events)));
  }

  private static StoredSummary summary(StoredEvent... events) {
    EventSummary sum =
        List.of(events).stream()
            .map(one -> SummaryFold.of(one.event()))
            .reduce(SummaryFold::and)
            .orElseThrow();
    return new StoredSummary(events[0].about().orElseThrow(), sum);
  }

  @Test
  void what_happened_before_an_instant_is_found_page_by_page_in_the_order_of_a_scan() {
    List<StoredEvent> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      StoredEvent one = event(1 + i % 3, "Seen", "n-" + (10 + i), NOON.plusSeconds(i % 4));
      append(one);
      if (i % 4 < 3) {
        all.add(one);
      }
    }
    append(nobody);
    all.add(0, nobody);

    List<StoredEvent> paged = new ArrayList<>();
    List<StoredEvent> page = list(tx -> tx.retention().expired(null, NOON.plusSeconds(3), 4));
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(4);
      paged.addAll(page);
      EventKey last = EventKey.of(page.get(page.size() - 1).event());
      page = list(tx -> tx.retention().expired(last, NOON.plusSeconds(3), 4));
    }
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void what_was_removed_is_not_in_the_log_and_stays_known() {
    append(old, later, nobody);

    write(tx -> tx.retention().remove(List.of(old, nobody), List.of(summary(old))));

    assertThat(optional(tx -> tx.events().find("shop", "m-1"))).isEmpty();
    assertThat(list(tx -> tx.events().scan(null, 9))).containsExactly(later);
    assertThat(
            list(
                tx ->
                    tx.events()
                        .read(
                            new EventQuery(
                                ids(1), null, EventQuery.MIN, EventQuery.MAX, false, 9))))
        .containsExactly(later);
    assertThat(number(tx -> tx.events().count())).isOne();
    assertThat(number(tx -> tx.retention().countRemoved())).isEqualTo(2);
    EventKey unknown = new EventKey("shop", "m-9");
    assertThat(list(tx -> tx.events().known(Set.of(key(old), key(later), key(nobody), unknown))))
        .containsExactlyInAnyOrder(KnownEvent.of(old), KnownEvent.of(later), KnownEvent.of(nobody));
    assertThat(list(tx -> tx.retention().removed(ids(1, 2)))).containsExactly(key(old));
    assertThat(list(tx -> tx.retention().removed(ids(2)))).isEmpty();
  }

  @Test
  void a_summary_takes_the_place_of_that_of_its_member_and_name() {
    StoredEvent other = event(2, "Bought", "m-3", NOON);
    append(old, later, other);
    write(tx -> tx.retention().remove(List.of(other), List.of(summary(other))));
    write(tx -> tx.retention().remove(List.of(old), List.of(summary(old))));
    write(tx -> tx.retention().remove(List.of(later), List.of(summary(old, later))));

    assertThat(list(tx -> tx.retention().summaries(ids(1, 2, 3))))
        .containsExactly(summary(old, later), summary(other));
    assertThat(list(tx -> tx.retention().summaries(ids(3)))).isEmpty();
  }

  @Test
  void a_summary_comes_back_with_every_part() {
    Event said =
        Event.identify()
            .source("shop")
            .messageId("m")
            .at(NOON)
            .trait("city", "Hà Nội")
            .property("revenue", new BigDecimal("12.50"))
            .property("coupon", "\"';--")
            .property("items", List.of(1, "two", true))
            .build();
    StoredEvent stored = Samples.stored(said, id(4));
    StoredSummary summary = summary(stored);
    append(stored);

    write(tx -> tx.retention().remove(List.of(stored), List.of(summary)));

    assertThat(list(tx -> tx.retention().summaries(ids(4)))).containsExactly(summary);
    assertThat(summary.summary().properties()).hasSize(3);
    assertThat(summary.summary().claims()).hasSize(1);
  }

  @Test
  void an_event_is_removed_once() {
    append(old);
    write(tx -> tx.retention().remove(List.of(old), List.of()));

    assertThatThrownBy(() -> write(tx -> tx.retention().remove(List.of(old), List.of())))
        .isInstanceOf(ConflictException.class);
    assertThat(number(tx -> tx.retention().countRemoved())).isOne();
  }

  @Test
  void an_erasure_takes_along_what_was_removed() {
    StoredEvent other = event(2, "Seen", "m-3", NOON);
    append(old, later, other);
    write(tx -> tx.retention().remove(List.of(old, other), List.of(summary(old), summary(other))));

    assertThat(map(tx -> tx.erasures().removeMembers(ids(1))))
        .containsEntry("event", 1L)
        .containsEntry("removed_event", 1L)
        .containsEntry("event_summary", 1L);

    assertThat(list(tx -> tx.retention().summaries(ids(1, 2)))).containsExactly(summary(other));
    assertThat(list(tx -> tx.events().known(Set.of(key(old), key(other)))))
        .containsExactly(KnownEvent.of(other));
    assertThat(list(tx -> tx.retention().removed(ids(1)))).isEmpty();
  }

  @Test
  void a_rollback_leaves_the_log_as_it_was() {
    append(old);
    rolledBack(
        tx -> {
          tx.retention().remove(List.of(old), List.of(summary(old)));
          assertThat(tx.events().count()).isZero();
        });

    assertThat(list(tx -> tx.events().scan(null, 9))).containsExactly(old);
    assertThat(list(tx -> tx.retention().summaries(ids(1)))).isEmpty();
    assertThat(number(tx -> tx.retention().countRemoved())).isZero();
    assertThat(list(tx -> tx.events().known(Set.of(key(old))))).containsExactly(KnownEvent.of(old));
  }

  private static EventKey key(StoredEvent stored) {
    return EventKey.of(stored.event());
  }
}

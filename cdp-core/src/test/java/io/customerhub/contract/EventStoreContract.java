package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.event;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.EventStore}. */
abstract class EventStoreContract extends StoreContract {

  @Test
  void an_event_is_found_by_source_and_message_id_together() {
    StoredEvent shop = event(1, "m-1");
    StoredEvent till =
        stored(Event.track("Sold").source("till").messageId("m-1").at(NOON).build(), id(2));
    append(shop, till);

    assertThat(optional(tx -> tx.events().find("shop", "m-1"))).contains(shop);
    assertThat(optional(tx -> tx.events().find("till", "m-1"))).contains(till);
    assertThat(optional(tx -> tx.events().find("till", "m-2"))).isEmpty();
  }

  @Test
  void an_event_that_is_there_already_is_a_conflict() {
    append(event(1, "m-1"));

    rolledBack(
        tx ->
            assertThatThrownBy(() -> tx.events().append(event(2, "m-1")))
                .isInstanceOf(ConflictException.class));
    assertThat(number(tx -> tx.events().count())).isEqualTo(1);
  }

  @Test
  void events_of_members_are_read_from_a_time_up_to_before_another() {
    append(at(0), at(1), at(2), at(3));

    assertThat(messageIds(query(null, NOON.plusSeconds(1), NOON.plusSeconds(3), false, 9)))
        .containsExactly("m-1", "m-2");
    assertThat(messageIds(query(null, NOON.plusSeconds(3), NOON.plusSeconds(3), false, 9)))
        .isEmpty();
    assertThat(messageIds(query(null, NOON.plusSeconds(3), NOON, false, 9))).isEmpty();
  }

  @Test
  void a_microsecond_is_told_from_the_next() {
    Instant next = NOON.plusNanos(1000);
    append(event(1, "Seen", "a", NOON), event(1, "Seen", "b", next));

    assertThat(messageIds(query(null, EventQuery.MIN, next, false, 9))).containsExactly("a");
    assertThat(messageIds(query(null, next, EventQuery.MAX, false, 9))).containsExactly("b");
  }

  @Test
  void events_of_one_time_are_ordered_by_source_and_message_id() {
    StoredEvent till =
        stored(Event.track("Seen").source("till").messageId("a").at(NOON).build(), id(1));
    append(till, event(1, "c"), event(1, "b"), at(1));

    assertThat(messageIds(query(null, EventQuery.MIN, EventQuery.MAX, false, 9)))
        .containsExactly("b", "c", "a", "m-1");
    assertThat(messageIds(query(null, EventQuery.MIN, EventQuery.MAX, true, 9)))
        .containsExactly("m-1", "a", "c", "b");
  }

  @Test
  void a_limit_keeps_the_first_of_the_order() {
    append(at(0), at(1), at(2), at(3));

    assertThat(messageIds(query(null, EventQuery.MIN, EventQuery.MAX, false, 2)))
        .containsExactly("m-0", "m-1");
    assertThat(messageIds(query(null, EventQuery.MIN, EventQuery.MAX, true, 2)))
        .containsExactly("m-3", "m-2");
  }

  @Test
  void events_are_read_by_name() {
    append(
        event(1, "Bought", "b", NOON), event(1, "Seen", "s", NOON), event(1, "bought", "x", NOON));

    assertThat(messageIds(query("Bought", EventQuery.MIN, EventQuery.MAX, false, 9)))
        .containsExactly("b");
    assertThat(messageIds(query("Sold", EventQuery.MIN, EventQuery.MAX, false, 9))).isEmpty();
  }

  @Test
  void events_of_several_members_are_merged_and_those_of_others_left_out() {
    append(
        event(1, "Seen", "a", NOON.plusSeconds(2)),
        event(2, "Seen", "b", NOON.plusSeconds(1)),
        event(3, "Seen", "c", NOON),
        event(2, "Seen", "d", NOON.plusSeconds(3)));

    EventQuery both = new EventQuery(ids(1, 2), "Seen", EventQuery.MIN, EventQuery.MAX, false, 9);
    EventQuery newest = new EventQuery(ids(1, 2), null, EventQuery.MIN, EventQuery.MAX, true, 2);
    EventQuery nobody = new EventQuery(Set.of(), null, EventQuery.MIN, EventQuery.MAX, true, 2);

    assertThat(messageIds(both)).containsExactly("b", "a", "d");
    assertThat(messageIds(newest)).containsExactly("d", "a");
    assertThat(messageIds(nobody)).isEmpty();
  }

  @Test
  void an_event_about_nobody_is_kept() {
    StoredEvent nobody = stored(event(1, "m-1").event(), null);
    append(nobody);

    assertThat(optional(tx -> tx.events().find("shop", "m-1"))).contains(nobody);
    assertThat(list(tx -> tx.events().scan(null, 9))).containsExactly(nobody);
    assertThat(messageIds(query(null, EventQuery.MIN, EventQuery.MAX, false, 9))).isEmpty();
  }

  @Test
  void a_scan_returns_every_event_once_in_the_same_order_each_time() {
    append(IntStream.range(0, 25).mapToObj(EventStoreContract::at).toArray(StoredEvent[]::new));

    List<StoredEvent> small = scan(4);

    assertThat(small).hasSize(25).doesNotHaveDuplicates().isEqualTo(scan(7));
  }

  @Test
  void a_scan_goes_on_from_one_source_to_the_next() {
    Stream.of("app", "shop", "till", "web")
        .forEach(
            source ->
                IntStream.range(0, 3)
                    .mapToObj(n -> Event.track("Seen").source(source).messageId("m-" + n).at(NOON))
                    .forEach(event -> append(stored(event.build(), id(1)))));

    for (int pageSize = 1; pageSize < 13; pageSize++) {
      assertThat(scan(pageSize)).as("pages of " + pageSize).hasSize(12).doesNotHaveDuplicates();
    }
  }

  @Test
  void events_are_counted() {
    append(at(0), at(1));

    assertThat(number(tx -> tx.events().count())).isEqualTo(2);
  }

  @Test
  void whatever_an_event_holds_is_kept() {
    for (int seed = 0; seed < 100; seed++) {
      RandomValues random = new RandomValues(seed);
      ProfileId member = seed % 7 == 0 ? null : id(seed);
      Event event = random.event();
      StoredEvent stored =
          new StoredEvent(event, member, random.instant(), "hash-" + seed, random.texts());
      append(stored);

      assertThat(optional(tx -> tx.events().find(event.source(), event.messageId())))
          .as("seed " + seed)
          .contains(stored);
    }
  }

  @Test
  void a_large_event_is_kept() {
    Event event =
        Event.track("Large")
            .messageId("m")
            .at(NOON)
            .property("lines", java.util.Collections.nCopies(100, "é😀".repeat(2_000)))
            .build();
    append(stored(event, id(1)));

    assertThat(optional(tx -> tx.events().find("app", "m"))).contains(stored(event, id(1)));
  }

  @Test
  void a_transaction_sees_its_own_writes() {
    rolledBack(
        tx -> {
          tx.events().append(at(0));
          assertThat(tx.events().find("shop", "m-0")).contains(at(0));
          assertThat(tx.events().count()).isEqualTo(1);
          assertThat(tx.events().scan(null, 9)).hasSize(1);
          assertThat(tx.events().read(query(null, NOON, EventQuery.MAX, false, 9))).hasSize(1);
        });
    assertThat(number(tx -> tx.events().count())).isZero();
  }

  private static StoredEvent at(int second) {
    return event(1, "Seen", "m-" + second, NOON.plusSeconds(second));
  }

  private static EventQuery query(
      @Nullable String name, Instant from, Instant to, boolean newestFirst, int limit) {
    return new EventQuery(ids(1), name, from, to, newestFirst, limit);
  }

  private void append(StoredEvent... events) {
    write(tx -> Stream.of(events).forEach(tx.events()::append));
  }

  private List<String> messageIds(EventQuery query) {
    return read(tx -> tx.events().read(query)).stream()
        .map(stored -> stored.event().messageId())
        .toList();
  }

  private List<StoredEvent> scan(int pageSize) {
    List<StoredEvent> all = new ArrayList<>();
    EventKey[] after = new EventKey[1];
    List<StoredEvent> page;
    do {
      page = read(tx -> tx.events().scan(after[0], pageSize));
      all.addAll(page);
      page.forEach(s -> after[0] = new EventKey(s.event().source(), s.event().messageId()));
    } while (page.size() == pageSize);
    return all;
  }
}

package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.record;
import static io.customerhub.contract.Samples.sortedIds;
import static io.customerhub.contract.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.StoredRecord;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.RecordStore}. */
abstract class RecordStoreContract extends StoreContract {

  private static final StoredRecord DEAL = record("deal", 1, NOON, 10, 20);

  @Test
  void a_record_is_found_by_kind_and_id_together() {
    insert(DEAL, record("task", 1, NOON, 10));

    assertThat(optional(tx -> tx.records().find("deal", uuid(1)))).contains(DEAL);
    assertThat(optional(tx -> tx.records().find("task", uuid(1))))
        .contains(record("task", 1, NOON, 10));
    assertThat(optional(tx -> tx.records().find("deal", uuid(2)))).isEmpty();
  }

  @Test
  void a_record_that_is_known_or_of_another_version_is_refused() {
    insert(DEAL);

    rolledBack(
        tx ->
            assertThatThrownBy(() -> tx.records().insert(DEAL))
                .isInstanceOf(ConflictException.class));
    assertThatThrownBy(() -> insert(record("deal", 2, NOON).withVersion(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saving_returns_and_keeps_the_next_version() {
    insert(DEAL);
    StoredRecord won =
        changed(DEAL, sortedIds(10, 20), NOON.plusSeconds(1), Map.of("stage", "won"));

    StoredRecord saved = read(tx -> tx.records().save(won));

    assertThat(saved).isEqualTo(won.withVersion(1));
    assertThat(optional(tx -> tx.records().find("deal", uuid(1)))).contains(saved);
  }

  @Test
  void every_version_is_kept_oldest_first() {
    insert(DEAL);
    StoredRecord second =
        changed(DEAL, sortedIds(10, 20, 30), NOON.plusSeconds(1), Map.of("stage", "won"));
    StoredRecord saved = read(tx -> tx.records().save(second));
    StoredRecord last = read(tx -> tx.records().save(saved));

    assertThat(list(tx -> tx.records().history("deal", uuid(1))))
        .containsExactly(DEAL, second.withVersion(1), last);
    assertThat(list(tx -> tx.records().history("deal", uuid(9)))).isEmpty();
  }

  @Test
  void a_stale_save_fails_and_names_both_versions() {
    insert(DEAL);
    write(tx -> tx.records().save(DEAL));

    assertThatThrownBy(() -> write(tx -> tx.records().save(DEAL)))
        .isInstanceOfSatisfying(
            StaleWriteException.class,
            e -> {
              assertThat(e.expected()).isZero();
              assertThat(e.stored()).isEqualTo(1);
              assertThat(e.what()).contains("deal").contains(uuid(1).toString());
            });
    assertThatThrownBy(() -> write(tx -> tx.records().save(record("deal", 7, NOON))))
        .isInstanceOfSatisfying(
            StaleWriteException.class, e -> assertThat(e.stored()).isEqualTo(-1));
    assertThat(list(tx -> tx.records().history("deal", uuid(1)))).hasSize(2);
  }

  @Test
  void subjects_may_be_added_to_but_never_taken_away() {
    insert(DEAL);
    StoredRecord more = changed(DEAL, sortedIds(10, 20, 30), NOON, Map.of());

    StoredRecord saved = read(tx -> tx.records().save(more));

    assertThat(list(tx -> tx.records().about(ids(30), "deal"))).containsExactly(saved);
    assertThatThrownBy(
            () -> write(tx -> tx.records().save(changed(saved, sortedIds(10, 20), NOON, Map.of()))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(optional(tx -> tx.records().find("deal", uuid(1)))).contains(saved);
  }

  @Test
  void records_about_people_are_sorted_by_time_and_id_each_once() {
    StoredRecord late = record("deal", 1, NOON.plusSeconds(2), 10, 20);
    StoredRecord early = record("deal", 2, NOON, 20);
    StoredRecord same = record("task", 3, NOON, 10);
    insert(late, early, same, record("deal", 4, NOON, 30));

    assertThat(list(tx -> tx.records().about(ids(10, 20), null)))
        .containsExactly(early, same, late);
    assertThat(list(tx -> tx.records().about(ids(10, 20), "deal"))).containsExactly(early, late);
    assertThat(list(tx -> tx.records().about(ids(99), null))).isEmpty();
  }

  @Test
  void records_are_listed_by_kind_a_page_at_a_time() {
    insert(record("deal", 3, NOON), record("deal", 1, NOON), record("task", 2, NOON));

    assertThat(list(tx -> tx.records().list("deal", null, null, null, 1)))
        .containsExactly(record("deal", 1, NOON));
    assertThat(list(tx -> tx.records().list("deal", null, null, uuid(1), 9)))
        .containsExactly(record("deal", 3, NOON));
    assertThat(list(tx -> tx.records().list("deal", null, null, uuid(3), 9))).isEmpty();
  }

  @Test
  void records_are_listed_by_the_current_value_of_a_key() {
    StoredRecord first = record("deal", 1, NOON);
    StoredRecord second = record("deal", 2, NOON);
    insert(second, first, record("task", 3, NOON));
    write(tx -> tx.records().save(changed(second, sortedIds(), NOON, Map.of("stage", "won"))));

    assertThat(list(tx -> tx.records().list("deal", "stage", "new", null, 9)))
        .containsExactly(first);
    assertThat(list(tx -> tx.records().list("deal", "stage", "won", null, 9)))
        .extracting(StoredRecord::id)
        .containsExactly(uuid(2));
    assertThat(list(tx -> tx.records().list("deal", "stage", "won", uuid(2), 9))).isEmpty();
    assertThat(list(tx -> tx.records().list("deal", "other", "won", null, 9))).isEmpty();
  }

  @Test
  void a_key_without_a_value_is_refused() {
    insert(DEAL);

    assertThatThrownBy(() -> read(tx -> tx.records().list("deal", "stage", null, null, 9)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatever_a_record_holds_is_kept() {
    for (int seed = 0; seed < 40; seed++) {
      StoredRecord random = randomRecord(seed);
      insert(random);
      int n = seed;
      assertThat(optional(tx -> tx.records().find("note", uuid(n))))
          .as("seed " + n)
          .contains(random);
      random
          .keys()
          .forEach(
              (key, value) ->
                  assertThat(list(tx -> tx.records().list("note", key, value, null, 99)))
                      .as("seed " + n)
                      .contains(random));
    }
  }

  @Test
  void a_transaction_sees_its_own_writes_and_leaves_none_when_rolled_back() {
    insert(DEAL);
    rolledBack(
        tx -> {
          tx.records().insert(record("deal", 2, NOON, 10));
          tx.records().save(changed(DEAL, sortedIds(10, 20, 30), NOON, Map.of("stage", "won")));
          assertThat(tx.records().about(ids(10), "deal")).hasSize(2);
          assertThat(tx.records().history("deal", uuid(1))).hasSize(2);
          assertThat(tx.records().list("deal", "stage", "won", null, 9)).hasSize(1);
        });
    assertThat(list(tx -> tx.records().about(ids(10, 30), null))).containsExactly(DEAL);
    assertThat(list(tx -> tx.records().history("deal", uuid(1)))).containsExactly(DEAL);
    assertThat(list(tx -> tx.records().list("deal", "stage", "new", null, 9)))
        .containsExactly(DEAL);
  }

  private void insert(StoredRecord... records) {
    write(tx -> Stream.of(records).forEach(tx.records()::insert));
  }

  private static StoredRecord changed(
      StoredRecord record, SortedSet<ProfileId> subjects, Instant at, Map<String, String> keys) {
    return new StoredRecord(
        record.kind(),
        record.id(),
        subjects,
        at,
        record.version(),
        "Mary",
        "changed",
        NOON.plusSeconds(7),
        keys,
        "{\"changed\":true}");
  }

  private static StoredRecord randomRecord(int seed) {
    RandomValues random = new RandomValues(seed);
    Map<String, String> keys = new TreeMap<>();
    random.texts().forEach((key, value) -> keys.put("k" + keys.size(), value));
    return new StoredRecord(
        "note",
        uuid(seed),
        sortedIds(seed, seed + 1000),
        random.instant(),
        0,
        random.text(),
        random.text(),
        random.instant(),
        keys,
        "{\"text\":\"" + random.text() + "\"}");
  }
}

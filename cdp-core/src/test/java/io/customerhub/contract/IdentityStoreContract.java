package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.entry;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.link;
import static io.customerhub.contract.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.identity.Evidence;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.StaleWriteException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.IdentityStore}. */
abstract class IdentityStoreContract extends StoreContract {

  @Test
  void links_are_found_by_either_end_sorted_by_id_each_once() {
    Link first = link(1, 10, 20, LinkKind.SIMILAR);
    Link second = link(2, 20, 30, LinkKind.POSSIBLE);
    Link third = link(3, 30, 40, LinkKind.DO_NOT_LINK);
    add(third, second, first);

    assertThat(list(tx -> tx.identities().linksOf(ids(20)))).containsExactly(first, second);
    assertThat(list(tx -> tx.identities().linksOf(ids(10, 20, 40))))
        .containsExactly(first, second, third);
    assertThat(list(tx -> tx.identities().linksOf(ids(99)))).isEmpty();
  }

  @Test
  void a_retired_link_is_found_with_the_next_version_but_is_no_longer_active() {
    Link link = link(1, 10, 20, LinkKind.POSSIBLE);
    add(link, link(2, 10, 30, LinkKind.POSSIBLE));

    write(tx -> tx.identities().save(link.retired()));

    assertThat(list(tx -> tx.identities().linksOf(ids(20))))
        .containsExactly(link.retired().withVersion(1));
    assertThat(list(tx -> tx.identities().active(LinkKind.POSSIBLE, null, 9)))
        .containsExactly(link(2, 10, 30, LinkKind.POSSIBLE));
  }

  @Test
  void a_link_can_become_active_again() {
    Link link = link(1, 10, 20, LinkKind.SIMILAR);
    add(link);

    write(tx -> tx.identities().save(link.retired()));
    write(tx -> tx.identities().save(link.withVersion(1)));

    assertThat(list(tx -> tx.identities().active(LinkKind.SIMILAR, null, 9)))
        .containsExactly(link.withVersion(2));
  }

  @Test
  void saving_changes_nothing_but_whether_a_link_is_active() {
    Link link = link(1, 10, 20, LinkKind.SIMILAR);
    add(link);
    Link other =
        new Link(uuid(1), id(10), id(30), LinkKind.MUST_LINK, List.of(), "x", "y", NOON, false, 0);

    write(tx -> tx.identities().save(other));

    assertThat(list(tx -> tx.identities().linksOf(ids(20))))
        .containsExactly(link.retired().withVersion(1));
    assertThat(list(tx -> tx.identities().linksOf(ids(30)))).isEmpty();
  }

  @Test
  void a_stale_save_fails_and_names_both_versions() {
    Link link = link(1, 10, 20, LinkKind.SIMILAR);
    add(link);
    write(tx -> tx.identities().save(link.retired()));

    assertThatThrownBy(() -> write(tx -> tx.identities().save(link)))
        .isInstanceOfSatisfying(
            StaleWriteException.class,
            e -> {
              assertThat(e.expected()).isZero();
              assertThat(e.stored()).isEqualTo(1);
              assertThat(e.what()).contains(uuid(1).toString());
            });
    assertThatThrownBy(() -> write(tx -> tx.identities().save(link(7, 10, 20, LinkKind.SIMILAR))))
        .isInstanceOfSatisfying(
            StaleWriteException.class, e -> assertThat(e.stored()).isEqualTo(-1));
  }

  @Test
  void a_link_of_a_known_id_or_another_version_is_refused() {
    add(link(1, 10, 20, LinkKind.SIMILAR));

    assertThatThrownBy(() -> add(link(1, 30, 40, LinkKind.SIMILAR)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> add(link(2, 30, 40, LinkKind.SIMILAR).withVersion(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void active_links_of_a_kind_are_paged_in_ascending_order() {
    add(
        link(3, 10, 20, LinkKind.POSSIBLE),
        link(1, 10, 30, LinkKind.POSSIBLE),
        link(2, 10, 40, LinkKind.SIMILAR),
        link(4, 10, 50, LinkKind.POSSIBLE));

    assertThat(list(tx -> tx.identities().active(LinkKind.POSSIBLE, null, 2)))
        .extracting(Link::id)
        .containsExactly(uuid(1), uuid(3));
    assertThat(list(tx -> tx.identities().active(LinkKind.POSSIBLE, uuid(3), 2)))
        .extracting(Link::id)
        .containsExactly(uuid(4));
  }

  @Test
  void possible_links_are_paged_the_heaviest_first_of_equal_ones_by_id() {
    Link light = possible(1, 20, -2.5);
    Link heavy = possible(4, 30, 3.25);
    Link equal = possible(3, 40, 3.25);
    Link retired = possible(5, 50, 9);
    Link last = possible(6, 60, -2.75);
    add(light, heavy, equal, retired, last, link(7, 10, 70, LinkKind.SIMILAR));
    write(tx -> tx.identities().save(retired.retired()));

    assertThat(list(tx -> tx.identities().heaviestPossible(null, 2))).containsExactly(equal, heavy);
    assertThat(list(tx -> tx.identities().heaviestPossible(equal, 2)))
        .containsExactly(heavy, light);
    assertThat(list(tx -> tx.identities().heaviestPossible(heavy, 9))).containsExactly(light, last);
    assertThat(list(tx -> tx.identities().heaviestPossible(last, 9))).isEmpty();
  }

  @Test
  void a_page_of_possible_links_goes_on_behind_one_that_was_retired_meanwhile() {
    Link first = possible(1, 20, 1.1);
    Link second = possible(2, 30, 0.1);
    add(first, second);
    write(tx -> tx.identities().save(first.retired()));

    assertThat(list(tx -> tx.identities().heaviestPossible(first, 9))).containsExactly(second);
    write(tx -> tx.identities().save(first.withVersion(1)));
    assertThat(list(tx -> tx.identities().heaviestPossible(null, 9)))
        .containsExactly(first.withVersion(2), second);
  }

  private static Link possible(int id, int other, double bits) {
    List<Evidence> evidence = List.of(new Evidence("name", "exact", bits));
    return new Link(
        uuid(id), id(10), id(other), LinkKind.POSSIBLE, evidence, "rules", "", NOON, true, 0);
  }

  @Test
  void journal_entries_are_found_by_winner_and_loser_sorted_by_id_each_once() {
    append(entry(3, 10, 30), entry(1, 10, 20), entry(2, 40, 50));

    assertThat(list(tx -> tx.identities().journalOf(ids(10, 20))))
        .containsExactly(entry(1, 10, 20), entry(3, 10, 30));
    assertThat(list(tx -> tx.identities().journalOf(ids(50)))).containsExactly(entry(2, 40, 50));
    assertThat(list(tx -> tx.identities().journalOf(ids(99)))).isEmpty();
  }

  @Test
  void a_journal_entry_is_found_by_its_id_and_its_id_is_not_taken_twice() {
    append(entry(1, 10, 20));

    assertThat(optional(tx -> tx.identities().entry(uuid(1)))).contains(entry(1, 10, 20));
    assertThat(optional(tx -> tx.identities().entry(uuid(2)))).isEmpty();
    assertThatThrownBy(() -> append(entry(1, 30, 40))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatever_links_and_journal_entries_hold_is_kept() {
    for (int seed = 0; seed < 30; seed++) {
      RandomValues random = new RandomValues(seed);
      Link link =
          new Link(
              uuid(seed),
              id(seed),
              id(seed + 1000),
              LinkKind.values()[seed % 4],
              random.list(random::evidence),
              random.text(),
              random.text(),
              random.instant(),
              seed % 2 == 0,
              0);
      JournalEntry entry =
          new JournalEntry(
              uuid(seed),
              JournalEntry.Kind.values()[seed % 2],
              id(seed),
              id(seed + 1000),
              id(seed + 2000),
              random.list(random::evidence),
              random.text(),
              random.text(),
              random.instant());
      add(link);
      append(entry);

      String name = "seed " + seed;
      int n = seed;
      assertThat(list(tx -> tx.identities().linksOf(ids(n)))).as(name).containsExactly(link);
      assertThat(optional(tx -> tx.identities().entry(uuid(n)))).as(name).contains(entry);
    }
  }

  @Test
  void a_transaction_sees_its_own_writes() {
    rolledBack(
        tx -> {
          Link link = link(1, 10, 20, LinkKind.SIMILAR);
          tx.identities().add(link);
          tx.identities().save(link.retired());
          tx.identities().append(entry(1, 10, 20));

          assertThat(tx.identities().linksOf(ids(10)))
              .extracting(Link::active)
              .containsExactly(false);
          assertThat(tx.identities().active(LinkKind.SIMILAR, null, 1)).isEmpty();
          assertThat(tx.identities().journalOf(ids(20))).hasSize(1);
        });
    assertThat(list(tx -> tx.identities().linksOf(ids(10)))).isEmpty();
  }

  private void add(Link... links) {
    write(tx -> Stream.of(links).forEach(tx.identities()::add));
  }

  private void append(JournalEntry... entries) {
    write(tx -> Stream.of(entries).forEach(tx.identities()::append));
  }
}

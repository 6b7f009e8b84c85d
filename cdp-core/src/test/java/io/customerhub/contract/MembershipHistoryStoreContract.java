package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.spi.MembershipChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.MembershipHistoryStore}. */
abstract class MembershipHistoryStoreContract extends StoreContract {

  private static MembershipChange change(String segment, int profile, int second, boolean inside) {
    return new MembershipChange(segment, id(profile), NOON.plusSeconds(second), inside);
  }

  private void add(MembershipChange... changes) {
    write(tx -> tx.membershipHistory().add(List.of(changes)));
  }

  @Test
  void changes_of_profiles_come_earliest_first_whatever_their_order() {
    add(change("b", 1, 3, false), change("a", 2, 1, true));
    add(change("b", 1, 1, true), change("a", 1, 1, true), change("a", 3, 0, true));

    assertThat(list(tx -> tx.membershipHistory().of(ids(1, 2))))
        .containsExactly(
            change("a", 1, 1, true),
            change("b", 1, 1, true),
            change("a", 2, 1, true),
            change("b", 1, 3, false));
    assertThat(list(tx -> tx.membershipHistory().of(ids(1, 2), "a")))
        .containsExactly(change("a", 1, 1, true), change("a", 2, 1, true));
    assertThat(list(tx -> tx.membershipHistory().of(Set.of()))).isEmpty();
    assertThat(list(tx -> tx.membershipHistory().of(ids(1), "z"))).isEmpty();
  }

  @Test
  void a_change_takes_back_another_one_of_the_same_instant_and_may_come_again() {
    add(change("a", 1, 1, true), change("a", 1, 2, false));
    MembershipChange within =
        new MembershipChange("a", id(1), NOON.plusSeconds(2).plusNanos(999), true);
    add(within);
    assertThat(list(tx -> tx.membershipHistory().of(ids(1))))
        .containsExactly(change("a", 1, 1, true));
    assertThat(list(tx -> tx.membershipHistory().page("a", null, 9)))
        .containsExactly(change("a", 1, 1, true));

    add(change("a", 1, 2, false));
    assertThat(list(tx -> tx.membershipHistory().of(ids(1))))
        .containsExactly(change("a", 1, 1, true), change("a", 1, 2, false));
  }

  @Test
  void the_changes_of_a_segment_are_paged_by_time_and_profile() {
    List<MembershipChange> all = new ArrayList<>();
    for (int second = 0; second < 4; second++) {
      for (int profile = 1; profile <= 3; profile++) {
        all.add(change("a", profile, second, second % 2 == 0));
      }
    }
    add(all.toArray(MembershipChange[]::new));
    add(change("b", 1, 0, true));

    List<MembershipChange> paged = new ArrayList<>();
    List<MembershipChange> page = list(tx -> tx.membershipHistory().page("a", null, 5));
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(5);
      paged.addAll(page);
      MembershipChange last = page.get(page.size() - 1);
      page = list(tx -> tx.membershipHistory().page("a", last, 5));
    }
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void the_history_of_a_segment_is_removed_and_that_of_others_stays() {
    add(change("a", 1, 1, true), change("b", 1, 1, true));
    write(tx -> tx.membershipHistory().removeSegment("a"));
    assertThat(list(tx -> tx.membershipHistory().of(ids(1))))
        .containsExactly(change("b", 1, 1, true));
    assertThat(list(tx -> tx.membershipHistory().page("a", null, 9))).isEmpty();
  }

  @Test
  void a_rollback_leaves_the_history_as_it_was() {
    add(change("a", 1, 1, true));
    rolledBack(
        tx -> {
          tx.membershipHistory().add(List.of(change("a", 2, 2, true), change("a", 1, 3, false)));
          assertThat(tx.membershipHistory().of(ids(1, 2)))
              .containsExactly(
                  change("a", 1, 1, true), change("a", 2, 2, true), change("a", 1, 3, false));
          tx.membershipHistory().removeSegment("a");
        });
    assertThat(list(tx -> tx.membershipHistory().of(ids(1, 2))))
        .containsExactly(change("a", 1, 1, true));
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupsTest {

  @Test
  void a_group_has_the_number_of_its_first_record_whichever_way_round_it_was_merged() {
    Groups groups = new Groups(5);
    groups.merge(4, 2);
    groups.merge(1, 2);

    assertThat(groups.groups()).containsExactly(0, 1, 1, 3, 1);
    assertThat(groups.groupOf(4)).isEqualTo(1);
    assertThat(groups.members(1)).containsExactlyInAnyOrder(1, 2, 4);
    assertThat(groups.members(2)).isEmpty();
  }

  @Test
  void in_order_the_records_of_a_group_follow_each_other() {
    Groups groups = new Groups(5);
    groups.merge(0, 3);
    groups.merge(1, 4);

    assertThat(groups.inOrder()).containsExactly(0, 3, 1, 4, 2);
  }

  @Test
  void groups_that_are_known_already_can_be_told_and_merged_further() {
    Groups groups = new Groups(new int[] {0, 1, 0, 1, 0});

    assertThat(groups.members(0)).containsExactly(0, 2, 4);
    assertThat(groups.members(1)).containsExactly(1, 3);
    assertThat(groups.members(2)).isEmpty();
    assertThat(groups.inOrder()).containsExactly(0, 2, 4, 1, 3);

    groups.merge(0, 1);
    assertThat(groups.groups()).containsOnly(0);
  }

  @Test
  void changing_what_was_returned_changes_no_group() {
    Groups groups = new Groups(2);
    groups.groups()[0] = 1;
    assertThat(groups.groupOf(0)).isZero();
  }
}

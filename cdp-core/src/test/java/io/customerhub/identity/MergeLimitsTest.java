package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MergeLimitsTest {

  private static final int SOME_KEY = 3;

  @Test
  void nothing_is_limited_unless_somebody_says_so() {
    MergeLimits none = MergeLimits.none();

    assertThat(none.isEmpty()).isTrue();
    assertThat(none.limit("user")).isFalse();
    assertThat(none.counts("user", SOME_KEY)).isFalse();
    assertThat(none.most("user")).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void what_the_host_limits_counts_against_every_key_and_no_other_namespace() {
    MergeLimits limits = MergeLimits.none().with("user", 2);

    assertThat(limits.isEmpty()).isFalse();
    assertThat(limits.limit("user")).isTrue();
    assertThat(limits.limit("mail")).isFalse();
    assertThat(limits.most("user")).isEqualTo(2);
    assertThat(limits.counts("user", 0)).isTrue();
    assertThat(limits.counts("mail", 0)).isFalse();
  }

  @Test
  void the_least_limits_are_one_value_and_two_records() {
    assertThat(MergeLimits.none().with("user", 1).most("user")).isEqualTo(1);
    assertThat(MergeLimits.none().sharedBeyond(2).records()).isEqualTo(2);
    assertThatThrownBy(() -> MergeLimits.none().with("user", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count: 0, expected at least 1");
    assertThatThrownBy(() -> MergeLimits.none().sharedBeyond(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("records: 1, expected at least 2");
  }

  @Test
  void one_limit_leaves_the_others_as_they_are() {
    MergeLimits limits = MergeLimits.ofPeople().sharedBeyond(7).with("crm_id", 3);

    assertThat(limits.records()).isEqualTo(7);
    assertThat(limits.most("user_id")).isEqualTo(1);
    assertThat(limits.most("email")).isEqualTo(5);
    assertThat(limits.most("crm_id")).isEqualTo(3);
  }
}

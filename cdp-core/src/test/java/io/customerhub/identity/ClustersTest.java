package io.customerhub.identity;

import static io.customerhub.identity.FixedRules.apart;
import static io.customerhub.identity.FixedRules.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.profile.Member;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClustersTest {

  private static final MergeLimits LIMITS = MergeLimits.none().with("user", 1);

  @Test
  void the_root_is_the_smallest_id_whichever_way_round_members_were_united() {
    Clusters clusters = clusters(List.of());

    assertThat(clusters.uniteFreely(id(4), id(3))).isTrue();
    assertThat(clusters.uniteFreely(id(2), id(4))).isTrue();

    assertThat(IntStream.rangeClosed(1, 4).mapToObj(n -> clusters.root(id(n))))
        .containsExactly(id(1), id(2), id(2), id(2));
  }

  @Test
  void who_is_together_already_is_not_united_again() {
    Clusters clusters = clusters(List.of());
    clusters.uniteFreely(id(1), id(2));

    assertThat(clusters.uniteFreely(id(2), id(1))).isFalse();
    assertThat(clusters.unite(id(1), id(2))).isFalse();
  }

  @Test
  void who_is_kept_apart_is_not_united_not_even_by_way_of_others() {
    Clusters clusters = clusters(List.of(apart(1, 4)));

    assertThat(clusters.unite(id(1), id(4))).isFalse();
    assertThat(clusters.unite(id(4), id(1))).isFalse();
    assertThat(clusters.unite(id(1), id(2))).isTrue();
    assertThat(clusters.unite(id(3), id(4))).isTrue();
    assertThat(clusters.unite(id(2), id(3))).isFalse();
    assertThat(clusters.unite(id(3), id(2))).isFalse();
    assertThat(clusters.uniteFreely(id(2), id(3))).as("by somebody who may").isTrue();
  }

  @Test
  void a_set_holds_what_its_members_hold() {
    Clusters clusters = clusters(List.of());
    clusters.uniteFreely(id(2), id(1));

    assertThat(clusters.held(id(1)).values().get("user")).containsExactlyInAnyOrder("u1", "u2");
    assertThat(clusters.held(id(2))).isEqualTo(clusters.held(id(1)));
    assertThat(clusters.held(id(3)).values().get("user")).containsExactly("u3");
  }

  @Test
  void too_much_is_told_of_sets_that_would_become_one_and_not_of_one_that_is() {
    Clusters clusters = clusters(List.of());

    assertThat(excess(clusters, LIMITS, 1, 2)).isEqualTo("2 user, at most 1");
    assertThat(excess(clusters, MergeLimits.none(), 1, 2)).isEmpty();
    clusters.uniteFreely(id(1), id(2));
    assertThat(excess(clusters, LIMITS, 1, 2)).as("together already").isEmpty();
    assertThat(excess(clusters, LIMITS, 1, 2, 3)).isEqualTo("3 user, at most 1");
  }

  @Test
  void members_are_added_before_they_are_asked_for() {
    assertThatThrownBy(() -> clusters(List.of()).root(id(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown member");
  }

  private static String excess(Clusters clusters, MergeLimits limits, int... members) {
    return clusters.excess(
        IntStream.of(members).mapToObj(FixedRules::id).toList(), limits, 0, namespace -> true);
  }

  private static Clusters clusters(List<Link> apart) {
    Clusters clusters = new Clusters(apart);
    for (int i = 1; i <= 4; i++) {
      Member member = FixedRules.member(i, "", "user=u" + i);
      clusters.add(member.id(), Held.of(member, LIMITS));
    }
    return clusters;
  }
}

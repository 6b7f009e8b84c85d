package io.customerhub.identity;

import static io.customerhub.identity.FixedRules.id;
import static io.customerhub.identity.FixedRules.member;
import static io.customerhub.identity.FixedRules.similar;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.profile.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What groups of records that keys have joined weigh against each other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundlesTest {

  private static final Level NAMED = Level.NAME_EXACT;
  private static final Level LIKE_MAIL = Level.EMAIL_CLOSE;

  /** Forbids a match for sure. */
  private static final Level FORBIDDEN = Level.NAME_GENERATION;

  private final FixedRules rules = new FixedRules();

  @Test
  void two_bundles_weigh_what_the_pair_that_agrees_best_does() {
    rules.table.with(1, 3, 4, NAMED).with(2, 3, 9, NAMED).with(2, 4, 5, LIKE_MAIL);
    assertWeight(9, NAMED);
    rules.table.with(2, 4, 12, LIKE_MAIL);
    assertWeight(12, LIKE_MAIL);
  }

  @Test
  void of_equal_pairs_the_one_that_agrees_in_more_counts_wherever_it_stands() {
    rules.table.with(1, 3, 9, NAMED).with(2, 4, 9, NAMED, LIKE_MAIL);
    assertWeight(9, NAMED, LIKE_MAIL);
    rules.table.with(1, 3, 9, NAMED, LIKE_MAIL).with(2, 4, 9, NAMED);
    assertWeight(9, NAMED, LIKE_MAIL);
  }

  @Test
  void a_forbidden_pair_stands_against_all_that_do_not_say_one_name() {
    rules
        .table
        .with(1, 3, -3, NAMED, FORBIDDEN)
        .with(1, 4, 30, LIKE_MAIL)
        .with(2, 3, 30, LIKE_MAIL)
        .with(2, 4, 30, LIKE_MAIL);
    assertWeight(-3, NAMED, FORBIDDEN);
  }

  @Test
  void of_several_forbidden_pairs_the_one_that_agrees_best_is_told() {
    rules
        .table
        .with(1, 3, -3, NAMED, FORBIDDEN)
        .with(1, 4, 2, NAMED, FORBIDDEN)
        .with(2, 3, -1, NAMED, FORBIDDEN)
        .with(2, 4, -5, NAMED, FORBIDDEN);
    assertWeight(2, NAMED, FORBIDDEN);
  }

  @Test
  void one_pair_of_one_name_does_not_outvote_a_forbidden_one_whatever_it_weighs() {
    rules.table.with(1, 3, -3, NAMED, FORBIDDEN).with(2, 4, 40, NAMED);
    assertWeight(-3, NAMED, FORBIDDEN);
  }

  @Test
  void more_pairs_of_one_name_outvote_a_forbidden_one() {
    rules.table.with(1, 3, -3, NAMED, FORBIDDEN).with(2, 4, 9, NAMED).with(2, 3, 1.5, NAMED);
    assertWeight(9, NAMED);
  }

  @Test
  void a_name_has_no_vote_where_everything_else_speaks_against_it() {
    rules
        .table
        .with(1, 3, -3, NAMED, FORBIDDEN)
        .with(1, 4, 8, NAMED)
        .with(2, 3, 8, NAMED)
        .with(2, 4, -9, NAMED);
    assertWeight(8, NAMED);
  }

  @Test
  void organisations_of_one_name_have_a_vote_as_well() {
    Level named = Level.ORGANISATION_CLOSE;
    rules.table.with(1, 3, -3, NAMED, FORBIDDEN).with(2, 4, 9, named).with(2, 3, 8, named);
    assertWeight(9, named);
  }

  @Test
  void another_birth_date_of_one_pair_alone_is_a_mistake() {
    rules.table.with(1, 3, 2, NAMED, Level.BIRTH_DIFFERENT).with(2, 4, 9, NAMED);
    assertWeight(9, NAMED);
  }

  @Test
  void another_birth_date_of_two_pairs_counts_against_all_that_leave_it_out() {
    rules
        .table
        .with(1, 3, 2, NAMED, Level.BIRTH_DIFFERENT)
        .with(2, 3, 3, NAMED, Level.BIRTH_DIFFERENT)
        .with(1, 4, 9, NAMED)
        .with(2, 4, 9, NAMED);
    assertWeight(3, NAMED, Level.BIRTH_DIFFERENT);
  }

  @Test
  void as_many_pairs_of_one_birth_date_take_the_others_back() {
    rules
        .table
        .with(1, 3, 2, NAMED, Level.BIRTH_DIFFERENT)
        .with(2, 3, 3, NAMED, Level.BIRTH_DIFFERENT)
        .with(1, 4, 9, NAMED, Level.BIRTH_EXACT)
        .with(2, 4, 8, NAMED);
    assertWeight(9, NAMED, Level.BIRTH_EXACT);
  }

  @Test
  void a_forbidden_pair_is_not_outvoted_by_those_that_leave_out_the_birth_date() {
    Level[] son = {NAMED, Level.BIRTH_DIFFERENT, Level.STREET_EXACT};
    rules.table.with(1, 3, 2, son).with(1, 4, 9, NAMED).with(2, 3, 9, NAMED).with(2, 4, 9, NAMED);
    assertWeight(2, son);

    rules.table.with(2, 4, 9, NAMED, Level.BIRTH_EXACT);
    assertWeight(9, NAMED, Level.BIRTH_EXACT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void of_many_members_the_eight_that_say_most_are_compared(int telling) {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      members.add(
          i == telling
              ? FixedRules.named(i, Map.of("name", "Ada"), "cookie=1", "mail=1", "user=1")
              : FixedRules.named(i, Map.of("city", "London", "gender", "f"), "cookie=1"));
    }
    Member other = FixedRules.named(0, Map.of("name", "Ada"));
    members.add(other);
    rules.table.with(telling, 0, 9, NAMED);
    int silent = telling == 9 ? 8 : 9;
    rules.table.with(silent, 0, 20, NAMED);
    Bundles bundles = bundles(members, 9);

    int a = bundles.bundleOf(id(1));
    int b = bundles.bundleOf(other.id());
    assertThat(bundles.bits(a, b, bundles.vector(a, b))).isEqualTo(9);
  }

  @Test
  void bundles_are_numbered_by_their_first_records_and_know_their_members() {
    Bundles bundles = twoAndTwo();

    assertThat(bundles.size()).isEqualTo(2);
    assertThat(IntStream.rangeClosed(1, 4).map(n -> bundles.bundleOf(id(n))))
        .containsExactly(0, 0, 1, 1);
    assertThat(bundles.ids(new int[] {1, 0})).containsExactly(id(1), id(2), id(3), id(4));
    assertThat(bundles.ids(new int[] {1})).containsExactly(id(3), id(4));
  }

  @Test
  void a_bundle_holds_what_its_members_hold() {
    rules.limited("cookie", 5);
    assertThat(twoAndTwo().held(0).values()).containsEntry("cookie", Set.of("a"));
  }

  @Test
  void the_strongest_link_between_two_bundles_counts_in_whatever_order_links_come() {
    rules.table.with(1, 3, 4, NAMED).with(2, 4, 9, NAMED);
    Link weak = similar(1, 3);
    Link strong = similar(2, 4);
    Link within = similar(1, 2);
    Bundles bundles = twoAndTwo();

    assertThat(bundles.strongest(List.of(weak, strong, within)).values()).containsExactly(strong);
    assertThat(bundles.strongest(List.of(strong, within, weak)).values()).containsExactly(strong);
    rules.table.with(1, 3, 10, NAMED);
    assertThat(twoAndTwo().strongest(List.of(weak, strong)).values()).containsExactly(weak);
  }

  @Test
  void each_pair_of_bundles_has_its_own_link_and_weight() {
    rules.table.with(1, 2, 4, NAMED).with(1, 3, 9, NAMED).with(2, 3, 5, NAMED);
    List<Member> three = List.of(member(1, ""), member(2, ""), member(3, ""));
    Bundles bundles = bundles(three, 1);

    List<Link> links = List.of(similar(2, 3), similar(1, 3), similar(1, 2));
    assertThat(bundles.strongest(links).values())
        .containsExactly(similar(1, 2), similar(1, 3), similar(2, 3));
    assertThat(bundles.bits(0, 1, 0)).isEqualTo(4);
    assertThat(bundles.bits(0, 2, 0)).isEqualTo(9);
    assertThat(bundles.bits(2, 1, 0)).isEqualTo(5);
  }

  @Test
  void of_equally_strong_links_one_counts_in_whatever_order_they_come() {
    rules.table.with(1, 3, 4, NAMED).with(2, 4, 4, NAMED);
    List<Link> links = List.of(similar(1, 3), similar(2, 4));
    Bundles bundles = twoAndTwo();

    assertThat(bundles.strongest(links))
        .isEqualTo(bundles.strongest(List.of(links.get(1), links.get(0))))
        .hasSize(1);
  }

  @Test
  void of_two_links_of_one_pair_the_first_one_counts() {
    Link first = similar(1, 3);
    Link second = similar(1, 3).withVersion(7);
    assertThat(twoAndTwo().strongest(List.of(first, second)).values()).containsExactly(first);
  }

  /** Asserts what the members 1 and 2, and the members 3 and 4, weigh together. */
  private void assertWeight(double bits, Level... levels) {
    Bundles bundles = twoAndTwo();
    for (int a = 0; a < 2; a++) {
      long vector = bundles.vector(a, 1 - a);
      assertThat(new ComparisonVector(vector).levels()).containsExactlyInAnyOrder(levels);
      assertThat(bundles.bits(a, 1 - a, vector)).isEqualTo(bits);
    }
  }

  private Bundles twoAndTwo() {
    List<Member> members =
        List.of(
            member(1, "", "cookie=a"),
            member(2, "", "cookie=a"),
            member(3, "", "cookie=b"),
            member(4, "", "cookie=b"));
    return bundles(members, 2);
  }

  /** Returns bundles of so many members each. */
  private Bundles bundles(List<Member> members, int together) {
    Clusters clusters = new Clusters(List.of());
    members.forEach(one -> clusters.add(one.id(), Held.of(one, rules.limits())));
    for (int i = 0; i < members.size(); i++) {
      clusters.uniteFreely(members.get(i - i % together).id(), members.get(i).id());
    }
    return new Bundles(new Numbered(members, rules), clusters);
  }
}

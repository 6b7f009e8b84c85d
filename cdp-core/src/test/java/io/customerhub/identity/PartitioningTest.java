package io.customerhub.identity;

import static io.customerhub.identity.FixedRules.apart;
import static io.customerhub.identity.FixedRules.id;
import static io.customerhub.identity.FixedRules.key;
import static io.customerhub.identity.FixedRules.link;
import static io.customerhub.identity.FixedRules.member;
import static io.customerhub.identity.FixedRules.similar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What comes of keys, rules of the host, resemblance and decisions together. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartitioningTest {

  private static final Level NAMED = Level.NAME_EXACT;

  private final FixedRules rules = new FixedRules();

  @Nested
  class Resemblance {

    @Test
    void the_stronger_of_two_links_that_exclude_each_other_wins() {
      rules.table.with(1, 2, 5, NAMED).with(2, 3, 9, NAMED).with(1, 3, -40, NAMED);
      assertRoots(rules.partition(people(3), similar(1, 2), similar(2, 3)), 1, 2, 2);

      rules.table.with(1, 2, 9.5, NAMED);
      assertRoots(rules.partition(people(3), similar(1, 2), similar(2, 3)), 1, 1, 3);
    }

    @Test
    void a_join_by_resemblance_tells_the_evidence_of_its_link() {
      rules.table.with(1, 2, 5, NAMED);
      assertThat(rules.partition(people(2), similar(1, 2)).joins())
          .containsExactly(new Join(id(2), id(1), similar(1, 2).evidence(), "rules"));
    }

    @Test
    void it_brings_no_more_together_than_a_limit_allows() {
      rules.limited("user", 1);
      rules.table.with(1, 2, 9, NAMED).with(2, 3, 5, NAMED);
      List<Member> members =
          List.of(member(1, "", "user=a"), member(2, ""), member(3, "", "user=b"));
      assertRoots(rules.partition(members, similar(1, 2), similar(2, 3)), 1, 1, 3);
    }

    @Test
    void a_link_to_a_member_elsewhere_says_nothing_about_these() {
      assertRoots(rules.partition(people(2), similar(1, 7), apart(2, 8), similar(1, 2)), 1, 1);
    }

    @Test
    void two_flatmates_do_not_become_one_by_records_that_leave_out_their_names() {
      IdentityResolver resolver = IdentityResolver.create(MatchRules.people());
      Map<String, String> home =
          Map.of("street", "12 Walnut Street", "postcode", "4000", "city", "London");
      Map<String, String> phone = with(home, "phone", "+442079460123");
      Map<String, String> ada =
          with(with(home, "name", "Ada Lovelace"), "birth_date", "1990-01-02");
      Map<String, String> bob = with(with(home, "name", "Robert Noel"), "birth_date", "1985-11-23");
      List<Member> members =
          List.of(
              account(1, "ada", ada),
              account(2, "ada", phone),
              account(3, "bob", bob),
              account(4, "bob", phone));
      Match nameless =
          resolver.compare(resolver.prepare(members.get(1)), resolver.prepare(members.get(3)));
      assertThat(nameless.grade()).isEqualTo(Match.Grade.MATCH);

      assertRoots(
          resolver.partition(members, List.of(), List.of(similar(2, 4)), Map.of()), 1, 1, 3, 3);
    }
  }

  @Nested
  class RulesOfTheHost {

    @Test
    void what_one_states_is_joined_whatever_it_weighs() {
      rules.stated(1, 2);
      rules.table.with(1, 2, -40, NAMED);
      Partition partition = rules.partition(people(3), similar(1, 2));
      assertRoots(partition, 1, 1, 3);
      assertThat(partition.joins())
          .containsExactly(new Join(id(2), id(1), similar(1, 2).evidence(), "rules"));
    }

    @Test
    void what_one_states_takes_a_link_of_resemblance_that_counts() {
      rules.stated(1, 2);
      assertRoots(rules.partition(people(2)), 1, 2);
      assertRoots(rules.partition(people(2), similar(1, 2).retired()), 1, 2);
    }

    @Test
    void what_keys_have_joined_is_not_joined_again() {
      rules.stated(1, 2);
      List<Member> members = List.of(member(1, "", "mail=m"), member(2, "", "mail=m"));
      assertThat(rules.partition(members, similar(1, 2)).joins())
          .singleElement()
          .satisfies(join -> assertThat(join.evidence().get(0).comparison()).isEqualTo("mail"));
    }

    @Test
    void one_brings_no_more_together_than_a_limit_allows() {
      rules.stated(1, 2).limited("user", 1);
      List<Member> members = List.of(member(1, "", "user=a"), member(2, "", "user=b"));
      assertRoots(rules.partition(members, similar(1, 2)), 1, 2);
    }

    /** The first records by what they say go first, not those that were born first. */
    @Test
    void of_two_that_would_be_too_much_together_the_one_of_the_first_record_goes_first() {
      rules.stated(1, 4).stated(2, 3).limited("user", 1);
      List<Member> members =
          List.of(
              member(1, "", "cookie=c"),
              member(2, "", "cookie=c"),
              member(3, "", "user=b"),
              member(4, "", "user=a"));
      assertRoots(rules.partition(members, similar(1, 4), similar(2, 3)), 1, 1, 3, 1);
    }
  }

  @Nested
  class Decisions {

    @Test
    void to_keep_two_apart_is_stronger_than_to_merge_them() {
      Link both = link(LinkKind.MUST_LINK, 1, 2);
      assertRoots(rules.partition(people(2), both, apart(1, 2)), 1, 2);
      assertRoots(rules.partition(people(2), both), 1, 1);
    }

    @Test
    void of_two_merges_that_would_bring_together_who_is_kept_apart_one_holds() {
      Partition partition =
          rules.partition(
              people(3),
              link(LinkKind.MUST_LINK, 1, 2),
              link(LinkKind.MUST_LINK, 2, 3),
              apart(1, 3));
      assertThat(partition.joins()).singleElement().extracting(Join::actor).isEqualTo("ann");
      assertThat(partition.root(id(1))).isNotEqualTo(partition.root(id(3)));
    }

    @Test
    void a_merge_of_who_is_together_already_adds_no_step() {
      List<Member> members = List.of(member(1, "", "mail=m"), member(2, "", "mail=m"));
      assertThat(rules.partition(members, link(LinkKind.MUST_LINK, 1, 2)).joins())
          .singleElement()
          .extracting(Join::actor)
          .isEqualTo("rules");
    }
  }

  /** The members 1 and 2 are kept apart, and another one would bring them together. */
  @Nested
  class KeptApart {

    @Test
    void who_was_together_by_resemblance_before_the_two_sides_met_stays_together() {
      rules.table.with(1, 3, 9, NAMED);
      List<Member> members =
          List.of(
              member(1, ""),
              member(2, "", "cookie=b"),
              member(3, "", "user=u"),
              member(4, "", "user=u", "cookie=b"));
      assertRoots(rules.partition(members, similar(1, 3), apart(1, 2)), 1, 2, 1, 1);
    }

    @Test
    void keys_that_were_set_aside_before_the_two_sides_met_are_told() {
      rules.limited("user", 1);
      rules.table.with(1, 3, 9, NAMED).with(2, 3, 8, NAMED);
      List<Member> members =
          List.of(
              member(1, "", "user=a", "cookie=c"),
              member(2, "", "mail=m", "cookie=c"),
              member(3, "", "mail=n"),
              member(4, "", "user=b", "cookie=c"),
              member(5, "", "mail=m", "mail=n"));
      Partition partition = rules.partition(members, similar(1, 3), apart(1, 2));
      assertRoots(partition, 1, 2, 1, 4, 2);
      assertThat(partition.setAside())
          .extracting(SetAsideKey::identifier)
          .containsExactly(key("cookie=c"));
    }

    @Test
    void resemblance_to_who_was_born_later_takes_nothing_back_that_was_set_aside_before() {
      Partition partition = rules.partition(bridgedByResemblance(), links());
      assertThat(partition.setAside())
          .extracting(SetAsideKey::identifier)
          .containsExactly(key("cookie=c"));
      assertRoots(partition, 1, 2, 1);
    }

    @Test
    void a_key_brings_no_more_together_than_a_limit_allows() {
      List<Member> members = new ArrayList<>(bridgedByResemblance());
      members.add(member(4, "", "user=d", "cookie=c"));
      members.add(member(5, "", "user=a"));
      assertRoots(rules.partition(members, links()), 1, 2, 1, 4, 1);
    }

    private List<Member> bridgedByResemblance() {
      rules.limitedForKeys("user", 1);
      rules.table.with(1, 3, 9, NAMED).with(2, 3, 8, NAMED);
      return List.of(
          member(1, "", "user=a", "cookie=c"),
          member(2, "", "user=b", "cookie=c"),
          member(3, "", "mail=m"));
    }

    private Link[] links() {
      return new Link[] {similar(1, 3), similar(2, 3), apart(1, 2)};
    }

    @Test
    void others_are_joined_by_resemblance_all_the_same_each_to_its_side() {
      rules.table.with(1, 4, 9, NAMED).with(5, 6, 9, NAMED).with(3, 5, 4, NAMED);
      List<Member> members = bridged(member(4, ""), member(5, ""), member(6, ""));
      assertRoots(
          rules.partition(members, similar(1, 4), similar(5, 6), apart(1, 2)), 1, 2, 2, 1, 5, 5);
    }

    @Test
    void resemblance_joins_no_two_groups_of_the_two_sides() {
      rules.table.with(2, 4, 9, NAMED).with(1, 4, 5, NAMED);
      List<Member> members = bridged(member(4, ""));
      Link[] links = {similar(1, 4), similar(2, 4), apart(1, 2)};
      assertRoots(rules.partition(members, links), 1, 2, 2, 2);
      rules.table.with(2, 4, 5, NAMED).with(1, 4, 9, NAMED);
      assertRoots(rules.partition(members, links), 1, 2, 2, 1);
    }

    @Test
    void what_the_host_states_joins_all_the_same_each_to_its_side() {
      rules.stated(1, 4).stated(2, 4).stated(5, 6);
      List<Member> members = bridged(member(4, ""), member(5, ""), member(6, ""));
      assertRoots(
          rules.partition(members, similar(2, 4), similar(1, 4), similar(5, 6), apart(1, 2)),
          1,
          2,
          2,
          1,
          5,
          5);
    }

    @Test
    void what_the_host_states_brings_no_more_together_than_a_limit_allows() {
      rules.stated(2, 4).limited("user", 1);
      List<Member> members = bridged(member(4, "", "user=x"));
      assertRoots(rules.partition(members, similar(2, 4), apart(1, 2)), 1, 2, 2, 4);
    }

    /** The two, and a third that holds a key of either, the stronger one of the second. */
    private List<Member> bridged(Member... more) {
      List<Member> members = new ArrayList<>();
      members.add(member(1, "", "cookie=a"));
      members.add(member(2, "", "user=u"));
      members.add(member(3, "", "cookie=a", "user=u"));
      members.addAll(List.of(more));
      return members;
    }
  }

  @Test
  void who_is_not_among_the_members_has_no_root() {
    Partition partition = rules.partition(people(2));
    assertThatThrownBy(() -> partition.root(id(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown member");
  }

  /**
   * Asserts who belongs to whom, by the numbers of the members, and that each has one way there.
   */
  private static void assertRoots(Partition partition, int... roots) {
    long profiles = Arrays.stream(roots).distinct().count();
    assertThat(partition.joins()).hasSize(roots.length - (int) profiles);
    assertThat(partition.roots().values().stream().mapToInt(PartitioningTest::number))
        .containsExactly(Arrays.stream(roots).boxed().toArray(Integer[]::new));
  }

  private static int number(ProfileId id) {
    return (int) id.value().getLeastSignificantBits();
  }

  private static List<Member> people(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> member(i, "")).toList();
  }

  private static Member account(int number, String user, Map<String, String> fields) {
    return Member.born(
        id(number), "r" + number, List.of(Identifier.userId(user)), fields, Instant.EPOCH);
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> more = new HashMap<>(fields);
    more.put(name, value);
    return more;
  }
}

package io.customerhub.identity;

import static io.customerhub.identity.FixedRules.id;
import static io.customerhub.identity.FixedRules.key;
import static io.customerhub.identity.FixedRules.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.profile.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyJoiningTest {

  private final FixedRules rules = new FixedRules();
  private final List<Join> joins = new ArrayList<>();
  private final Clusters clusters = new Clusters(List.of());

  @Test
  void what_is_no_key_joins_nobody_not_even_two_of_one_name() {
    join(Map.of(), member(1, "Ada", "shop=berlin"), member(2, "Ada", "shop=berlin"));
    assertThat(joins).isEmpty();
  }

  @Test
  void a_key_joins_all_who_hold_it_to_the_first_born() {
    join(
        Map.of(),
        member(1, "", "mail=m"),
        member(2, "", "mail=m"),
        member(3, "", "mail=other"),
        member(4, "", "mail=m"));
    assertThat(joins).extracting(Join::member, Join::with).containsExactly(pair(2, 1), pair(4, 1));
    assertThat(joins.get(0).evidence()).extracting(Evidence::level).containsExactly("same key");
  }

  @Test
  void the_strongest_key_is_tried_first_and_a_weaker_one_that_brings_too_much_is_set_aside() {
    rules.limited("user", 1);
    List<SetAsideKey> setAside =
        join(
            Map.of(),
            member(1, "", "user=a", "cookie=c"),
            member(2, "", "user=b", "cookie=c"),
            member(3, "", "cookie=c"),
            member(4, "", "user=b"));
    assertThat(joins).extracting(Join::member, Join::with).containsExactly(pair(4, 2));
    assertThat(setAside)
        .containsExactly(
            new SetAsideKey(
                key("cookie=c"), ReasonCode.IDENTIFIER_OVER_LIMIT, "2 user, at most 1"));
  }

  @Test
  void only_what_is_as_strong_as_the_key_counts_against_it() {
    rules.limited("cookie", 1);
    join(Map.of(), member(1, "", "mail=m", "cookie=a"), member(2, "", "mail=m", "cookie=b"));
    assertThat(joins).hasSize(1);

    rules.limited("mail", 1);
    joins.clear();
    join(Map.of(), member(3, "", "cookie=c", "mail=x"), member(4, "", "cookie=c", "mail=y"));
    assertThat(joins).isEmpty();
  }

  @Test
  void what_is_as_strong_as_the_key_itself_counts_as_well() {
    rules.limited("mail", 2);
    List<SetAsideKey> setAside =
        join(
            Map.of(),
            member(1, "", "mail=m", "mail=n"),
            member(2, "", "mail=m", "mail=o"),
            member(3, "", "mail=m"));
    assertThat(setAside).extracting(SetAsideKey::message).containsExactly("3 mail, at most 2");
    assertThat(joins).isEmpty();
  }

  @Test
  void what_is_declared_shared_joins_nobody_and_says_so_even_of_one_holder() {
    Map<Identifier, ReasonCode> shared = Map.of(key("mail=m"), ReasonCode.IDENTIFIER_SHARED);
    assertThat(join(shared, member(1, "", "mail=m"), member(2, "", "mail=m")))
        .containsExactly(SetAsideKey.shared(key("mail=m"), ReasonCode.IDENTIFIER_SHARED));
    assertThat(join(shared, member(3, "", "mail=m"))).hasSize(1);
    assertThat(joins).isEmpty();
  }

  @Test
  void where_a_guarded_key_goes_with_two_names_it_joins_only_who_agree() {
    join(
        Map.of(),
        member(1, "Ada", "phone=1"),
        member(2, "Bob", "phone=1"),
        member(3, "", "phone=1"),
        member(4, "Ada", "phone=1"));
    assertThat(joins).extracting(Join::member, Join::with).containsExactly(pair(4, 1));
    assertThat(joins.get(0).evidence())
        .extracting(Evidence::level)
        .containsExactly("same key, no contradiction");
  }

  @Test
  void who_agree_on_a_guarded_key_are_not_joined_if_that_would_be_too_much() {
    rules.limited("user", 1);
    join(
        Map.of(),
        member(1, "Ada", "phone=1", "user=a"),
        member(2, "Bob", "phone=1"),
        member(3, "Ada", "phone=1", "user=b"));
    assertThat(joins).isEmpty();
  }

  @Test
  void one_at_a_time_a_member_is_offered_the_oldest_holder_of_each_key_the_strongest_first() {
    Member last = member(4, "", "cookie=c", "user=u", "shop=s", "mail=m");
    KeyJoining keys =
        keys(
            Map.of(key("mail=m"), ReasonCode.IDENTIFIER_SHARED),
            member(1, "", "cookie=c", "shop=s", "mail=m"),
            member(2, "", "user=u"),
            member(3, "", "user=u", "cookie=c"),
            last);

    assertThat(keys.of(last))
        .extracting(one -> one.identifier(), one -> one.join().with())
        .containsExactly(tuple(key("user=u"), id(2)), tuple(key("cookie=c"), id(1)));
  }

  @Test
  void who_holds_a_key_first_is_offered_nobody() {
    Member first = member(1, "Ada", "user=u", "phone=1");
    KeyJoining keys =
        keys(Map.of(), first, member(2, "", "user=u", "phone=1"), member(3, "Bob", "phone=1"));
    assertThat(keys.of(first)).isEmpty();
  }

  @Test
  void one_at_a_time_a_guarded_key_of_two_names_offers_only_who_agree() {
    Member last = member(4, "Ada", "phone=1");
    KeyJoining keys =
        keys(
            Map.of(),
            member(1, "Ada", "phone=1"),
            member(2, "Bob", "phone=1"),
            member(3, "", "phone=1"),
            last);
    assertThat(keys.of(last)).extracting(one -> one.join().with()).containsExactly(id(1));
  }

  @Test
  void a_step_is_too_much_if_what_it_joins_holds_more_than_one_person_may() {
    rules.limited("user", 1);
    Member a = member(1, "", "user=a", "cookie=c");
    Member b = member(2, "", "user=b", "cookie=c");
    Member c = member(3, "", "cookie=c");
    KeyJoining keys = keys(Map.of(), a, b, c);

    assertThat(keys.isTooMuch(clusters, keys.of(b).get(0))).isTrue();
    assertThat(keys.isTooMuch(clusters, keys.of(c).get(0))).isFalse();
  }

  private List<SetAsideKey> join(Map<Identifier, ReasonCode> shared, Member... members) {
    return keys(shared, members).join(List.of(members), clusters, joins);
  }

  private KeyJoining keys(Map<Identifier, ReasonCode> shared, Member... members) {
    List<Member> all = List.of(members);
    all.forEach(one -> clusters.add(one.id(), Held.of(one, rules.limits())));
    return new KeyJoining(Holders.of(all, List.of(), rules), rules, shared);
  }

  private static Tuple pair(int member, int with) {
    return tuple(id(member), id(with));
  }
}

package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeldTest {

  private static final MergeLimits LIMITS = MergeLimits.none().with("user", 1).with("mail", 2);

  @Test
  void only_what_is_limited_is_held() {
    Member member = FixedRules.member(1, "Ada", "user=a", "cookie=c");

    assertThat(Held.of(member, LIMITS).values()).containsOnlyKeys("user");
    assertThat(Held.of(member, MergeLimits.none())).isEqualTo(Held.NOTHING);
    assertThat(Held.of(FixedRules.member(2, "Ada", "cookie=c"), LIMITS)).isEqualTo(Held.NOTHING);
  }

  @Test
  void two_hold_what_either_holds_and_what_both_hold_once() {
    Held a = held("user=a", "mail=x");
    Held b = held("user=b", "mail=x");

    assertThat(a.and(b)).isEqualTo(b.and(a)).isEqualTo(Held.ofAll(List.of(a, b)));
    assertThat(a.and(b).values().get("user")).containsExactlyInAnyOrder("a", "b");
    assertThat(a.and(b).values().get("mail")).containsExactly("x");
  }

  @Test
  void who_holds_nothing_adds_nothing() {
    Held a = held("user=a");

    assertThat(a.and(Held.NOTHING)).isEqualTo(a);
    assertThat(Held.NOTHING.and(a)).isEqualTo(a);
    assertThat(Held.NOTHING.and(Held.NOTHING)).isEqualTo(Held.NOTHING);
  }

  @Test
  void more_than_the_limit_is_too_much_and_the_limit_is_not() {
    assertThat(excess(held("mail=x").and(held("mail=y")))).isEmpty();
    assertThat(excess(held("mail=x", "mail=y").and(held("mail=z")))).isEqualTo("3 mail, at most 2");
  }

  @Test
  void of_several_that_are_too_much_the_first_by_name_is_told() {
    Held both = held("user=a", "mail=x", "mail=y").and(held("user=b", "mail=z"));
    assertThat(excess(both)).isEqualTo("3 mail, at most 2");
  }

  @Test
  void what_one_record_says_of_itself_is_not_too_much_but_not_within_the_limit_either() {
    Held three = held("mail=x", "mail=y", "mail=z");

    assertThat(excess(three.and(held("mail=x")))).isEmpty();
    assertThat(excess(three.and(held("mail=w")))).isEqualTo("4 mail, at most 3");
    assertThat(three.isWithin(LIMITS)).isFalse();
    assertThat(held("mail=x", "mail=y").isWithin(LIMITS)).isTrue();
    assertThat(Held.NOTHING.isWithin(LIMITS)).isTrue();
  }

  @Test
  void a_limit_counts_only_against_keys_as_weak_as_it_says() {
    MergeLimits people = MergeLimits.ofPeople();
    Held two =
        Held.of(FixedRules.member(1, "", "user_id=a"), people)
            .and(Held.of(FixedRules.member(2, "", "user_id=b"), people));
    int device = Strength.rank(Identifier.DEVICE_ID);

    assertThat(two.excess(people, device, namespace -> true)).isEqualTo("2 user_id, at most 1");
    assertThat(two.excess(people, device - 1, namespace -> true)).isEmpty();
    assertThat(two.excess(people, device, namespace -> false)).isEmpty();
    assertThat(people.excessOfSimilarity(two)).isEmpty();
  }

  private static String excess(Held held) {
    return LIMITS.excessOfSimilarity(held);
  }

  private static Held held(String... keys) {
    return Held.of(FixedRules.member(1, "", keys), LIMITS);
  }
}

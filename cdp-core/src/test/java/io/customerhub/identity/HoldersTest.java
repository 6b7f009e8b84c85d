package io.customerhub.identity;

import static io.customerhub.identity.FixedRules.key;
import static io.customerhub.identity.FixedRules.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.profile.Member;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldersTest {

  private final Member ada = member(1, "Ada", "phone=1", "mail=m");
  private final Member nameless = member(2, "", "phone=1", "mail=m");
  private final Member bob = member(3, "Bob", "phone=1");

  @Test
  void older_holders_are_those_that_were_born_before() {
    Holders holders = holders(List.of(bob, nameless, ada), List.of());
    assertThat(holders.olderThan(bob, key("phone=1"))).containsExactly(ada, nameless);
    assertThat(holders.olderThan(ada, key("phone=1"))).isEmpty();
    assertThat(holders.olderThan(bob, key("phone=2"))).isEmpty();
    assertThat(holders.oldest(key("phone=1"))).isEqualTo(ada);
  }

  @Test
  void beyond_five_hundred_holders_nobody_is_compared_with_all_others() {
    List<Member> members =
        IntStream.rangeClosed(1, 501).mapToObj(i -> member(i, "", "phone=1")).toList();
    Member last = members.get(499);

    assertThat(holders(members.subList(0, 500), List.of()).olderThan(last, key("phone=1")))
        .hasSize(499);
    assertThat(holders(members, List.of()).olderThan(last, key("phone=1"))).isEmpty();
  }

  @Test
  void only_a_guarded_identifier_that_nobody_contradicts_is_of_one_person() {
    Holders one = holders(List.of(ada, nameless), List.of());
    assertThat(one.unanimous(key("phone=1"))).isTrue();
    assertThat(one.unanimous(key("mail=m"))).as("a key needs no witness").isFalse();
    assertThat(holders(List.of(nameless, ada, bob), List.of()).unanimous(key("phone=1"))).isFalse();
  }

  @Test
  void holders_outside_are_witnesses_and_hold_nothing_themselves() {
    Holders holders = holders(List.of(nameless, ada), List.of(bob));
    assertThat(holders.unanimous(key("phone=1"))).isFalse();
    assertThat(holders.olderThan(bob, key("phone=1"))).containsExactly(ada, nameless);
    assertThat(holders(List.of(bob), List.of(ada)).olderThan(bob, key("phone=1"))).isEmpty();
  }

  private static Holders holders(List<Member> members, List<Member> context) {
    return Holders.of(members, context, new FixedRules());
  }
}

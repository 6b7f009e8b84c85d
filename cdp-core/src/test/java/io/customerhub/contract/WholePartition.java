package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Link;
import io.customerhub.identity.MatchRules;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who is who by all records at once: what an engine, which looks at a part of them only, has to
 * come to.
 */
final class WholePartition {

  private WholePartition() {}

  static void check(
      CustomerEngine engine, MatchRules rules, Set<Identifier> declared, String what) {
    Set<ProfileId> roots =
        StateDigest.profiles(engine).stream().map(Profile::id).collect(Collectors.toSet());
    List<Member> members = engine.inTransaction(tx -> tx.profiles().clusters(roots));
    Set<ProfileId> ids = members.stream().map(Member::id).collect(Collectors.toSet());
    List<Link> links = engine.inTransaction(tx -> tx.identities().linksOf(ids));
    Map<ProfileId, ProfileId> stored = new TreeMap<>();
    members.forEach(member -> stored.put(member.id(), member.root()));
    assertThat(
            IdentityResolver.create(rules)
                .partition(members, List.of(), links, shared(rules, declared, members))
                .roots())
        .as(what)
        .isEqualTo(stored);
  }

  private static Map<Identifier, ReasonCode> shared(
      MatchRules rules, Set<Identifier> declared, List<Member> members) {
    Map<Identifier, Integer> holders = new HashMap<>();
    for (Member member : members) {
      new HashSet<>(member.identifiers()).forEach(one -> holders.merge(one, 1, Integer::sum));
    }
    Map<Identifier, ReasonCode> shared = new HashMap<>();
    holders.forEach(
        (identifier, count) -> {
          if (count > rules.sharedBeyond() && rules.canBeCrowded(identifier.namespace())) {
            shared.put(identifier, ReasonCode.IDENTIFIER_CROWDED);
          }
        });
    declared.forEach(one -> shared.put(one, ReasonCode.IDENTIFIER_SHARED));
    return shared;
  }
}

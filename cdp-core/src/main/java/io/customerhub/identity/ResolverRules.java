package io.customerhub.identity;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.HashMap;
import java.util.Map;

/** The resolver's rules as one partition asks them: each member is prepared once. */
final class ResolverRules implements PartitionRules {

  private final IdentityResolver resolver;
  private final Map<ProfileId, MatchRecord> prepared = new HashMap<>();

  ResolverRules(IdentityResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public boolean isKey(String namespace) {
    return resolver.rules().isKey(namespace);
  }

  @Override
  public boolean isGuarded(String namespace) {
    return resolver.rules().isGuarded(namespace);
  }

  @Override
  public int rank(String namespace) {
    return resolver.rules().rank(namespace);
  }

  @Override
  public boolean contradict(Member a, Member b) {
    return resolver.contradict(record(a), record(b));
  }

  @Override
  public boolean agree(Member a, Member b) {
    return resolver.agree(record(a), record(b));
  }

  private MatchRecord record(Member member) {
    return prepared.computeIfAbsent(member.id(), id -> resolver.prepare(member));
  }
}

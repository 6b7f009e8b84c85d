package io.customerhub.identity;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The resolver's rules as one partition asks them: each member is prepared once. */
final class ResolverRules implements PartitionRules {

  private static final Set<String> OF_PEOPLE =
      Set.of(MatchFields.NAME, MatchFields.GIVEN_NAME, MatchFields.SURNAME, MatchFields.BIRTH_DATE);

  private static final Set<String> OF_ORGANISATIONS =
      Set.of(
          MatchFields.NAME,
          MatchFields.ORGANISATION,
          MatchFields.VAT_ID,
          MatchFields.REGISTRATION_ID,
          MatchFields.DUNS,
          MatchFields.LEI);

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
  public MergeLimits limits() {
    return resolver.rules().mergeLimits();
  }

  @Override
  public boolean contradict(Member a, Member b) {
    return resolver.contradict(record(a), record(b));
  }

  @Override
  public Map<String, String> saying(Member member) {
    Map<String, String> said = new TreeMap<>(member.fields());
    boolean ofOrganisations = resolver.rules().areOfOrganisations();
    if (ofOrganisations || Collections.disjoint(said.keySet(), OF_PEOPLE)) {
      said.keySet().retainAll(OF_ORGANISATIONS);
    } else {
      said.keySet().retainAll(OF_PEOPLE);
    }
    if (ofOrganisations) {
      member.identifiers().stream()
          .filter(id -> Registrations.isNamespace(id.namespace()))
          .forEach(id -> said.merge("id " + id.namespace(), id.value(), (a, b) -> a + ' ' + b));
    }
    return said;
  }

  @Override
  public boolean agree(Member a, Member b) {
    // Where everything is weighed, so is this: it may be a namesake of the family.
    boolean decides = !resolver.rules().isWeighed() || resolver.rules().areOfOrganisations();
    return decides && resolver.agree(record(a), record(b));
  }

  @Override
  public boolean state(Member a, Member b) {
    return resolver.state(record(a), record(b));
  }

  @Override
  public PairWeights weights(List<Member> members) {
    return new PairWeights() {
      @Override
      public long vector(int a, int b) {
        return resolver.vector(record(members.get(a)), record(members.get(b))).bits();
      }

      @Override
      public double bits(int a, int b, long vector) {
        return resolver.bits(record(members.get(a)), record(members.get(b)), vector);
      }

      @Override
      public Vetoes vetoes() {
        return resolver.model().vetoes();
      }
    };
  }

  private MatchRecord record(Member member) {
    return prepared.computeIfAbsent(member.id(), id -> resolver.prepare(member));
  }
}

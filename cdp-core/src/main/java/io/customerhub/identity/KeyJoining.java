package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Joins members by what identifiers they share, the strongest namespace first.
 *
 * <p>A key joins all who hold it or nobody: where that would be too much for one person, it is of
 * several, and says of none of its holders which. Keys are tried in an order that depends on what
 * they are, never on when they came, and only namespaces as strong as the key's own count against
 * it; so it is always the weakest key that is set aside. Of one thread.
 */
final class KeyJoining {

  private static final String RULES = "rules";

  private final Holders holders;
  private final PartitionRules rules;
  private final Map<Identifier, ReasonCode> shared;
  private final Comparator<Identifier> strongestFirst;

  /**
   * Prepares.
   *
   * @param shared identifiers that join nobody, and why
   */
  KeyJoining(Holders holders, PartitionRules rules, Map<Identifier, ReasonCode> shared) {
    this.holders = holders;
    this.rules = rules;
    this.shared = shared;
    this.strongestFirst =
        Comparator.<Identifier>comparingInt(identifier -> rules.rank(identifier.namespace()))
            .thenComparing(Comparator.naturalOrder());
  }

  /**
   * Joins members.
   *
   * @param among in the order of their birth
   * @param joins what is joined is added here
   * @return the keys that were set aside, the strongest first
   */
  List<SetAsideKey> join(Collection<Member> among, Clusters clusters, List<Join> joins) {
    SortedMap<Identifier, List<Member>> holding = new TreeMap<>(strongestFirst);
    for (Member member : among) {
      member.identifiers().stream()
          .distinct()
          .filter(this::mayJoin)
          .forEach(one -> holding.computeIfAbsent(one, key -> new ArrayList<>()).add(member));
    }
    List<SetAsideKey> setAside = new ArrayList<>();
    holding.forEach((identifier, members) -> join(identifier, members, clusters, joins, setAside));
    return setAside;
  }

  private boolean mayJoin(Identifier identifier) {
    return rules.isKey(identifier.namespace()) || rules.isGuarded(identifier.namespace());
  }

  private void join(
      Identifier identifier,
      List<Member> members,
      Clusters clusters,
      List<Join> joins,
      List<SetAsideKey> setAside) {
    ReasonCode code = shared.get(identifier);
    if (code != null) {
      setAside.add(SetAsideKey.shared(identifier, code));
    } else if (members.size() > 1) {
      joinHolders(identifier, members, clusters, joins, setAside);
    }
  }

  private void joinHolders(
      Identifier identifier,
      List<Member> members,
      Clusters clusters,
      List<Join> joins,
      List<SetAsideKey> setAside) {
    if (!isCertain(identifier)) {
      pairs(identifier, members, clusters, joins);
    } else {
      String excess = excess(clusters, members, identifier);
      if (excess.isEmpty()) {
        members.forEach(one -> unite(clusters, identifier, one, members.get(0), joins));
      } else {
        setAside.add(new SetAsideKey(identifier, ReasonCode.IDENTIFIER_OVER_LIMIT, excess));
      }
    }
  }

  private boolean isCertain(Identifier identifier) {
    return rules.isKey(identifier.namespace()) || holders.unanimous(identifier);
  }

  private void pairs(
      Identifier identifier, List<Member> members, Clusters clusters, List<Join> joins) {
    for (Member member : members) {
      for (Member other : holders.olderThan(member, identifier)) {
        if (rules.agree(member, other)
            && excess(clusters, List.of(member, other), identifier).isEmpty()) {
          unite(clusters, identifier, member, other, joins);
        }
      }
    }
  }

  private void unite(
      Clusters clusters, Identifier identifier, Member one, Member other, List<Join> joins) {
    if (clusters.uniteFreely(one.id(), other.id())) {
      joins.add(join(identifier, one, other));
    }
  }

  /** Returns what joins a member to older ones whatever they weigh, the strongest first. */
  List<Candidate> of(Member member) {
    List<Candidate> joins = new ArrayList<>();
    member.identifiers().stream()
        .filter(this::mayJoin)
        .filter(identifier -> !shared.containsKey(identifier))
        .sorted(strongestFirst)
        .forEach(
            identifier ->
                olderThan(member, identifier)
                    .forEach(
                        other ->
                            joins.add(new Candidate(identifier, join(identifier, member, other)))));
    return joins;
  }

  /**
   * A step that may be taken.
   *
   * @param identifier what the two share
   * @param join the step
   */
  record Candidate(Identifier identifier, Join join) {}

  private List<Member> olderThan(Member member, Identifier identifier) {
    if (isCertain(identifier)) {
      Member oldest = holders.oldest(identifier);
      return oldest.id().equals(member.id()) ? List.of() : List.of(oldest);
    }
    return holders.olderThan(member, identifier).stream()
        .filter(other -> rules.agree(member, other))
        .toList();
  }

  /** Returns what would be too much if a key joined members; empty if nothing would. */
  private String excess(Clusters clusters, List<Member> members, Identifier identifier) {
    return excess(clusters, members.stream().map(Member::id).toList(), identifier);
  }

  private String excess(Clusters clusters, Collection<ProfileId> members, Identifier identifier) {
    int rank = rules.rank(identifier.namespace());
    return clusters.excess(
        members, rules.limits(), rank, namespace -> rules.rank(namespace) <= rank);
  }

  /** Returns whether a step would bring too much together. */
  boolean isTooMuch(Clusters clusters, Candidate step) {
    List<ProfileId> ends = List.of(step.join().member(), step.join().with());
    return !excess(clusters, ends, step.identifier()).isEmpty();
  }

  private Join join(Identifier identifier, Member member, Member other) {
    return new Join(member.id(), other.id(), List.of(ExactKey.evidence(identifier, rules)), RULES);
  }
}

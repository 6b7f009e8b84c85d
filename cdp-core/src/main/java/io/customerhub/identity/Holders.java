package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who holds which identifier, and whether a guarded one is of one person only. */
final class Holders {

  private final Map<Identifier, List<Member>> members;
  private final Set<Identifier> unanimous;

  private Holders(Map<Identifier, List<Member>> members, Set<Identifier> unanimous) {
    this.members = members;
    this.unanimous = unanimous;
  }

  static Holders of(Collection<Member> members, Collection<Member> context, PartitionRules rules) {
    Map<Identifier, List<Member>> own = byIdentifier(members);
    Map<Identifier, List<Member>> others = byIdentifier(context);
    Set<Identifier> unanimous = new HashSet<>();
    own.forEach(
        (identifier, holding) -> {
          List<Member> all = new ArrayList<>(holding);
          all.addAll(others.getOrDefault(identifier, List.of()));
          if (rules.isGuarded(identifier.namespace()) && ofOnePerson(all, rules)) {
            unanimous.add(identifier);
          }
        });
    return new Holders(own, unanimous);
  }

  boolean unanimous(Identifier identifier) {
    return unanimous.contains(identifier);
  }

  Member oldest(Identifier identifier) {
    return members.getOrDefault(identifier, List.of()).get(0);
  }

  List<Member> olderThan(Member member, Identifier identifier) {
    List<Member> holding = members.getOrDefault(identifier, List.of());
    return holding.size() > Partition.PAIRS
        ? List.of()
        : holding.stream().filter(other -> other.id().compareTo(member.id()) < 0).toList();
  }

  /** Only what holders say of themselves can contradict, so each saying is compared once. */
  private static boolean ofOnePerson(List<Member> holding, PartitionRules rules) {
    Map<Map<String, String>, Member> sayings = new LinkedHashMap<>();
    holding.forEach(member -> sayings.putIfAbsent(rules.saying(member), member));
    List<Member> distinct = new ArrayList<>(sayings.values());
    if (distinct.size() > Partition.GENERIC) {
      return false;
    }
    for (int i = 1; i < distinct.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (rules.contradict(distinct.get(i), distinct.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Map<Identifier, List<Member>> byIdentifier(Collection<Member> members) {
    Map<Identifier, List<Member>> holders = new HashMap<>();
    members.stream()
        .sorted(Comparator.comparing(Member::id))
        .forEach(
            member ->
                member
                    .identifiers()
                    .forEach(
                        id -> holders.computeIfAbsent(id, key -> new ArrayList<>()).add(member)));
    return holders;
  }
}

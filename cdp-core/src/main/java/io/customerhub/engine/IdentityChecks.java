package io.customerhub.engine;

import io.customerhub.engine.Violation.Invariant;
import io.customerhub.event.Identifier;
import io.customerhub.identity.Link;
import io.customerhub.identity.Partition;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks whether whole profiles are who they have to be. Only reads. */
final class IdentityChecks {

  private final IdentityGraph graph;

  IdentityChecks(IdentityGraph graph) {
    this.graph = graph;
  }

  SharedKeys keys() {
    return graph.keys();
  }

  /**
   * Looks at whole profiles.
   *
   * @param around the roots of the profiles that decide on the partition of these, with their own
   */
  void look(Unit unit, List<Member> members, Set<ProfileId> around, Findings out) {
    roots(members, out);
    holders(unit.tx(), members, out);
    links(unit.tx(), members, out);
    partition(unit, members, around, out);
  }

  /** A member refuses a root larger than its own id, so that a root that is there is the first. */
  private static void roots(List<Member> members, Findings out) {
    Map<ProfileId, Member> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    for (Member member : members) {
      root(member, byId.get(member.root()), out);
    }
  }

  /** Looks whether the root of a member, if it is there at all, is its own root. */
  static void root(Member member, @Nullable Member root, Findings out) {
    if (root == null || !root.root().equals(root.id())) {
      out.add(
          Invariant.ROOT,
          member,
          List.of(member.id(), member.root()),
          "a root that is the first of its own members",
          root == null ? "one that is not among them" : "one that belongs to " + root.root());
    }
  }

  private static void holders(Transaction tx, List<Member> members, Findings out) {
    for (Map<Identifier, List<Member>> round : rounds(members)) {
      Set<ProfileId> found = Surroundings.ids(tx.profiles().holding(round.keySet()));
      round.values().stream()
          .flatMap(List::stream)
          .filter(member -> !found.contains(member.id()))
          .forEach(member -> lost(member, out));
    }
  }

  private static void lost(Member member, Findings out) {
    String expected = "to be found by each of " + member.identifiers().size() + " identifiers";
    out.add(Invariant.HOLDER, member, expected, "one that does not lead here");
  }

  /**
   * Returns the holders of each identifier, in as few maps as it takes for nobody to be in one map
   * twice: whoever is found is then found by the one identifier that is asked for.
   */
  private static List<Map<Identifier, List<Member>>> rounds(List<Member> members) {
    Map<Identifier, List<Member>> holders = new TreeMap<>();
    for (Member member : members) {
      Set<Identifier> own = new TreeSet<>(member.identifiers());
      own.forEach(one -> holders.computeIfAbsent(one, k -> new ArrayList<>()).add(member));
    }
    List<Map<Identifier, List<Member>>> rounds = new ArrayList<>();
    List<Set<ProfileId>> taken = new ArrayList<>();
    holders.forEach(
        (identifier, holding) -> {
          Set<ProfileId> ids = Surroundings.ids(holding);
          int round = 0;
          while (round < taken.size() && taken.get(round).stream().anyMatch(ids::contains)) {
            round++;
          }
          if (round == taken.size()) {
            taken.add(new HashSet<>());
            rounds.add(new TreeMap<>());
          }
          taken.get(round).addAll(ids);
          rounds.get(round).put(identifier, holding);
        });
    return rounds;
  }

  private static void links(Transaction tx, List<Member> members, Findings out) {
    Map<ProfileId, Member> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    List<Link> links = tx.identities().linksOf(byId.keySet());
    Set<ProfileId> ends = new HashSet<>();
    links.forEach(link -> ends.addAll(List.of(link.a(), link.b())));
    Set<ProfileId> there = Surroundings.ids(tx.profiles().find(ends));
    for (Link link : links) {
      ProfileId own = byId.containsKey(link.a()) ? link.a() : link.b();
      ProfileId other = own.equals(link.a()) ? link.b() : link.a();
      Member member = byId.get(own);
      if (member != null && !there.contains(other)) {
        List<ProfileId> ids = List.of(own, other);
        out.add(Invariant.LINK, member, ids, "both ends of an edge", "one end");
      }
    }
  }

  private void partition(Unit unit, List<Member> members, Set<ProfileId> around, Findings out) {
    Partition partition = graph.partition(unit, graph.read(unit, around));
    Map<ProfileId, ProfileId> roots = partition.roots();
    for (Member member : members) {
      ProfileId computed = roots.getOrDefault(member.id(), member.root());
      if (!computed.equals(member.root())) {
        out.add(
            Invariant.PARTITION,
            member,
            List.of(member.id(), computed, member.root()),
            "root " + computed,
            "root " + member.root());
      }
    }
  }
}

package io.customerhub.engine;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.MatchRecord;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the edges of members in line with whom they have to be compared with: adds those that are
 * missing, and retires similarity that was found by a key which is generic by now.
 *
 * <p>Retiring is what makes the outcome independent of the order: had the key been generic from the
 * start, the two would never have been compared.
 */
final class Reconciliation {

  private final IdentityResolver resolver;
  private final IdentityGraph graph;
  private final SegmentRuns segments;

  Reconciliation(IdentityResolver resolver, IdentityGraph graph, SegmentRuns segments) {
    this.resolver = resolver;
    this.graph = graph;
    this.segments = segments;
  }

  /**
   * Looks at members.
   *
   * @param waiting what is known of them, by member
   * @param around whom they have to be compared with, by member
   */
  void run(Unit unit, Map<ProfileId, Waiting> waiting, Map<ProfileId, Neighbourhood> around) {
    Map<ProfileId, SortedSet<ProfileId>> unseen = unseen(waiting, around);
    Set<ProfileId> ids =
        waiting.keySet().stream()
            .filter(id -> unseen.containsKey(id) || mayHaveTooMuch(waiting, around, id))
            .collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return;
    }
    Edges edges = new Edges(unit.tx().identities().linksOf(ids));
    Map<ProfileId, Member> members = members(unit, ids, unseen, edges);
    for (ProfileId id : new TreeSet<>(ids)) {
      Member member = members.get(id);
      Neighbourhood now = around.get(id);
      if (member != null && now != null) {
        List<Resemblance> found =
            compare(member, unseen.getOrDefault(id, new TreeSet<>()), edges, members);
        List<Link> unfounded =
            now.isNarrowerThan(null) ? unfounded(member, now, edges, members) : List.of();
        if (!found.isEmpty() || !unfounded.isEmpty()) {
          settle(unit, member, found, unfounded);
        }
      }
    }
  }

  /** The edges of a newborn were found by the keys in use, unless one became generic meanwhile. */
  private static boolean mayHaveTooMuch(
      Map<ProfileId, Waiting> waiting, Map<ProfileId, Neighbourhood> around, ProfileId id) {
    Waiting one = waiting.get(id);
    Neighbourhood now = around.get(id);
    return one != null && now != null && now.isNarrowerThan(one.first());
  }

  /** Returns the pairs that were not compared at birth, each once. */
  private static Map<ProfileId, SortedSet<ProfileId>> unseen(
      Map<ProfileId, Waiting> waiting, Map<ProfileId, Neighbourhood> around) {
    Map<ProfileId, SortedSet<ProfileId>> unseen = new TreeMap<>();
    around.forEach(
        (id, now) -> {
          Waiting one = waiting.get(id);
          if (one != null) {
            SortedSet<ProfileId> others = new TreeSet<>(now.neighbours());
            others.removeIf(
                other ->
                    saw(one, other)
                        || saw(waiting.get(other), id)
                        || unseen.getOrDefault(other, new TreeSet<>()).contains(id));
            if (!others.isEmpty()) {
              unseen.put(id, others);
            }
          }
        });
    return unseen;
  }

  private static boolean saw(@Nullable Waiting one, ProfileId other) {
    return one != null && one.first() != null && one.first().neighbours().contains(other);
  }

  private static Map<ProfileId, Member> members(
      Unit unit, Set<ProfileId> ids, Map<ProfileId, SortedSet<ProfileId>> unseen, Edges edges) {
    Set<ProfileId> all = new HashSet<>(ids);
    unseen.values().forEach(all::addAll);
    all.addAll(edges.similarEnds());
    return unit.tx().profiles().find(all).stream()
        .collect(Collectors.toMap(Member::id, Function.identity()));
  }

  private List<Resemblance> compare(
      Member member, Set<ProfileId> others, Edges edges, Map<ProfileId, Member> members) {
    MatchRecord record = resolver.prepare(member);
    OpenPairs open = OpenPairs.of(edges.of(member.id()));
    List<Resemblance> found = new ArrayList<>();
    for (ProfileId id : others) {
      Member other = members.get(id);
      if (other != null && !edges.resemble(member.id(), id)) {
        resolver
            .resemblance(record, resolver.prepare(other))
            .map(match -> new Resemblance(other, match))
            .filter(one -> one.decides() || open.mayKeep(one))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private List<Link> unfounded(
      Member member, Neighbourhood now, Edges edges, Map<ProfileId, Member> members) {
    List<Link> unfounded = new ArrayList<>();
    for (Link link : edges.similarOf(member.id())) {
      Member other = members.get(link.a().equals(member.id()) ? link.b() : link.a());
      if (other != null
          && !now.neighbours().contains(other.id())
          && !now.meets(resolver.lookUpKeys(resolver.prepare(other)))) {
        unfounded.add(link);
      }
    }
    return unfounded;
  }

  private void settle(Unit unit, Member member, List<Resemblance> found, List<Link> unfounded) {
    Set<ProfileId> needed = new HashSet<>(Set.of(member.id()));
    found.forEach(one -> needed.add(one.member().id()));
    unfounded.forEach(link -> needed.addAll(List.of(link.a(), link.b())));
    SortedSet<ProfileId> roots = new TreeSet<>();
    unit.tx().profiles().find(needed).forEach(one -> roots.add(one.root()));
    List<Member> locked = graph.lock(unit, roots, needed).members();
    segments.catchUpEach(unit, locked);

    // Read again under the lock: somebody else may have come to the same pair from its other end.
    Edges edges = new Edges(unit.tx().identities().linksOf(Set.of(member.id())));
    unfounded.stream()
        .filter(edges::isActive)
        .forEach(link -> unit.tx().identities().save(link.retired()));
    List<Link> added =
        found.stream()
            .filter(one -> one.decides() && !edges.resemble(member.id(), one.member().id()))
            .map(one -> one.link(unit, member.id()))
            .toList();
    Decision decision = Decision.by(Decision.RULES, "", member.id(), null);
    Regrouping regrouping = graph.regroup(unit, locked, added, decision);
    possible(unit, member, found, edges, regrouping);
    segments.regrouped(unit, regrouping, null);
  }

  /** Of other profiles that the member has no edge to yet, the closest are kept. */
  private static void possible(
      Unit unit, Member member, List<Resemblance> found, Edges edges, Regrouping regrouping) {
    Map<ProfileId, ProfileId> roots = new HashMap<>();
    regrouping.members().forEach((id, one) -> roots.put(id, one.root()));
    Set<@Nullable ProfileId> known = new HashSet<>();
    known.add(roots.get(member.id()));
    edges.otherEnds(member.id()).forEach(other -> known.add(roots.get(other)));
    Map<ProfileId, Resemblance> possible = new TreeMap<>();
    for (Resemblance one : found) {
      ProfileId root = roots.get(one.member().id());
      if (!one.decides() && root != null && !known.contains(root)) {
        possible.merge(root, one, Resemblance::closer);
      }
    }
    OpenPairs.of(edges.of(member.id()))
        .closest(possible.values())
        .forEach(one -> unit.tx().identities().add(one.link(unit, member.id())));
  }

  /** The edges of some members, by either end. */
  private static final class Edges {

    private final Map<ProfileId, List<Link>> byEnd = new HashMap<>();

    Edges(List<Link> links) {
      for (Link link : links) {
        byEnd.computeIfAbsent(link.a(), end -> new ArrayList<>()).add(link);
        byEnd.computeIfAbsent(link.b(), end -> new ArrayList<>()).add(link);
      }
    }

    List<Link> of(ProfileId member) {
      return byEnd.getOrDefault(member, List.of());
    }

    List<Link> similarOf(ProfileId member) {
      return of(member).stream().filter(Edges::isSimilar).toList();
    }

    /** Returns both ends of each edge by similarity that counts. */
    Set<ProfileId> similarEnds() {
      return byEnd.entrySet().stream()
          .filter(entry -> entry.getValue().stream().anyMatch(Edges::isSimilar))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    boolean isActive(Link link) {
      return similarOf(link.a()).stream().anyMatch(one -> one.id().equals(link.id()));
    }

    /** Returns whether an edge of the rules is between the two. */
    boolean resemble(ProfileId one, ProfileId other) {
      return of(one).stream()
          .filter(link -> other.equals(link.a()) || other.equals(link.b()))
          .anyMatch(
              link ->
                  link.kind() == LinkKind.POSSIBLE
                      || link.kind() == LinkKind.HOUSEHOLD
                      || isSimilar(link));
    }

    List<ProfileId> otherEnds(ProfileId member) {
      return of(member).stream()
          .map(link -> link.a().equals(member) ? link.b() : link.a())
          .toList();
    }

    private static boolean isSimilar(Link link) {
      return link.active() && link.kind() == LinkKind.SIMILAR;
    }
  }
}

package io.customerhub.engine;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.Match;
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
import org.jspecify.annotations.Nullable;

/**
 * Compares the records of a store anew, by another model than the one that linked them, and tells
 * which links of similarity would come and go. Writes nothing; reads a page at a time.
 *
 * <p>Each pair is looked at once, by its younger record, as it was at birth.
 */
final class Revaluation {

  /** Most links that come or go; a store where more do is not looked at to its end. */
  static final int MOST = 200_000;

  private static final int PAGE = 200;

  /**
   * A link that comes or goes.
   *
   * @param a the older member
   * @param rootOfA its profile
   * @param b the younger member
   * @param rootOfB its profile
   * @param match what the two are now
   * @param link the link that goes; null if one comes
   */
  record Edge(
      ProfileId a,
      ProfileId rootOfA,
      ProfileId b,
      ProfileId rootOfB,
      Match match,
      @Nullable Link link) {}

  private final IdentityResolver resolver;
  private final Neighbours neighbours;
  private final List<Edge> edges = new ArrayList<>();
  private final SortedSet<ProfileId> weighed = new TreeSet<>();
  private long records;
  private long compared;
  private boolean complete;

  private Revaluation(IdentityResolver resolver, Neighbours neighbours) {
    this.resolver = resolver;
    this.neighbours = neighbours;
  }

  static Revaluation of(Units units, IdentityResolver resolver, Neighbours neighbours) {
    Revaluation revaluation = new Revaluation(resolver, neighbours);
    ProfileId last = null;
    do {
      ProfileId after = last;
      last = units.run(unit -> revaluation.page(unit, after));
    } while (last != null && revaluation.edges.size() < MOST);
    revaluation.complete = last == null;
    return revaluation;
  }

  private @Nullable ProfileId page(Unit unit, @Nullable ProfileId after) {
    List<ProfileId> roots = unit.tx().catalog().roots(after, PAGE);
    new Page(unit, unit.tx().profiles().clusters(new TreeSet<>(roots))).look();
    return roots.size() < PAGE ? null : roots.get(roots.size() - 1);
  }

  /** Returns profiles in which the weights of links that stay may matter. */
  SortedSet<ProfileId> weighed() {
    return weighed;
  }

  /** Returns the links that come and go. */
  List<Edge> edges() {
    return edges;
  }

  long records() {
    return records;
  }

  long compared() {
    return compared;
  }

  /** Returns whether all records were looked at. */
  boolean isComplete() {
    return complete;
  }

  /** The members of some profiles with those that they have to be compared with. */
  private final class Page {

    private final List<Member> members;
    private final Map<ProfileId, MatchRecord> prepared = new HashMap<>();
    private final Map<ProfileId, List<Link>> links;
    private final Map<ProfileId, Set<ProfileId>> older = new HashMap<>();
    private final Map<ProfileId, Member> known = new HashMap<>();
    private final Map<ProfileId, Integer> sizes = new HashMap<>();

    Page(Unit unit, List<Member> members) {
      this.members = members;
      this.links = links(unit);
      Map<ProfileId, Neighbourhood> around = new TreeMap<>();
      members.forEach(member -> around.put(member.id(), around(member)));
      members.forEach(member -> sizes.merge(member.root(), 1, Integer::sum));
      neighbours.find(unit, around.values());
      around.forEach((id, found) -> older.put(id, older(id, found)));
      Set<ProfileId> all = new HashSet<>();
      older.values().forEach(all::addAll);
      unit.tx().profiles().find(all).forEach(member -> known.put(member.id(), member));
    }

    void look() {
      records += members.size();
      for (Member member : members) {
        for (ProfileId id : older.getOrDefault(member.id(), Set.of())) {
          Member other = known.get(id);
          if (other != null) {
            compare(other, member);
          }
        }
      }
    }

    private Neighbourhood around(Member member) {
      return new Neighbourhood(member.id(), resolver.lookUpKeys(prepared(member)));
    }

    private MatchRecord prepared(Member member) {
      return prepared.computeIfAbsent(member.id(), id -> resolver.prepare(member));
    }

    private Set<ProfileId> older(ProfileId member, Neighbourhood around) {
      Set<ProfileId> found = new TreeSet<>(around.neighbours().headSet(member));
      links.getOrDefault(member, List.of()).forEach(link -> found.add(link.a()));
      return found;
    }

    /** Returns the links of similarity by their younger end. */
    private Map<ProfileId, List<Link>> links(Unit unit) {
      Set<ProfileId> ids = new HashSet<>();
      members.forEach(member -> ids.add(member.id()));
      Map<ProfileId, List<Link>> byYounger = new HashMap<>();
      for (Link link : unit.tx().identities().linksOf(ids)) {
        if (link.active() && link.kind() == LinkKind.SIMILAR) {
          byYounger.computeIfAbsent(link.b(), id -> new ArrayList<>()).add(link);
        }
      }
      return byYounger;
    }

    private void compare(Member a, Member b) {
      compared++;
      Match match = resolver.compare(prepared(a), prepared(b));
      List<Link> between =
          links.getOrDefault(b.id(), List.of()).stream()
              .filter(link -> link.a().equals(a.id()))
              .toList();
      if (match.grade() != Match.Grade.MATCH) {
        between.forEach(link -> edges.add(edge(a, b, match, link)));
      } else if (between.isEmpty()) {
        edges.add(edge(a, b, match, null));
      } else if (!a.root().equals(b.root()) || sizes.getOrDefault(b.root(), 0) > 2) {
        weighed.add(b.root());
      }
    }

    private static Edge edge(Member a, Member b, Match match, @Nullable Link link) {
      return new Edge(a.id(), a.root(), b.id(), b.root(), match, link);
    }
  }
}

package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Profiles that depend on each other when links of similarity come and go, so that they are settled
 * together and apart from all others.
 *
 * @param roots the profiles
 * @param edges what comes and goes among their records; may be none
 */
record Affected(SortedSet<ProfileId> roots, List<Revaluation.Edge> edges) {

  /**
   * Returns the groups to settle: those in which a link comes or goes, and those that fall into
   * other profiles though all links stay, since they weigh something else.
   */
  static List<Affected> of(Units units, IdentityGraph graph, Revaluation revaluation) {
    List<Affected> groups = new ArrayList<>(by(revaluation.edges()));
    SortedSet<ProfileId> left = new TreeSet<>(revaluation.weighed());
    groups.forEach(group -> left.removeAll(group.roots));
    while (!left.isEmpty()) {
      ProfileId root = left.first();
      Component component = units.run(unit -> graph.read(unit, Set.of(root)));
      left.remove(root);
      component.members().forEach(member -> left.remove(member.root()));
      if (units.run(unit -> graph.falls(unit, component))) {
        groups.add(new Affected(new TreeSet<>(Set.of(root)), List.of()));
      }
    }
    return groups;
  }

  private static List<Affected> by(List<Revaluation.Edge> edges) {
    Map<ProfileId, ProfileId> up = new HashMap<>();
    edges.forEach(edge -> unite(up, edge.rootOfA(), edge.rootOfB()));
    SortedMap<ProfileId, Affected> groups = new TreeMap<>();
    for (Revaluation.Edge edge : edges) {
      Affected group =
          groups.computeIfAbsent(
              top(up, edge.rootOfA()), top -> new Affected(new TreeSet<>(), new ArrayList<>()));
      group.roots.addAll(List.of(edge.rootOfA(), edge.rootOfB()));
      group.edges.add(edge);
    }
    return List.copyOf(groups.values());
  }

  private static void unite(Map<ProfileId, ProfileId> up, ProfileId a, ProfileId b) {
    ProfileId x = top(up, a);
    ProfileId y = top(up, b);
    boolean older = x.compareTo(y) < 0;
    up.put(older ? y : x, older ? x : y);
  }

  private static ProfileId top(Map<ProfileId, ProfileId> up, ProfileId id) {
    ProfileId at = id;
    ProfileId above = up.getOrDefault(at, at);
    while (!above.equals(at)) {
      ProfileId next = up.getOrDefault(above, above);
      up.put(at, next);
      at = next;
      above = up.getOrDefault(at, at);
    }
    return at;
  }
}

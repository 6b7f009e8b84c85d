package io.customerhub.engine;

import io.customerhub.engine.ModelPreview.Change;
import io.customerhub.engine.ModelPreview.Kind;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Link;
import io.customerhub.identity.Partition;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds out what another model would merge and split. Writes nothing. */
final class Previews {

  private static final int SHOWN = 100;

  private final IdentityGraph graph;
  private final List<Change> merged = new ArrayList<>();
  private final List<Change> split = new ArrayList<>();
  private long merges;
  private long splits;

  /**
   * Creates it.
   *
   * @param graph which weighs by the other model
   */
  private Previews(IdentityGraph graph) {
    this.graph = graph;
  }

  static ModelPreview of(
      Units units, IdentityGraph graph, IdentityResolver resolver, Neighbours neighbours) {
    Revaluation revaluation = Revaluation.of(units, resolver, neighbours);
    Previews previews = new Previews(graph.withResolver(resolver));
    for (Affected affected : Affected.of(units, previews.graph, revaluation)) {
      units.run(
          unit -> {
            previews.look(unit, affected);
            return affected;
          });
    }
    return new ModelPreview(
        resolver.model().version(),
        revaluation.records(),
        revaluation.compared(),
        previews.merges,
        previews.splits,
        previews.changes(),
        revaluation.isComplete());
  }

  private List<Change> changes() {
    Comparator<Change> byBits = Comparator.comparingDouble(change -> change.match().bits());
    return Stream.concat(
            merged.stream().sorted(byBits.reversed()).limit(SHOWN),
            split.stream().sorted(byBits).limit(SHOWN))
        .toList();
  }

  private void look(Unit unit, Affected affected) {
    Component component = graph.read(unit, affected.roots());
    List<Member> members = component.members();
    Partition partition =
        graph.partition(unit, members, links(unit, component, affected), /* newborn= */ null);
    Map<ProfileId, Set<ProfileId>> newByOld = new HashMap<>();
    Map<ProfileId, Set<ProfileId>> oldByNew = new HashMap<>();
    for (Member member : members) {
      ProfileId now = partition.root(member.id());
      newByOld.computeIfAbsent(member.root(), root -> new HashSet<>()).add(now);
      oldByNew.computeIfAbsent(now, root -> new HashSet<>()).add(member.root());
    }
    splits += newByOld.values().stream().mapToLong(roots -> roots.size() - 1).sum();
    merges += oldByNew.values().stream().mapToLong(roots -> roots.size() - 1).sum();
    affected.edges().forEach(edge -> show(edge, partition));
  }

  private void show(Revaluation.Edge edge, Partition partition) {
    boolean together = partition.root(edge.a()).equals(partition.root(edge.b()));
    boolean before = edge.rootOfA().equals(edge.rootOfB());
    Link link = edge.link();
    if (link == null && together && !before) {
      merged.add(new Change(Kind.MERGE, edge.a(), edge.b(), edge.match(), 0));
    } else if (link != null && !together && before) {
      split.add(new Change(Kind.SPLIT, edge.a(), edge.b(), edge.match(), link.bits()));
    }
  }

  private static List<Link> links(Unit unit, Component component, Affected affected) {
    List<Link> links = new ArrayList<>(component.links());
    long number = 0;
    for (Revaluation.Edge edge : affected.edges()) {
      Link gone = edge.link();
      if (gone == null) {
        links.add(link(unit, edge, new UUID(0, number++)));
      } else {
        links.removeIf(link -> link.id().equals(gone.id()));
      }
    }
    return links;
  }

  /** Returns the link that an edge becomes: what no longer decides waits for a person. */
  static Link link(Unit unit, Revaluation.Edge edge, UUID id) {
    return new Link(
        id,
        edge.a(),
        edge.b(),
        edge.match().linkKind(),
        edge.match().evidence(),
        Decision.RULES,
        "",
        unit.now(),
        true,
        0);
  }
}

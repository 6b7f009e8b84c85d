package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Join;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.Partition;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds out how a profile came together and what it hangs by, inside a unit. Writes nothing. */
final class Steps {

  private final IdentityResolver resolver;
  private final IdentityGraph graph;

  Steps(IdentityResolver resolver, IdentityGraph graph) {
    this.resolver = resolver;
    this.graph = graph;
  }

  How how(Unit unit, ProfileId root) {
    Component component = graph.read(unit, Set.of(root));
    List<Member> members = component.members();
    Map<Identifier, ReasonCode> shared = graph.keys().of(unit, members, null);
    List<Member> context = graph.context(unit, members, shared.keySet());
    List<Link> links = component.links();
    Partition partition = graph.partition(unit, component);
    List<Join> steps = Partitions.joins(partition, root);
    Join weakest =
        steps.stream()
            .filter(step -> step.actor().equals(Decision.RULES))
            .min(Comparator.comparingDouble(Join::bits))
            .orElse(null);
    List<List<ProfileId>> without =
        weakest == null
            ? List.of()
            : groups(
                resolver.partition(
                    cut(members, weakest), cut(context, weakest), cut(links, weakest), shared),
                Component.ids(component.of(root)));
    List<Member> own = component.of(root);
    return new How(root, own, steps, weakest, without, Partitions.setAside(partition, own));
  }

  private static List<List<ProfileId>> groups(Partition partition, Set<ProfileId> among) {
    SortedMap<ProfileId, List<ProfileId>> groups = new TreeMap<>();
    new TreeSet<>(among)
        .forEach(id -> groups.computeIfAbsent(partition.root(id), r -> new ArrayList<>()).add(id));
    return List.copyOf(groups.values());
  }

  /** A link joined them, or a key did: only the one that did is taken away. */
  private static List<Link> cut(List<Link> links, Join step) {
    if (isByKey(step)) {
      return links;
    }
    Set<ProfileId> ends = Set.of(step.member(), step.with());
    return links.stream()
        .filter(link -> link.kind() != LinkKind.SIMILAR || !isBetween(link, ends))
        .toList();
  }

  private static boolean isByKey(Join step) {
    // Similarity weighs at least the prior and a level.
    return step.evidence().size() == 1;
  }

  private static boolean isBetween(Link link, Set<ProfileId> ends) {
    return ends.contains(link.a()) && ends.contains(link.b());
  }

  /** Where a key joined them, the younger record loses what it shares with the other by it. */
  private static List<Member> cut(Collection<Member> members, Join step) {
    if (!isByKey(step)) {
      return List.copyOf(members);
    }
    String namespace = step.evidence().get(0).comparison();
    Set<Identifier> shared = shared(members, step, namespace);
    return members.stream()
        .map(member -> member.id().equals(step.member()) ? without(member, shared) : member)
        .toList();
  }

  private static Set<Identifier> shared(Collection<Member> members, Join step, String namespace) {
    Member a = find(members, step.member());
    Member b = find(members, step.with());
    Set<Identifier> shared = new HashSet<>();
    if (a != null && b != null) {
      shared.addAll(a.identifiers());
      shared.retainAll(b.identifiers());
      shared.removeIf(identifier -> !identifier.namespace().equals(namespace));
    }
    return shared;
  }

  private static @Nullable Member find(Collection<Member> members, ProfileId id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst().orElse(null);
  }

  private static Member without(Member member, Set<Identifier> identifiers) {
    return new Member(
        member.id(),
        member.record(),
        member.identifiers().stream().filter(id -> !identifiers.contains(id)).toList(),
        member.fields(),
        member.bornAt(),
        member.root(),
        member.version(),
        member.claims(),
        member.activity());
  }
}

package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Join;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.Partition;
import io.customerhub.identity.SetAsideKey;
import io.customerhub.profile.Member;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the partition of some profiles anew and writes what changed. The only writer of roots.
 */
final class IdentityGraph {

  private final IdentityResolver resolver;
  private final SharedKeys keys;
  private final Components components;

  IdentityGraph(IdentityResolver resolver, Declarations declarations) {
    this(resolver, new SharedKeys(resolver.rules(), declarations));
  }

  private IdentityGraph(IdentityResolver resolver, SharedKeys keys) {
    this.resolver = resolver;
    this.keys = keys;
    this.components = new Components(resolver, keys);
  }

  /** Returns a copy that weighs by another model. */
  IdentityGraph withResolver(IdentityResolver other) {
    return new IdentityGraph(other, keys);
  }

  /** Returns which identifiers join nobody. */
  SharedKeys keys() {
    return keys;
  }

  /** Reads profiles with all others on which their partition depends. */
  Component read(Unit unit, Set<ProfileId> roots) {
    return components.read(unit, roots);
  }

  /** Locks profiles with all others on which their partition depends; see {@link Components}. */
  Component lock(Unit unit, SortedSet<ProfileId> roots, Collection<ProfileId> needed) {
    return components.lock(unit, roots, needed);
  }

  /** Does the same for the profiles that a newborn may join. */
  Component lockFor(
      Unit unit, Member newborn, SortedSet<ProfileId> roots, Collection<ProfileId> needed) {
    return components.lockFor(unit, newborn, roots, needed);
  }

  /** Returns the steps that joined a profile as it is, without writing. */
  List<Join> joins(Unit unit, ProfileId root) {
    return Partitions.joins(partition(unit, read(unit, Set.of(root))), root);
  }

  /** Returns who a profile is, and how we know. */
  Explanation explain(Unit unit, Profile view, List<Member> cluster) {
    ProfileId root = cluster.get(0).root();
    Partition partition = partition(unit, read(unit, Set.of(root)));
    return Explanation.of(
        view, cluster, Partitions.joins(partition, root), Partitions.setAside(partition, cluster));
  }

  /** Computes the partition of a component as it is, without writing. */
  Partition partition(Unit unit, Component component) {
    return partition(unit, component.members(), component.links(), null);
  }

  /** Returns whether a component falls into other profiles than those that are stored. */
  boolean falls(Unit unit, Component component) {
    Partition partition = partition(unit, component);
    return component.members().stream()
        .anyMatch(member -> !partition.root(member.id()).equals(member.root()));
  }

  /**
   * Adds a newborn member to the profiles it belongs to, which the unit has locked. Where at most
   * one profile comes into question, nothing is weighed in it and no guarded identifier comes into
   * question, the newborn joins it or nobody: the partition of the others cannot change and is not
   * computed again.
   *
   * @param component of these profiles
   * @param added edges of the newborn
   */
  Regrouping bear(Unit unit, Member newborn, Component component, List<Link> added) {
    List<Member> locked = component.members();
    Optional<Join> join =
        components.isPlain(unit, newborn, component)
            ? closest(newborn, locked, added)
            : Optional.empty();
    return locked.isEmpty() || (join.isPresent() && isCertain(join.get(), locked))
        ? attach(unit, newborn, locked, added, join)
        : regroup(unit, component, added, Decision.birth(newborn));
  }

  /** Two records that match are one person; with more of them, the guard has its say. */
  private static boolean isCertain(Join join, List<Member> locked) {
    return locked.size() == 1 || join.evidence().size() == 1;
  }

  private Optional<Join> closest(Member newborn, List<Member> locked, List<Link> added) {
    Stream<Join> byKey =
        locked.stream()
            .flatMap(
                other ->
                    resolver.sharedKey(newborn, other).stream()
                        .map(why -> join(newborn, other.id(), List.of(why))));
    Stream<Join> bySimilarity =
        added.stream()
            .filter(link -> link.kind() == LinkKind.SIMILAR)
            .map(link -> join(newborn, link.a(), link.evidence()));
    return Stream.concat(byKey, bySimilarity).max(Comparator.comparingDouble(IdentityGraph::bits));
  }

  private static Join join(Member newborn, ProfileId other, List<Evidence> evidence) {
    return new Join(newborn.id(), other, evidence, Decision.RULES);
  }

  private static double bits(Join join) {
    return join.evidence().stream().mapToDouble(Evidence::bits).sum();
  }

  private Regrouping attach(
      Unit unit, Member newborn, List<Member> locked, List<Link> added, Optional<Join> join) {
    ProfileId root = locked.isEmpty() ? newborn.id() : locked.get(0).root();
    Member placed = newborn.withRoot(root);
    unit.tx().profiles().insert(placed);
    added.forEach(unit.tx().identities()::add);
    SortedMap<ProfileId, Member> after = new TreeMap<>();
    locked.forEach(member -> after.put(member.id(), member));
    after.put(placed.id(), placed);
    SortedSet<ProfileId> touched = new TreeSet<>(Set.of(root));
    List<SetAsideKey> setAside = keys.of(unit, newborn);
    return new Regrouping(after, join.stream().toList(), Map.of(), Set.of(), touched, setAside);
  }

  /**
   * Computes the partition of a component, which the unit has locked, and saves the difference.
   *
   * @param added edges to add and to take into account
   */
  Regrouping regroup(Unit unit, List<Member> locked, List<Link> added, Decision decision) {
    List<Link> links = unit.tx().identities().linksOf(Component.ids(locked));
    return regroup(unit, new Component(locked, links), added, decision);
  }

  private Regrouping regroup(Unit unit, Component component, List<Link> added, Decision decision) {
    SortedMap<ProfileId, Member> before = new TreeMap<>();
    component.members().forEach(member -> before.put(member.id(), member));
    List<Member> all = new ArrayList<>(component.members());
    if (decision.newborn() != null) {
      all.add(decision.newborn());
    }
    Partition partition = partition(unit, all, component.with(added), decision.newborn());
    SortedMap<ProfileId, Member> after = save(unit, before, partition, decision);
    added.forEach(unit.tx().identities()::add);
    Map<MergeId, ProfileId> merges = Journal.write(unit, before, partition, decision);
    return new Regrouping(
        after,
        partition.joins(),
        merges,
        gone(before, partition),
        touched(before, after),
        partition.setAside());
  }

  /**
   * Computes a partition without writing.
   *
   * @param newborn one of the members that is not stored yet; null if there is none
   */
  Partition partition(Unit unit, List<Member> members, List<Link> links, @Nullable Member newborn) {
    Map<Identifier, ReasonCode> shared = keys.of(unit, members, newborn);
    return resolver.partition(members, context(unit, members, shared.keySet()), links, shared);
  }

  /** Returns the others that hold a guarded identifier of some members, to see if it is shared. */
  List<Member> context(Unit unit, Collection<Member> members, Set<Identifier> shared) {
    Set<ProfileId> ids = new HashSet<>();
    Set<Identifier> guarded = new HashSet<>();
    for (Member member : members) {
      ids.add(member.id());
      member.identifiers().stream()
          .filter(identifier -> resolver.rules().isGuarded(identifier.namespace()))
          .filter(identifier -> !shared.contains(identifier))
          .forEach(guarded::add);
    }
    return guarded.isEmpty()
        ? List.of()
        : unit.tx().profiles().holding(guarded).stream()
            .filter(member -> !ids.contains(member.id()))
            .toList();
  }

  private static SortedMap<ProfileId, Member> save(
      Unit unit, SortedMap<ProfileId, Member> before, Partition partition, Decision decision) {
    SortedMap<ProfileId, Member> after = new TreeMap<>(before);
    List<Member> moved = new ArrayList<>();
    before.forEach(
        (id, member) -> {
          if (!partition.root(id).equals(member.root())) {
            moved.add(member.withRoot(partition.root(id)));
          }
        });
    if (!moved.isEmpty()) {
      unit.tx().profiles().save(moved);
      moved.forEach(m -> after.put(m.id(), m.withVersion(m.version() + 1)));
    }
    Member newborn = decision.newborn();
    if (newborn != null) {
      Member placed = newborn.withRoot(partition.root(newborn.id()));
      unit.tx().profiles().insert(placed);
      after.put(placed.id(), placed);
    }
    return after;
  }

  private static Set<ProfileId> gone(Map<ProfileId, Member> before, Partition partition) {
    Set<ProfileId> gone = Journal.oldRoots(before);
    gone.removeIf(root -> partition.root(root).equals(root));
    return gone;
  }

  private static SortedSet<ProfileId> touched(
      Map<ProfileId, Member> before, Map<ProfileId, Member> after) {
    SortedSet<ProfileId> touched = new TreeSet<>();
    after.forEach(
        (id, member) -> {
          Member was = before.get(id);
          if (was == null || !was.root().equals(member.root())) {
            touched.add(member.root());
            if (was != null && isRoot(after, was.root())) {
              touched.add(was.root());
            }
          }
        });
    return touched;
  }

  private static boolean isRoot(Map<ProfileId, Member> after, ProfileId id) {
    Member member = after.get(id);
    return member != null && member.root().equals(id);
  }
}

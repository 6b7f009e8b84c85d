package io.customerhub.engine;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.Membership;
import io.customerhub.spi.Redo;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Tombstone;
import io.customerhub.spi.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what a look found wrong, inside a unit, from what cannot be derived: events and
 * people's decisions. Where nothing is wrong it writes nothing.
 */
final class Repairs {

  private static final String ACTOR = "rebuild";

  private final Ingest ingest;
  private final Registry registry;
  private final IdentityGraph graph;
  private final SegmentRuns runs;
  private final Neighbours neighbours;

  Repairs(
      Ingest ingest,
      Registry registry,
      IdentityGraph graph,
      SegmentRuns runs,
      Neighbours neighbours) {
    this.ingest = ingest;
    this.registry = registry;
    this.graph = graph;
    this.runs = runs;
    this.neighbours = neighbours;
  }

  /**
   * Bears the record of an event anew, under the id that the event was born under; its facts are
   * folded when its profile is looked at. Not if the person was erased.
   */
  void restore(Unit unit, StoredEvent stored) {
    ProfileId id = stored.about().orElseThrow();
    Transaction tx = unit.tx();
    boolean isLost =
        tx.profiles().find(Set.of(id)).isEmpty()
            && tx.erasures().tombstones(Set.of(id)).isEmpty()
            && tx.events()
                .find(stored.event().source(), stored.event().messageId())
                .filter(now -> now.about().equals(stored.about()))
                .isPresent();
    if (isLost) {
      Prepared prepared = ingest.prepare(stored.event());
      Member born = Registry.recordOf(prepared, id, stored.receivedAt());
      if (tx.profiles().findByRecord(born.record()).isEmpty()) {
        tx.profiles().insert(born);
        unit.redo(id, Redo.Reason.BORN);
      }
    }
  }

  /** Puts a profile right, and all whom that concerns; returns false if too many hang together. */
  boolean profile(Unit unit, ProfileId root) {
    Optional<List<Member>> found = lock(unit, root);
    found.filter(members -> !members.isEmpty()).ifPresent(members -> derive(unit, members));
    return found.isPresent();
  }

  private Optional<List<Member>> lock(Unit unit, ProfileId root) {
    List<Member> own = unit.tx().profiles().clusters(Set.of(root));
    unit.mention(Component.ids(own));
    // First: whom it hangs together with is looked up by what it holds.
    unit.tx().profiles().reindex(own);
    Optional<SortedSet<ProfileId>> around = around(unit, root);
    if (around.isEmpty()) {
      return Optional.empty();
    }
    SortedSet<ProfileId> ids = around.get();
    List<Member> locked = ids.isEmpty() ? List.of() : unit.tx().profiles().lock(ids);
    boolean same = around(unit, root).filter(now -> ids.containsAll(now)).isPresent();
    if (!same && !ids.isEmpty()) {
      throw new ConflictException("who hangs together changed before it was locked", null);
    }
    return Optional.of(locked);
  }

  /** Returns the roots of all who hang together, and of those who were given a wrong one. */
  private Optional<SortedSet<ProfileId>> around(Unit unit, ProfileId root) {
    SortedSet<ProfileId> roots = new TreeSet<>(Set.of(root));
    int before;
    do {
      before = roots.size();
      List<Member> members = new ArrayList<>(unit.tx().profiles().clusters(roots));
      // A root that is given to another is not among its own members.
      members.addAll(unit.tx().profiles().find(roots));
      Optional<SortedSet<ProfileId>> wider = Surroundings.all(unit, graph.keys(), members);
      if (wider.isEmpty()) {
        return Optional.empty();
      }
      roots.addAll(wider.get());
    } while (roots.size() > before);
    roots.removeIf(id -> unit.tx().profiles().clusters(Set.of(id)).isEmpty());
    return Optional.of(roots);
  }

  private void derive(Unit unit, List<Member> locked) {
    unit.tx().profiles().reindex(locked);
    removeLooseEdges(unit.tx(), locked);
    List<Member> folded = fold(unit.tx(), rooted(unit.tx(), locked));
    Decision decision = Decision.by(ACTOR, "", folded.get(0).id(), null);
    Regrouping regrouping = graph.regroup(unit, folded, List.of(), decision);
    runs.regrouped(unit, regrouping, null);
    List<Member> now = List.copyOf(regrouping.members().values());
    index(unit, now);
    memberships(unit, now);
  }

  /** Lets members whose root is not there begin anew. */
  private static List<Member> rooted(Transaction tx, List<Member> members) {
    Set<ProfileId> ids = Component.ids(members);
    List<Member> lost =
        members.stream()
            .filter(member -> !ids.contains(member.root()))
            .map(member -> member.withRoot(member.id()))
            .toList();
    if (lost.isEmpty()) {
      return members;
    }
    tx.profiles().save(lost);
    return tx.profiles().find(ids);
  }

  private static void removeLooseEdges(Transaction tx, List<Member> members) {
    Set<ProfileId> ends = new TreeSet<>();
    tx.identities()
        .linksOf(Component.ids(members))
        .forEach(link -> ends.addAll(List.of(link.a(), link.b())));
    ends.removeAll(Component.ids(tx.profiles().find(ends)));
    if (!ends.isEmpty()) {
      tx.erasures().removeMembers(ends);
    }
  }

  private static List<Member> fold(Transaction tx, List<Member> members) {
    Map<ProfileId, Member> folded = EventFold.of(tx, members);
    List<Member> changed = new ArrayList<>();
    List<Member> all = new ArrayList<>();
    for (Member member : members) {
      Member now = folded.getOrDefault(member.id(), member);
      boolean same =
          now.claims().equals(member.claims()) && now.activity().equals(member.activity());
      if (!same) {
        changed.add(now);
      }
      all.add(same ? member : now.withVersion(member.version() + 1));
    }
    if (!changed.isEmpty()) {
      tx.profiles().save(changed);
    }
    return all;
  }

  private void index(Unit unit, List<Member> members) {
    Map<ProfileId, Neighbourhood> around = new TreeMap<>();
    members.forEach(
        member ->
            around.put(member.id(), new Neighbourhood(member.id(), registry.lookUpKeys(member))));
    neighbours.find(unit, around.values());
    around.forEach(
        (id, found) -> {
          if (!found.unindexed().isEmpty()) {
            unit.tx().candidates().index(id, found.unindexed());
            unit.redo(id, Redo.Reason.INDEXED);
          }
        });
  }

  private void memberships(Unit unit, List<Member> members) {
    Map<ProfileId, Member> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    unit.tx().memberships().of(byId.keySet()).stream()
        .map(Membership::profile)
        .filter(id -> !isRoot(byId.get(id)))
        .distinct()
        .forEach(unit.tx().memberships()::removeProfile);
    Clustered.byRoot(members)
        .values()
        .forEach(cluster -> runs.evaluate(unit, cluster, unit.present(), Change.everything()));
  }

  private static boolean isRoot(@Nullable Member member) {
    return member != null && member.root().equals(member.id());
  }

  /** Removes what is left of somebody erased, and adds the tombstone if that is missing. */
  void bury(Unit unit, Collection<ProfileId> erased) {
    Set<ProfileId> ids = new TreeSet<>(erased);
    Transaction tx = unit.tx();
    for (StoredRecord record : tx.records().about(ids, null)) {
      Set<ProfileId> others = new HashSet<>(record.subjects());
      others.removeAll(ids);
      if (tx.erasures().tombstones(others).size() == others.size()) {
        tx.erasures().removeRecord(record.kind(), record.id());
      }
    }
    tx.erasures().removeMembers(ids);
    tx.erasures().tombstones(ids).stream().map(Tombstone::member).forEach(ids::remove);
    tx.erasures()
        .bury(ids.stream().map(id -> new Tombstone(id, id, unit.now(), ACTOR, "")).toList());
  }
}

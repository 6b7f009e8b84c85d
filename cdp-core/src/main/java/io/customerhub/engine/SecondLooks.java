package io.customerhub.engine;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Redo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares members once more with those that could not be seen before.
 *
 * <p>Two transactions that run at the same time do not see what the other writes. So whoever adds a
 * member to the index looks again after the commit: whichever of the two looks last sees both. The
 * request for it is written with the member and removed with what was found, so that a crash in
 * between loses nothing. A look that adds to the index itself leaves a request for another one.
 */
final class SecondLooks {

  private static final int FEW = 10;
  private static final int PAGE = 50;
  private static final int MOST = 1_000;

  private final IdentityResolver resolver;
  private final Neighbours neighbours;
  private final Reconciliation reconciliation;

  /** Whether this process left requests that nobody has come to yet. */
  private volatile boolean waiting;

  SecondLooks(
      IdentityResolver resolver, Neighbours neighbours, IdentityGraph graph, SegmentRuns segments) {
    this.resolver = resolver;
    this.neighbours = neighbours;
    this.reconciliation = new Reconciliation(resolver, graph, segments);
  }

  /** Looks at the newborns of a unit that has committed, and at a few of those that wait. */
  void after(Units units, Unit committed) {
    boolean more = committed.asked().size() > committed.newborns().size();
    if (!committed.newborns().isEmpty()) {
      more |= units.again(unit -> look(unit, committed.newborns()));
    }
    if (more || waiting) {
      waiting = false;
      List<Redo> done = units.again(unit -> next(unit, null, FEW));
      waiting |= done.size() == FEW;
    }
  }

  /** Looks at those that wait; returns how many requests that were. */
  long tick(Units units) {
    long all = 0;
    UUID last = null;
    List<Redo> done;
    do {
      UUID after = last;
      done = units.again(unit -> next(unit, after, PAGE));
      last = done.isEmpty() ? null : done.get(done.size() - 1).id();
      all += done.size();
    } while (done.size() == PAGE && all < MOST);
    return all;
  }

  private List<Redo> next(Unit unit, @Nullable UUID after, int limit) {
    List<Redo> requests = unit.tx().redo().list(after, limit);
    Map<ProfileId, Set<UUID>> byMember = new LinkedHashMap<>();
    requests.forEach(
        one -> byMember.computeIfAbsent(one.member(), m -> new HashSet<>()).add(one.id()));
    List<Waiting> members = new ArrayList<>();
    byMember.forEach((member, ids) -> members.add(new Waiting(member, ids, null)));
    look(unit, members);
    return requests;
  }

  /** Returns whether it leaves requests. */
  private boolean look(Unit unit, List<Waiting> members) {
    if (members.isEmpty()) {
      return false;
    }
    Map<ProfileId, Neighbourhood> around = around(unit, members);
    neighbours.find(unit, around.values());
    neighbours.mark(unit, around.values());
    Map<ProfileId, Waiting> settled = new TreeMap<>();
    for (Waiting one : members) {
      Neighbourhood now = around.get(one.member());
      if (now != null && isSettled(unit, one.member(), now)) {
        settled.put(one.member(), one);
      }
    }
    reconciliation.run(unit, settled, around);
    unit.tx().redo().remove(members.stream().flatMap(one -> one.requests().stream()).toList());
    return !unit.asked().isEmpty();
  }

  /** Members that were erased meanwhile are left out. */
  private Map<ProfileId, Neighbourhood> around(Unit unit, List<Waiting> members) {
    Map<ProfileId, Neighbourhood> around = new TreeMap<>();
    Set<ProfileId> unknown = new HashSet<>();
    for (Waiting one : members) {
      if (one.first() == null) {
        unknown.add(one.member());
      } else {
        around.put(one.member(), new Neighbourhood(one.member(), one.first().keys()));
      }
    }
    for (Member member :
        unknown.isEmpty() ? List.<Member>of() : unit.tx().profiles().find(unknown)) {
      around.put(
          member.id(),
          new Neighbourhood(member.id(), resolver.lookUpKeys(resolver.prepare(member))));
    }
    return around;
  }

  /**
   * Returns whether all others can see the member by its keys, so that this look can be the last.
   */
  private static boolean isSettled(Unit unit, ProfileId member, Neighbourhood now) {
    if (now.unindexed().isEmpty()) {
      return true;
    }
    List<Member> found = unit.tx().profiles().find(Set.of(member));
    if (found.isEmpty()) {
      return false;
    }
    // Locked, so that nobody erases the member meanwhile and leaves what is added here.
    unit.lock(new TreeSet<>(Set.of(found.get(0).root())), Set.of(member));
    unit.tx().candidates().index(member, now.unindexed());
    if (!unit.tx().isSerial()) {
      unit.redo(member, Redo.Reason.INDEXED);
    }
    return unit.tx().isSerial();
  }
}

package io.customerhub.engine;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Membership;
import io.customerhub.spi.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Keeps memberships right where no event comes: as time passes, and as records change. */
final class SegmentUpkeep {

  private static final int PAGE = 100;

  private final Units units;
  private final SegmentRuns runs;

  SegmentUpkeep(Units units, SegmentRuns runs) {
    this.units = units;
    this.runs = runs;
  }

  /** Makes a change of a record; see {@link Segments#changing}. */
  <T> T changing(Transaction tx, String kind, Set<ProfileId> subjects, Supplier<T> change) {
    Unit unit = units.within(tx);
    boolean matters =
        !unit.definitions().watched().isEmpty() || runs.isTouched(unit, Change.ofRecords(kind));
    if (!matters) {
      return change.get();
    }
    List<Member> members = tx.profiles().find(subjects);
    SortedSet<ProfileId> roots = new TreeSet<>();
    members.forEach(member -> roots.add(member.root()));
    Collection<List<Member>> clusters =
        Clustered.byRoot(unit.lock(roots, members.stream().map(Member::id).toList())).values();
    clusters.forEach(cluster -> runs.catchUp(unit, cluster));
    T changed = change.get();
    clusters.forEach(
        cluster -> runs.evaluate(unit, cluster, unit.present(), Change.ofRecords(kind)));
    unit.end();
    return changed;
  }

  /** Evaluates what is due by now; returns how many memberships were looked at. */
  long tick() {
    long all = 0;
    int done;
    do {
      done = units.run(this::tick);
      all += done;
    } while (done > 0);
    return all;
  }

  private int tick(Unit unit) {
    List<Membership> due = unit.tx().memberships().due(unit.present(), PAGE);
    if (runs.isIdle(unit)) {
      // Somebody wrote them while the last segment was removed: nothing is left to wait for.
      due.forEach(row -> unit.tx().memberships().removeSegment(row.segment()));
      return due.size();
    }
    SortedSet<ProfileId> roots = new TreeSet<>();
    due.forEach(row -> roots.add(row.profile()));
    Clustered.byRoot(unit.tx().profiles().lock(roots))
        .values()
        .forEach(cluster -> runs.catchUp(unit, cluster));
    return due.size();
  }
}

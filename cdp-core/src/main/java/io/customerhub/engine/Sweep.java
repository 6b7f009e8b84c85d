package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Evaluates segments for everybody, a page of people in each transaction. */
final class Sweep {

  private static final int PAGE = 100;

  private final Units units;
  private final SegmentRuns runs;

  Sweep(Units units, SegmentRuns runs) {
    this.units = units;
    this.runs = runs;
  }

  void everybody(Change change) {
    List<ProfileId> page = List.of();
    do {
      ProfileId after = page.isEmpty() ? null : page.get(page.size() - 1);
      page = units.run(unit -> evaluatePage(unit, after, change));
    } while (page.size() == PAGE);
  }

  private List<ProfileId> evaluatePage(Unit unit, @Nullable ProfileId after, Change change) {
    List<ProfileId> roots = unit.tx().catalog().roots(after, PAGE);
    Clustered.byRoot(unit.tx().profiles().lock(new TreeSet<>(roots)))
        .values()
        .forEach(
            cluster -> {
              runs.catchUp(unit, cluster);
              runs.evaluate(unit, cluster, unit.present(), change);
            });
    return roots;
  }
}

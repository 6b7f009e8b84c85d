package io.customerhub.engine;

import com.google.common.hash.Hashing;
import io.customerhub.engine.SegmentPreview.Movement;
import io.customerhub.engine.SegmentPreview.Sample;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.CompiledCondition;
import io.customerhub.segment.Condition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds out whom a condition would hold for, a page of people at a time. Writes nothing. */
final class SegmentPreviews {

  private static final int PAGE = 100;

  private final Units units;
  private final SegmentRuns runs;
  private final SegmentPreviewQuery query;
  private final CompiledCondition condition;
  private final Drawn members;
  private final Drawn leavers;
  private long looked;
  private long inside;
  private long entering;
  private long leaving;

  private SegmentPreviews(Units units, SegmentRuns runs, SegmentPreviewQuery query) {
    this.units = units;
    this.runs = runs;
    this.query = query;
    this.condition = CompiledCondition.of(query.condition(), runs.zone());
    this.members = new Drawn(query.samples());
    this.leavers = new Drawn(query.samples());
  }

  static SegmentPreview of(Units units, SegmentRuns runs, SegmentPreviewQuery query) {
    return new SegmentPreviews(units, runs, query).look();
  }

  private SegmentPreview look() {
    long people = units.run(this::begin);
    boolean wanted = true;
    Page page = new Page(List.of(), List.of());
    do {
      ProfileId after = page.last();
      page = units.run(unit -> page(unit, after));
      page.found().forEach(this::add);
      looked += page.roots().size();
      wanted = query.progress().isWanted(looked, people);
    } while (wanted && page.roots().size() == PAGE);
    return new SegmentPreview(
        looked,
        inside,
        entering,
        leaving,
        members.all(),
        leavers.all(),
        page.roots().size() < PAGE);
  }

  private long begin(Unit unit) {
    Condition condition = query.condition();
    runs.schema(unit).check(condition);
    List<CompiledSegment> known = runs.segments(unit);
    SegmentNames.check(query.segment(), condition, known);
    stored(known);
    return unit.tx().catalog().countRoots();
  }

  private @Nullable CompiledSegment stored(List<CompiledSegment> known) {
    return query.segment().isEmpty() ? null : SegmentNames.required(query.segment(), known);
  }

  private Page page(Unit unit, @Nullable ProfileId after) {
    CompiledSegment stored = stored(runs.segments(unit));
    List<ProfileId> roots = unit.tx().catalog().roots(after, PAGE);
    List<Found> found = new ArrayList<>();
    Clustered.byRoot(unit.tx().profiles().clusters(new TreeSet<>(roots)))
        .forEach((root, cluster) -> judge(unit, root, cluster, stored, found));
    return new Page(roots, found);
  }

  private void judge(
      Unit unit,
      ProfileId root,
      List<Member> cluster,
      @Nullable CompiledSegment stored,
      List<Found> found) {
    Trial trial = runs.trial(unit, cluster);
    boolean now = trial.holds(condition);
    boolean was = stored != null && trial.isInside(stored);
    if (now || was) {
      Movement inside = was ? Movement.STAYS : Movement.ENTERS;
      Movement movement = now ? inside : Movement.LEAVES;
      boolean shown = (now ? members : leavers).takes(root);
      found.add(
          new Found(
              movement,
              shown
                  ? new Sample(root, movement, trial.evaluate(query.condition()).reason())
                  : null));
    }
  }

  private void add(Found one) {
    boolean leaves = one.movement() == Movement.LEAVES;
    inside += leaves ? 0 : 1;
    leaving += leaves ? 1 : 0;
    entering += one.movement() == Movement.ENTERS ? 1 : 0;
    if (one.sample() != null) {
      (leaves ? leavers : members).add(one.sample());
    }
  }

  /**
   * Somebody who counts.
   *
   * @param sample null if nobody will see it
   */
  private record Found(Movement movement, @Nullable Sample sample) {}

  /** People that were looked at in one transaction, and those of them that count. */
  private record Page(List<ProfileId> roots, List<Found> found) {

    @Nullable ProfileId last() {
      return roots.isEmpty() ? null : roots.get(roots.size() - 1);
    }
  }

  /**
   * A sample drawn by a hash of the ids: the same people each time, and the late ones, whose ids
   * are large, as likely as the early ones.
   */
  private static final class Drawn {

    private final int most;
    private final TreeMap<Long, Sample> byHash = new TreeMap<>();

    Drawn(int most) {
      this.most = most;
    }

    /** Whether somebody may be drawn: reasons of all others need not be made. */
    boolean takes(ProfileId profile) {
      return byHash.size() < most || (most > 0 && hash(profile) < byHash.lastKey());
    }

    void add(Sample one) {
      byHash.put(hash(one.profile()), one);
      if (byHash.size() > most) {
        byHash.pollLastEntry();
      }
    }

    List<Sample> all() {
      Map<ProfileId, Sample> sorted = new TreeMap<>();
      byHash.values().forEach(one -> sorted.put(one.profile(), one));
      return List.copyOf(sorted.values());
    }

    private static long hash(ProfileId id) {
      return Hashing.sha256().hashString(id.toString(), StandardCharsets.UTF_8).asLong();
    }
  }
}

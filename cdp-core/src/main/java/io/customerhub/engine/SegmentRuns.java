package io.customerhub.engine;

import io.customerhub.profile.ComputedTrait;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Calculated;
import io.customerhub.segment.Calculation;
import io.customerhub.segment.Evaluator;
import io.customerhub.segment.Outcome;
import io.customerhub.segment.Reason;
import io.customerhub.segment.Schema;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.Membership;
import io.customerhub.spi.MembershipChange;
import io.customerhub.trait.ProfileView;
import io.customerhub.trait.Survivorship;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Re-evaluates the segments that a change or the passing of time can touch. */
final class SegmentRuns {

  private final SegmentCompiler compiler;
  private final Survivorship survivorship;
  private final ZoneId zone;
  private final FactSources facts;
  private final DayFolds folds = new DayFolds();

  SegmentRuns(Survivorship survivorship, ZoneId zone, FactSources facts) {
    this.survivorship = survivorship;
    this.zone = zone;
    this.compiler = new SegmentCompiler(zone);
    this.facts = facts;
  }

  ZoneId zone() {
    return zone;
  }

  /** Returns what conditions may name. */
  Schema schema(Unit unit) {
    return facts.schema(computed(unit));
  }

  /** Returns how traits are computed, by name. */
  Map<String, Calculation> computed(Unit unit) {
    return unit.definitions().computed(compiler);
  }

  /** Returns a profile as it is shown at an instant: with what is computed of it. */
  Profile view(Unit unit, Collection<Member> cluster) {
    Profile told = ProfileView.of(cluster, survivorship);
    Map<String, Calculation> computed = computed(unit);
    if (computed.isEmpty()) {
      return told;
    }
    StoreFacts facts = facts(unit, told, Map.of());
    List<ComputedTrait> values = new ArrayList<>();
    computed.forEach(
        (name, how) -> {
          Calculated found = Evaluator.calculate(how, facts, unit.present(), zone);
          values.add(
              new ComputedTrait(name, found.value(), how.toString(), unit.now(), found.due()));
        });
    return told.withComputed(values);
  }

  private StoreFacts facts(Unit unit, Profile profile, Map<String, Membership> rows) {
    return new StoreFacts(unit, profile, rows, computed(unit), facts, folds, survivorship, zone);
  }

  /** Returns the segments as the unit sees them, each after those it names. */
  List<CompiledSegment> segments(Unit unit) {
    return set(unit).all();
  }

  /** Returns whether a change touches any segment. */
  boolean isTouched(Unit unit, Change change) {
    return !set(unit).touchedBy(change).isEmpty();
  }

  private SegmentSet set(Unit unit) {
    return unit.definitions().segments(compiler);
  }

  /** Evaluates what a change touches, with the facts as they are, at an instant. */
  void evaluate(Unit unit, Collection<Member> cluster, Instant at, Change change) {
    if (!unit.definitions().watched().isEmpty()) {
      Profile profile = ProfileView.of(cluster, survivorship);
      watch(unit, profile).compare(rows(unit, profile.id()));
    }
    BitSet touched = set(unit).touchedBy(change);
    if (!touched.isEmpty()) {
      Profile profile = ProfileView.of(cluster, survivorship);
      evaluate(unit, profile, rows(unit, profile.id()), at, touched);
    }
  }

  /** Evaluates what time alone may have flipped by now, each at the instant it was due. */
  void catchUp(Unit unit, Collection<Member> cluster) {
    if (isIdle(unit)) {
      return;
    }
    Profile profile = ProfileView.of(cluster, survivorship);
    Map<String, Membership> rows = rows(unit, profile.id());
    Optional<Membership> due = due(rows, unit.present());
    while (due.isPresent()) {
      Membership row = due.get();
      Instant at = row.due().orElseThrow();
      if (row.segment().equals(TraitWatch.ROW)) {
        watch(unit, profile).turn(rows, at);
      } else {
        evaluate(unit, profile, rows, at, set(unit).touchedBy(Change.of(row.segment())));
      }
      if (row.equals(rows.get(row.segment()))) {
        drop(unit, rows, row);
      }
      due = due(rows, unit.present());
    }
    if (!unit.definitions().watched().isEmpty()) {
      watch(unit, profile).note();
    }
  }

  /** Returns whether there is nothing to keep right. */
  boolean isIdle(Unit unit) {
    return segments(unit).isEmpty() && unit.definitions().watched().isEmpty();
  }

  private TraitWatch watch(Unit unit, Profile profile) {
    Map<String, Calculation> watched = new TreeMap<>(computed(unit));
    watched.keySet().retainAll(unit.definitions().watched());
    StoreFacts facts = facts(unit, profile, Map.of());
    return new TraitWatch(
        unit, profile.id(), watched, (how, at) -> Evaluator.calculate(how, facts, at, zone));
  }

  /** Catches up whole profiles before they change. */
  void catchUpEach(Unit unit, Collection<Member> members) {
    Clustered.byRoot(members).values().forEach(cluster -> catchUp(unit, cluster));
  }

  /** Evaluates the other profiles that a regrouping touched, and drops the rows of those gone. */
  void regrouped(Unit unit, Regrouping regrouping, @Nullable ProfileId done) {
    for (ProfileId gone : regrouping.gone()) {
      leaveAll(unit, gone, regrouping);
    }
    for (ProfileId touched : regrouping.touched()) {
      if (!touched.equals(done)) {
        evaluate(unit, regrouping.cluster(touched), unit.present(), Change.everything());
      }
    }
  }

  /** Returns what judges a person by any condition, without storing anything. */
  Trial trial(Unit unit, Collection<Member> cluster) {
    Profile profile = ProfileView.of(cluster, survivorship);
    Map<String, Membership> rows = rows(unit, profile.id());
    return new Trial(facts(unit, profile, rows), rows, unit.present(), zone);
  }

  /**
   * Evaluates segments.
   *
   * @param touched their positions; those that follow from one that flips are added
   */
  private void evaluate(
      Unit unit, Profile profile, Map<String, Membership> rows, Instant at, BitSet touched) {
    StoreFacts facts = facts(unit, profile, rows);
    SegmentSet segments = set(unit);
    for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
      CompiledSegment segment = segments.get(i);
      Outcome outcome = segment.compiled().judge(facts, at);
      Membership now = keep(unit, profile.id(), rows, segment.name(), at, outcome);
      if (now != null) {
        // Only now that it is needed: reasons cost more than the answer.
        turn(unit, now, segment.compiled().explain(facts, at).reason());
        segments.addFlipped(touched, segment.name());
      }
    }
  }

  /** Stores the row where it differs and returns it if the membership flipped. */
  private static @Nullable Membership keep(
      Unit unit,
      ProfileId profile,
      Map<String, Membership> rows,
      String segment,
      Instant at,
      Outcome outcome) {
    Membership was = rows.get(segment);
    boolean flipped = outcome.result() != (was != null && was.inside());
    Instant since = flipped ? at : was == null ? EventQuery.MIN : was.since();
    Instant next = outcome.nextChange().map(instant -> later(instant, at)).orElse(null);
    Membership now = new Membership(segment, profile, outcome.result(), since, next);
    if (worthKeeping(was, now)) {
      unit.tx().memberships().put(now);
      rows.put(segment, now);
    }
    return flipped ? now : null;
  }

  private static void turn(Unit unit, Membership now, Reason reason) {
    unit.tx().membershipHistory().add(List.of(now.change()));
    unit.tell(
        now.inside()
            ? new DomainEvent.SegmentEntered(now.segment(), now.profile(), now.since(), reason)
            : new DomainEvent.SegmentLeft(now.segment(), now.profile(), now.since(), reason));
  }

  private static boolean worthKeeping(@Nullable Membership was, Membership now) {
    return was == null ? now.inside() || now.due().isPresent() : !was.equals(now);
  }

  /** A due instant that is not later than the evaluation would never be done with. */
  private static Instant later(Instant next, Instant at) {
    return next.isAfter(at) ? next : at.plusNanos(1_000);
  }

  /** An erased id is in no segment; that is told with the id only. */
  void leaveErased(Unit unit, ProfileId erased, Collection<ProfileId> ids) {
    unit.tx().afterCommit(() -> folds.forget(ids));
    Map<String, Membership> rows = rows(unit, erased);
    for (CompiledSegment segment : segments(unit)) {
      if (isInside(rows, segment)) {
        Reason reason = new Reason(segment.condition(), false, "erased", List.of());
        unit.tell(new DomainEvent.SegmentLeft(segment.name(), erased, unit.present(), reason));
      }
    }
  }

  /** An id that leads elsewhere is in no segment; what the survivor is in, it does not leave. */
  private void leaveAll(Unit unit, ProfileId gone, Regrouping regrouping) {
    Map<String, Membership> rows = rows(unit, gone);
    if (rows.isEmpty()) {
      return;
    }
    ProfileId survivor = regrouping.cluster(gone).get(0).root();
    Map<String, Membership> kept = rows(unit, survivor);
    for (CompiledSegment segment : segments(unit)) {
      if (isInside(rows, segment)) {
        Instant at = unit.present();
        MembershipChange left = new MembershipChange(segment.name(), gone, at, false);
        unit.tx().membershipHistory().add(List.of(left));
      }
      if (isInside(rows, segment) && !isInside(kept, segment)) {
        String detail = "merged into " + survivor;
        Reason reason = new Reason(segment.condition(), false, detail, List.of());
        unit.tell(new DomainEvent.SegmentLeft(segment.name(), gone, unit.present(), reason));
      }
    }
    unit.tx().memberships().removeProfile(gone);
  }

  private static boolean isInside(Map<String, Membership> rows, CompiledSegment segment) {
    Membership row = rows.get(segment.name());
    return row != null && row.inside();
  }

  /** The segment was removed meanwhile: nothing is left to wait for. */
  private static void drop(Unit unit, Map<String, Membership> rows, Membership row) {
    unit.tx().memberships().removeSegment(row.segment());
    rows.remove(row.segment());
  }

  private static Map<String, Membership> rows(Unit unit, ProfileId profile) {
    Map<String, Membership> rows = new HashMap<>();
    unit.tx().memberships().of(Set.of(profile)).forEach(row -> rows.put(row.segment(), row));
    return rows;
  }

  private static Optional<Membership> due(Map<String, Membership> rows, Instant until) {
    return rows.values().stream()
        .filter(row -> row.due().filter(instant -> !instant.isAfter(until)).isPresent())
        .min(
            Comparator.comparing((Membership row) -> row.due().orElseThrow())
                .thenComparing(Membership::segment));
  }
}

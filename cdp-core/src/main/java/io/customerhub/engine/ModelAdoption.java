package io.customerhub.engine;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.Match;
import io.customerhub.identity.MatchModelJson;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what older models have linked in line with the engine's own, a group of profiles in each
 * transaction. Doing it again does what is left: a group that is settled has no edge to change.
 */
final class ModelAdoption {

  private static final KeptSetting KEPT = new KeptSetting("match_model", 1);

  private final Units units;
  private final IdentityResolver resolver;
  private final Neighbours neighbours;
  private final IdentityGraph graph;
  private final SegmentRuns segments;

  ModelAdoption(Units units, Wiring wiring, IdentityGraph graph, SegmentRuns segments) {
    this.units = units;
    this.resolver = wiring.resolver();
    this.neighbours = wiring.neighbours();
    this.graph = graph;
    this.segments = segments;
  }

  Adoption run(String actor, String reason, Consumer<Adoption> progress) {
    units.run(unit -> keep(unit, actor, reason));
    Revaluation revaluation = Revaluation.of(units, resolver, neighbours);
    List<Affected> groups = Affected.of(units, graph, revaluation);
    Adoption report = new Adoption(groups.size(), 0, 0, 0, revaluation.isComplete());
    for (Affected group : groups) {
      Adoption last = report;
      report =
          units.run(
              unit -> settle(unit, group, Decision.by(actor, reason, first(group), null), last));
      progress.accept(report);
    }
    return report;
  }

  List<AdoptedModel> history() {
    return units.run(KEPT::history).stream().map(ModelAdoption::model).toList();
  }

  private static AdoptedModel model(StoredRecord record) {
    return new AdoptedModel(
        record.version() + 1,
        MatchModelJson.read(record.body()),
        record.actor(),
        record.change(),
        record.changedAt());
  }

  private static ProfileId first(Affected group) {
    return group.roots().first();
  }

  /** Adopting the same model again, such as after a crash, is the same adoption. */
  private StoredRecord keep(Unit unit, String actor, String reason) {
    Optional<StoredRecord> last = KEPT.find(unit);
    String body = MatchModelJson.write(resolver.model());
    if (last.isPresent() && last.get().body().equals(body)) {
      return last.get();
    }
    unit.audit(AuditEntry.Action.ADOPT_MODEL, Set.of(), actor, reason);
    return KEPT.write(unit, body, actor, reason);
  }

  private Adoption settle(Unit unit, Affected group, Decision decision, Adoption report) {
    Set<ProfileId> ids = new HashSet<>();
    group.edges().forEach(edge -> ids.addAll(List.of(edge.a(), edge.b())));
    SortedSet<ProfileId> roots = new TreeSet<>();
    Set<ProfileId> named = ids.isEmpty() ? group.roots() : ids;
    unit.tx().profiles().find(named).forEach(member -> roots.add(member.root()));
    List<Member> locked = graph.lock(unit, roots, ids).members();
    long before = locked.stream().map(Member::root).distinct().count();
    segments.catchUpEach(unit, locked);
    Regrouping regrouping =
        graph.regroup(unit, locked, changed(unit, group.edges(), ids), decision);
    segments.regrouped(unit, regrouping, null);
    long after = regrouping.members().values().stream().map(Member::root).distinct().count();
    long merges = regrouping.gone().size();
    return new Adoption(
        report.total(),
        report.done() + 1,
        report.merges() + merges,
        report.splits() + after - (before - merges),
        report.complete());
  }

  /** Retires the links that go and returns those that come; others may have been there before. */
  private static List<Link> changed(Unit unit, List<Revaluation.Edge> edges, Set<ProfileId> ids) {
    Map<Set<ProfileId>, Link> active = new HashMap<>();
    for (Link link : unit.tx().identities().linksOf(ids)) {
      if (link.active() && link.kind() == LinkKind.SIMILAR) {
        active.put(Set.of(link.a(), link.b()), link);
      }
    }
    List<Link> added = new ArrayList<>();
    for (Revaluation.Edge edge : edges) {
      Link now = active.get(Set.of(edge.a(), edge.b()));
      if (edge.link() == null ? now == null : now != null) {
        retire(unit, now);
        if (edge.match().grade() != Match.Grade.NO) {
          added.add(Previews.link(unit, edge, unit.nextId()));
        }
      }
    }
    return added;
  }

  private static void retire(Unit unit, @Nullable Link link) {
    if (link != null) {
      unit.tx().identities().save(link.retired());
    }
  }
}

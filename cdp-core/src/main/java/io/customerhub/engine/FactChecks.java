package io.customerhub.engine;

import io.customerhub.engine.Violation.Invariant;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Membership;
import io.customerhub.spi.Redo;
import io.customerhub.spi.Transaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks whether what is derived of whole profiles is what follows from them. Only reads. */
final class FactChecks {

  private static final int PAGE = 1_000;

  private final IdentityResolver resolver;
  private final Neighbours neighbours;
  private final SegmentRuns runs;

  FactChecks(IdentityResolver resolver, Neighbours neighbours, SegmentRuns runs) {
    this.resolver = resolver;
    this.neighbours = neighbours;
    this.runs = runs;
  }

  /** Looks at whole profiles. */
  void look(Unit unit, List<Member> members, Findings out) {
    facts(unit.tx(), members, out);
    lookUpKeys(unit, members, out);
    Clustered.byRoot(members).values().forEach(cluster -> memberships(unit, cluster, out));
  }

  private static void facts(Transaction tx, List<Member> members, Findings out) {
    Map<ProfileId, Member> folded = EventFold.of(tx, members);
    for (Member member : members) {
      Member expected = folded.getOrDefault(member.id(), member);
      if (!expected.activity().equals(member.activity())) {
        out.add(Invariant.FACTS, member, words(expected.activity()), words(member.activity()));
      } else if (!expected.claims().equals(member.claims())) {
        String claims = expected.claims().size() + " claims, as its events say";
        out.add(Invariant.FACTS, member, claims, member.claims().size() + " claims, not all those");
      }
    }
  }

  private static String words(Activity activity) {
    return activity.events()
        + " events"
        + activity.firstSeen().map(first -> " from " + first).orElse("")
        + activity.lastSeen().map(last -> " to " + last).orElse("");
  }

  private void lookUpKeys(Unit unit, List<Member> members, Findings out) {
    Map<ProfileId, Neighbourhood> around = new TreeMap<>();
    for (Member member : members) {
      around.put(
          member.id(),
          new Neighbourhood(member.id(), resolver.lookUpKeys(resolver.prepare(member))));
    }
    neighbours.find(unit, around.values());
    List<Member> lost = members.stream().filter(member -> isLost(around.get(member.id()))).toList();
    Set<ProfileId> waiting = lost.isEmpty() ? Set.of() : waiting(unit.tx(), lost);
    for (Member member : lost) {
      if (!waiting.contains(member.id())) {
        String found = "some that do not lead here";
        out.add(Invariant.LOOK_UP_KEYS, member, "to be found by all keys of similarity", found);
      }
    }
  }

  private static boolean isLost(@Nullable Neighbourhood around) {
    return around != null && !around.unindexed().isEmpty();
  }

  private static Set<ProfileId> waiting(Transaction tx, List<Member> members) {
    Set<ProfileId> ids = Surroundings.ids(members);
    Set<ProfileId> waiting = new HashSet<>();
    UUID last = null;
    List<Redo> page;
    do {
      page = tx.redo().list(last, PAGE);
      page.stream().map(Redo::member).filter(ids::contains).forEach(waiting::add);
      last = page.isEmpty() ? null : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
    return waiting;
  }

  private void memberships(Unit unit, List<Member> cluster, Findings out) {
    Member first = cluster.get(0);
    Map<String, Membership> rows = new TreeMap<>();
    for (Membership row : unit.tx().memberships().of(Surroundings.ids(cluster))) {
      if (row.profile().equals(first.root())) {
        rows.put(row.segment(), row);
      } else {
        List<ProfileId> ids = List.of(row.profile(), first.root());
        out.add(Invariant.MEMBERSHIP, first, ids, "none but the root in segments", "another id");
      }
    }
    for (CompiledSegment segment : runs.segments(unit)) {
      Membership row = rows.get(segment.name());
      if (row == null || row.due().filter(at -> !at.isAfter(unit.present())).isEmpty()) {
        membership(unit, segment, cluster, row != null && row.inside(), out);
      }
    }
  }

  private void membership(
      Unit unit,
      CompiledSegment segment,
      Collection<Member> cluster,
      boolean inside,
      Findings out) {
    if (runs.trial(unit, cluster).holds(segment.compiled()) != inside) {
      Member first = cluster.iterator().next();
      String name = " \"" + segment.name() + "\"";
      out.add(
          Invariant.MEMBERSHIP,
          first,
          List.of(first.root()),
          (inside ? "not in" : "in") + name,
          (inside ? "in" : "not in") + name);
    }
  }
}

package io.customerhub.engine;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.Member;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.StoredRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Carries out people's decisions inside a unit. */
final class Decisions {

  private final IdentityGraph graph;
  private final SegmentRuns segments;

  Decisions(IdentityGraph graph, SegmentRuns segments) {
    this.graph = graph;
    this.segments = segments;
  }

  Member member(Unit unit, ProfileId id) {
    return unit.tx().profiles().find(Set.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new UnknownProfileException(id));
  }

  MergeId merge(Unit unit, ProfileId one, ProfileId two, String actor, String reason) {
    SortedSet<ProfileId> roots = roots(unit, one, two);
    if (roots.size() == 1) {
      throw new IdentityDecisionException(one + " and " + two + " are one profile already");
    }
    List<Member> locked = unit.lock(roots, List.of(one, two));
    retire(unit, between(unit, locked, LinkKind.DO_NOT_LINK));
    retire(unit, between(unit, locked, LinkKind.POSSIBLE));
    Link link = link(unit, roots, LinkKind.MUST_LINK, actor, reason);
    Decision decision = Decision.by(actor, reason, roots.first(), link.id());
    Regrouping regrouping = graph.regroup(unit, locked, List.of(link), decision);
    evaluate(unit, regrouping);
    return new MergeId(link.id());
  }

  void keepApart(Unit unit, ProfileId one, ProfileId two, String actor, String reason) {
    SortedSet<ProfileId> roots = roots(unit, one, two);
    if (roots.size() == 1) {
      throw new IdentityDecisionException(
          one + " and " + two + " are one profile; unmerge it instead");
    }
    List<Member> locked = unit.lock(roots, List.of(one, two));
    retire(unit, between(unit, locked, LinkKind.POSSIBLE));
    unit.tx().identities().add(link(unit, roots, LinkKind.DO_NOT_LINK, actor, reason));
  }

  UnmergeReport unmerge(Unit unit, MergeId merge, String actor, String reason) {
    JournalEntry entry = entry(unit, merge);
    SortedSet<ProfileId> roots = roots(unit, entry.winner(), entry.loser());
    if (roots.size() != 1) {
      throw new IdentityDecisionException("merge " + merge + " was undone already");
    }
    List<Member> locked = unit.lock(roots, List.of(entry.winner(), entry.loser()));
    unit.tx().identities().linksOf(Set.of(entry.winner(), entry.loser())).stream()
        .filter(link -> link.id().equals(merge.value()) && link.active())
        .forEach(link -> unit.tx().identities().save(link.retired()));
    SortedSet<ProfileId> pair = new TreeSet<>(Set.of(entry.winner(), entry.loser()));
    Link apart = link(unit, pair, LinkKind.DO_NOT_LINK, actor, reason);
    Decision decision = Decision.by(actor, reason, entry.winner(), apart.id());
    Regrouping regrouping = graph.regroup(unit, locked, List.of(apart), decision);
    ProfileId kept = regrouping.cluster(entry.winner()).get(0).root();
    ProfileId restored = regrouping.cluster(entry.loser()).get(0).root();
    if (kept.equals(restored)) {
      throw new IdentityDecisionException(
          "merge "
              + merge
              + " cannot be undone alone: a later merge by a person holds the two"
              + " together; undo that one first");
    }
    evaluate(unit, regrouping);
    return new UnmergeReport(merge, kept, restored, undecided(unit, regrouping, merge));
  }

  /** Returns a waiting pair, or empty if what it was about is settled by now. */
  Optional<Review> review(Unit unit, Link link) {
    SortedSet<ProfileId> roots = roots(unit, link.a(), link.b());
    return roots.size() == 1
        ? Optional.empty()
        : Optional.of(new Review(link.id(), roots.first(), roots.last(), link.evidence()));
  }

  private SortedSet<ProfileId> roots(Unit unit, ProfileId one, ProfileId two) {
    return new TreeSet<>(List.of(member(unit, one).root(), member(unit, two).root()));
  }

  private static JournalEntry entry(Unit unit, MergeId merge) {
    return unit.tx()
        .identities()
        .entry(merge.value())
        .filter(entry -> entry.kind() == JournalEntry.Kind.MERGE)
        .orElseThrow(() -> new IdentityDecisionException("there is no merge " + merge));
  }

  private static Link link(
      Unit unit, SortedSet<ProfileId> pair, LinkKind kind, String actor, String reason) {
    UUID id = unit.nextId();
    List<io.customerhub.identity.Evidence> none = List.of();
    return new Link(id, pair.first(), pair.last(), kind, none, actor, reason, unit.now(), true, 0);
  }

  /** Returns the active edges of a kind that lead from one of the profiles to the other. */
  private static List<Link> between(Unit unit, List<Member> members, LinkKind kind) {
    Set<ProfileId> ids = new HashSet<>();
    members.forEach(member -> ids.add(member.id()));
    return unit.tx().identities().linksOf(ids).stream()
        .filter(link -> link.active() && link.kind() == kind)
        .filter(link -> ids.contains(link.a()) && ids.contains(link.b()))
        .filter(link -> !root(members, link.a()).equals(root(members, link.b())))
        .toList();
  }

  private static ProfileId root(List<Member> members, ProfileId id) {
    return members.stream()
        .filter(member -> member.id().equals(id))
        .findFirst()
        .orElseThrow()
        .root();
  }

  private static void retire(Unit unit, List<Link> links) {
    links.forEach(link -> unit.tx().identities().save(link.retired()));
  }

  private void evaluate(Unit unit, Regrouping regrouping) {
    segments.regrouped(unit, regrouping, null);
  }

  /**
   * Returns the records written after the merge: nothing but the id they name ties them to a side.
   */
  private static List<UnmergeReport.RecordRef> undecided(
      Unit unit, Regrouping regrouping, MergeId merge) {
    ProfileId born = new ProfileId(merge.value());
    List<UnmergeReport.RecordRef> open = new ArrayList<>();
    for (StoredRecord record : unit.tx().records().about(regrouping.members().keySet(), null)) {
      if (new ProfileId(record.id()).compareTo(born) > 0) {
        open.add(new UnmergeReport.RecordRef(record.kind(), record.id()));
      }
    }
    return open;
  }
}

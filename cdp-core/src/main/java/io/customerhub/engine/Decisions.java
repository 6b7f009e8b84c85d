package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.identity.Evidence;
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
        .orElseThrow(() -> UnknownProfileException.of(unit.tx(), id));
  }

  MergeId merge(Unit unit, ProfileId one, ProfileId two, String actor, String reason) {
    SortedSet<ProfileId> roots = roots(unit, one, two);
    if (roots.size() == 1) {
      throw new IdentityDecisionException(one + " and " + two + " are one profile already");
    }
    List<Member> locked = lock(unit, roots, one, two);
    retire(unit, between(unit, of(locked, roots), LinkKind.DO_NOT_LINK));
    retire(unit, between(unit, of(locked, roots), LinkKind.POSSIBLE));
    Link link = link(unit, one, two, LinkKind.MUST_LINK, actor, reason);
    Decision decision = Decision.by(actor, reason, roots.first(), link.id());
    evaluate(unit, graph.regroup(unit, locked, List.of(link), decision));
    return new MergeId(link.id());
  }

  void keepApart(Unit unit, ProfileId one, ProfileId two, String actor, String reason) {
    if (one.equals(two)) {
      throw new IdentityDecisionException("both ids are " + one + "; two members are needed");
    }
    SortedSet<ProfileId> roots = roots(unit, one, two);
    List<Member> locked = lock(unit, roots, one, two);
    retire(unit, between(unit, of(locked, roots), LinkKind.POSSIBLE));
    Link link = link(unit, one, two, LinkKind.DO_NOT_LINK, actor, reason);
    split(unit, locked, link, one, two, "keep " + one + " and " + two + " apart");
  }

  UnmergeReport unmerge(Unit unit, MergeId merge, String actor, String reason) {
    JournalEntry entry = entry(unit, merge);
    ProfileId winner = entry.winner();
    ProfileId loser = entry.loser();
    SortedSet<ProfileId> roots = roots(unit, winner, loser);
    if (roots.size() != 1) {
      throw new IdentityDecisionException("merge " + merge + " was undone already");
    }
    List<Member> locked = lock(unit, roots, winner, loser);
    Optional<Link> decided = decision(unit, locked, merge);
    decided.ifPresent(link -> unit.tx().identities().save(link.retired()));
    Link apart =
        link(
            unit,
            decided.map(Link::a).orElse(winner),
            decided.map(Link::b).orElse(loser),
            LinkKind.DO_NOT_LINK,
            actor,
            reason);
    Regrouping regrouping = split(unit, locked, apart, winner, loser, "undo merge " + merge);
    return new UnmergeReport(
        merge,
        root(regrouping, winner),
        root(regrouping, loser),
        undecided(unit, Component.ids(of(locked, roots)), merge),
        shared(regrouping, winner, loser));
  }

  private Regrouping split(
      Unit unit, List<Member> locked, Link apart, ProfileId one, ProfileId two, String what) {
    Decision decision = Decision.by(apart.actor(), apart.reason(), apart.a(), apart.id());
    Regrouping regrouping = graph.regroup(unit, locked, List.of(apart), decision);
    if (root(regrouping, one).equals(root(regrouping, two))) {
      throw new IdentityDecisionException(
          "cannot " + what + ": a merge by a person holds the two together; undo that one first");
    }
    evaluate(unit, regrouping);
    return regrouping;
  }

  private static ProfileId root(Regrouping regrouping, ProfileId id) {
    return regrouping.cluster(id).get(0).root();
  }

  private static List<Identifier> shared(Regrouping regrouping, ProfileId one, ProfileId two) {
    Set<Identifier> shared = identifiers(regrouping.cluster(one));
    shared.retainAll(identifiers(regrouping.cluster(two)));
    return List.copyOf(shared);
  }

  private static Set<Identifier> identifiers(List<Member> members) {
    Set<Identifier> identifiers = new TreeSet<>();
    members.forEach(member -> identifiers.addAll(member.identifiers()));
    return identifiers;
  }

  private static Optional<Link> decision(Unit unit, List<Member> locked, MergeId merge) {
    Set<ProfileId> ids = new HashSet<>();
    locked.forEach(member -> ids.add(member.id()));
    return unit.tx().identities().linksOf(ids).stream()
        .filter(link -> link.id().equals(merge.value()) && link.active())
        .findFirst();
  }

  private List<Member> lock(Unit unit, SortedSet<ProfileId> roots, ProfileId one, ProfileId two) {
    List<Member> locked = graph.lock(unit, roots, List.of(one, two)).members();
    segments.catchUpEach(unit, locked);
    return locked;
  }

  /** Returns the members of some profiles; the others are what their partition depends on. */
  private static List<Member> of(List<Member> locked, Set<ProfileId> roots) {
    return locked.stream().filter(member -> roots.contains(member.root())).toList();
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

  /** An edge is between the ids that the person named, so that a later split takes it along. */
  private static Link link(
      Unit unit, ProfileId one, ProfileId two, LinkKind kind, String actor, String reason) {
    SortedSet<ProfileId> pair = new TreeSet<>(List.of(one, two));
    List<Evidence> none = List.of();
    return new Link(
        unit.nextId(), pair.first(), pair.last(), kind, none, actor, reason, unit.now(), true, 0);
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
      Unit unit, Set<ProfileId> members, MergeId merge) {
    ProfileId born = new ProfileId(merge.value());
    List<UnmergeReport.RecordRef> open = new ArrayList<>();
    for (StoredRecord record : unit.tx().records().about(members, null)) {
      if (new ProfileId(record.id()).compareTo(born) > 0) {
        open.add(new UnmergeReport.RecordRef(record.kind(), record.id()));
      }
    }
    return open;
  }
}

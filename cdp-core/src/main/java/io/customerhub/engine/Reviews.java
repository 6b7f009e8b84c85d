package io.customerhub.engine;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.Member;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pairs that wait for a person, and what a person says to one. */
final class Reviews {

  /** Most edges looked at for a queue, of those that weigh most. */
  private static final int SCANNED = 10_000;

  private static final int PAGE = 1_000;

  private final Units units;
  private final Decisions decisions;
  private final double matchBits;

  /**
   * Creates it.
   *
   * @param matchBits from how many bits on a pair waits only because something forbids to join it
   */
  Reviews(Units units, Decisions decisions, double matchBits) {
    this.units = units;
    this.decisions = decisions;
    this.matchBits = matchBits;
  }

  MergeId accept(UUID review, String actor, String reason) {
    return units.run(
        unit -> {
          Link link = link(unit, review);
          MergeId merge = decisions.merge(unit, link.a(), link.b(), actor, reason);
          unit.audit(AuditEntry.Action.MERGE, Set.of(link.a(), link.b()), actor, reason);
          return merge;
        });
  }

  void reject(UUID review, String actor, String reason) {
    units.run(
        unit -> {
          Link link = link(unit, review);
          decisions.keepApart(unit, link.a(), link.b(), actor, reason);
          unit.audit(AuditEntry.Action.KEEP_APART, Set.of(link.a(), link.b()), actor, reason);
          return review;
        });
  }

  ReviewQueue queue(int limit) {
    Map<Set<ProfileId>, Review> open = new HashMap<>();
    Link last = null;
    int scanned = 0;
    int page;
    do {
      Link after = last;
      List<Link> links =
          units.run(
              unit -> {
                List<Link> found = unit.tx().identities().heaviestPossible(after, PAGE);
                reviews(unit, found).forEach(review -> add(open, review));
                return found;
              });
      page = links.size();
      scanned += page;
      last = page == 0 ? null : links.get(page - 1);
    } while (page == PAGE && scanned < SCANNED);
    return queue(open.values(), limit, page < PAGE);
  }

  private ReviewQueue queue(Iterable<Review> open, int limit, boolean complete) {
    List<Review> sorted = new ArrayList<>();
    open.forEach(sorted::add);
    sorted.sort(
        Comparator.comparingDouble((Review review) -> -review.bits())
            .thenComparing(Review::a)
            .thenComparing(Review::b));
    long likely = sorted.stream().filter(review -> review.bits() >= matchBits).count();
    return new ReviewQueue(
        sorted.subList(0, Math.min(limit, sorted.size())), sorted.size(), likely, complete);
  }

  private static void add(Map<Set<ProfileId>, Review> open, Review review) {
    open.merge(Set.of(review.a(), review.b()), review, (a, b) -> a.bits() >= b.bits() ? a : b);
  }

  /** Returns those of the edges that still lead from one profile to another. */
  private static List<Review> reviews(Unit unit, List<Link> links) {
    Set<ProfileId> ids = new HashSet<>();
    links.forEach(link -> ids.addAll(List.of(link.a(), link.b())));
    Map<ProfileId, ProfileId> roots = new HashMap<>();
    for (Member member : unit.tx().profiles().find(ids)) {
      roots.put(member.id(), member.root());
    }
    List<Review> open = new ArrayList<>();
    for (Link link : links) {
      SortedSet<ProfileId> ends = new TreeSet<>();
      addKnown(ends, roots.get(link.a()));
      addKnown(ends, roots.get(link.b()));
      if (ends.size() == 2) {
        open.add(new Review(link.id(), ends.first(), ends.last(), link.evidence()));
      }
    }
    return open;
  }

  private static void addKnown(SortedSet<ProfileId> ends, @Nullable ProfileId root) {
    if (root != null) {
      ends.add(root);
    }
  }

  private static Link link(Unit unit, UUID review) {
    return unit.tx().identities().active(LinkKind.POSSIBLE, before(review), 1).stream()
        .filter(link -> link.id().equals(review))
        .findFirst()
        .orElseThrow(
            () -> new IdentityDecisionException("no review " + review + " waits for a decision"));
  }

  /** Stores find edges by what they come after. */
  private static UUID before(UUID id) {
    long low = id.getLeastSignificantBits();
    return new UUID(id.getMostSignificantBits() - (low == 0 ? 1 : 0), low - 1);
  }
}

package io.customerhub.engine;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.Match;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which of the profiles that a record may belong to are kept for a person to look at. Among a
 * million people a common name has hundreds of bearers, and nobody looks at all of them. No
 * partition depends on what is left out.
 */
final class OpenPairs {

  /**
   * How many a record adds at most at a time, besides those it lives together with; later ones only
   * if they weigh more than one of these.
   */
  static final int MOST = 5;

  /** What another one has to weigh more than. */
  private final double lightest;

  private OpenPairs(double lightest) {
    this.lightest = lightest;
  }

  /**
   * Returns those of a record.
   *
   * @param known edges of the record to other profiles that are kept already
   */
  static OpenPairs of(Collection<Link> known) {
    List<Link> open = known.stream().filter(OpenPairs::isOpen).toList();
    return new OpenPairs(
        open.size() < MOST
            ? Double.NEGATIVE_INFINITY
            : open.stream().mapToDouble(Link::bits).min().orElseThrow());
  }

  private static boolean isOpen(Link link) {
    return link.active()
        && link.kind() == LinkKind.POSSIBLE
        && !new Match(Match.Grade.POSSIBLE, link.evidence()).isHousehold();
  }

  /** Returns whether one may be kept; what else is found may be closer. */
  boolean mayKeep(Resemblance one) {
    return one.match().isHousehold() || one.match().bits() > lightest;
  }

  /**
   * Returns those that are kept: who lives together with the record, and of the others the closest;
   * of equals the youngest, lest the oldest one has an edge to everybody of a name.
   *
   * @param possible the closest of each profile
   */
  List<Resemblance> closest(Collection<Resemblance> possible) {
    List<Resemblance> kept = new ArrayList<>();
    List<Resemblance> others = new ArrayList<>();
    possible.stream()
        .filter(this::mayKeep)
        .forEach(one -> (one.match().isHousehold() ? kept : others).add(one));
    others.sort(
        Comparator.comparingDouble((Resemblance one) -> -one.match().bits())
            .thenComparing(one -> one.member().id(), Comparator.reverseOrder()));
    kept.addAll(others.subList(0, Math.min(MOST, others.size())));
    return kept;
  }
}

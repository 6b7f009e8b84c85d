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

  private OpenPairs() {}

  /**
   * Returns those that are kept: who lives together with the record, and of the others the closest.
   *
   * @param possible the closest of each profile
   * @param known edges of the record that are kept already
   */
  static List<Resemblance> closest(Collection<Resemblance> possible, Collection<Link> known) {
    List<Resemblance> kept = new ArrayList<>();
    List<Resemblance> others = new ArrayList<>();
    possible.forEach(one -> (one.match().isHousehold() ? kept : others).add(one));
    others.sort(
        Comparator.comparingDouble((Resemblance one) -> -one.match().bits())
            .thenComparing(one -> one.member().id()));
    double lightest = lightest(known);
    others.stream().limit(MOST).filter(one -> one.match().bits() > lightest).forEach(kept::add);
    return kept;
  }

  /**
   * Returns whether one may be kept by what else is.
   *
   * @param known edges of the record that are kept already
   */
  static boolean mayKeep(Resemblance one, Collection<Link> known) {
    return one.match().isHousehold() || one.match().bits() > lightest(known);
  }

  /** Returns what another one has to weigh more than; anything will do while there is room. */
  private static double lightest(Collection<Link> known) {
    List<Link> open = known.stream().filter(OpenPairs::isOpen).toList();
    return open.size() < MOST
        ? Double.NEGATIVE_INFINITY
        : open.stream().mapToDouble(Link::bits).min().orElse(Double.NEGATIVE_INFINITY);
  }

  private static boolean isOpen(Link link) {
    return link.active()
        && link.kind() == LinkKind.POSSIBLE
        && !new Match(Match.Grade.POSSIBLE, link.evidence()).isHousehold();
  }
}

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

  /** How many a record adds at most, besides those it lives together with. */
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
    others.stream().limit(room(known)).forEach(kept::add);
    return kept;
  }

  /**
   * Returns whether one may be kept by what else is.
   *
   * @param known edges of the record that are kept already
   */
  static boolean mayKeep(Resemblance one, Collection<Link> known) {
    return one.match().isHousehold() || room(known) > 0;
  }

  private static long room(Collection<Link> known) {
    return Math.max(0, MOST - known.stream().filter(OpenPairs::isOpen).count());
  }

  private static boolean isOpen(Link link) {
    return link.active()
        && link.kind() == LinkKind.POSSIBLE
        && !new Match(Match.Grade.POSSIBLE, link.evidence()).isHousehold();
  }
}

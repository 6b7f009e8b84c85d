package io.customerhub.engine;

import io.customerhub.identity.Link;
import io.customerhub.identity.Match;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;

/**
 * A known member that resembles another record.
 *
 * @param member the known member
 * @param match how
 */
record Resemblance(Member member, Match match) {

  /** Returns whether the two are of one person. */
  boolean decides() {
    return match.grade() == Match.Grade.MATCH;
  }

  /** Returns the closer of two. */
  static Resemblance closer(Resemblance a, Resemblance b) {
    return a.match().bits() >= b.match().bits() ? a : b;
  }

  /** Returns a new edge to the other record's member. */
  Link link(Unit unit, ProfileId other) {
    boolean older = member.id().compareTo(other) < 0;
    return new Link(
        unit.nextId(),
        older ? member.id() : other,
        older ? other : member.id(),
        match.linkKind(),
        match.evidence(),
        Decision.RULES,
        "",
        unit.now(),
        true,
        0);
  }
}

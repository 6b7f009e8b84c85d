package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.identity.Link;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Transaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the profiles that decide on each other's partition. */
final class Surroundings {

  /** Most records that hang together and are still looked at. */
  static final int MOST = 10_000;

  private Surroundings() {}

  /** Returns the roots of members and of all who share an identifier or an edge with them. */
  static SortedSet<ProfileId> near(Unit unit, SharedKeys keys, Collection<Member> members) {
    Transaction tx = unit.tx();
    Set<Identifier> identifiers = new TreeSet<>();
    members.forEach(member -> identifiers.addAll(member.identifiers()));
    identifiers.removeAll(keys.crowded(unit, identifiers));
    SortedSet<ProfileId> roots = roots(members);
    roots.addAll(roots(tx.profiles().holding(identifiers)));
    roots.addAll(roots(tx.profiles().find(ends(tx.identities().linksOf(ids(members))))));
    return roots;
  }

  /** Returns the roots of all who hang together with members, or empty if too many do. */
  static Optional<SortedSet<ProfileId>> all(Unit unit, SharedKeys keys, List<Member> members) {
    SortedSet<ProfileId> roots = roots(members);
    List<Member> within = members;
    while (within.size() <= MOST) {
      SortedSet<ProfileId> wider = near(unit, keys, within);
      if (wider.equals(roots)) {
        return Optional.of(roots);
      }
      roots = wider;
      within = unit.tx().profiles().clusters(roots);
    }
    return Optional.empty();
  }

  static Set<ProfileId> ids(Collection<Member> members) {
    Set<ProfileId> ids = new HashSet<>();
    members.forEach(member -> ids.add(member.id()));
    return ids;
  }

  static SortedSet<ProfileId> roots(Collection<Member> members) {
    SortedSet<ProfileId> roots = new TreeSet<>();
    members.forEach(member -> roots.add(member.root()));
    return roots;
  }

  /** Returns the ends of those edges that count. */
  private static Set<ProfileId> ends(Collection<Link> links) {
    Set<ProfileId> ends = new HashSet<>();
    links.stream().filter(Link::active).forEach(link -> ends.addAll(List.of(link.a(), link.b())));
    return ends;
  }
}

package io.customerhub.engine;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.Match;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds who lives with whom, inside a unit. */
final class Households {

  private Households() {}

  static List<HouseholdMember> of(Unit unit, ProfileId root) {
    Set<ProfileId> own = new HashSet<>();
    unit.tx().profiles().clusters(Set.of(root)).forEach(member -> own.add(member.id()));
    List<Link> links =
        unit.tx().identities().linksOf(own).stream().filter(Households::relates).toList();
    Set<ProfileId> ends = new HashSet<>();
    links.forEach(link -> ends.addAll(List.of(link.a(), link.b())));
    ends.removeAll(own);
    Map<ProfileId, ProfileId> roots = new HashMap<>();
    for (Member member : unit.tx().profiles().find(ends)) {
      roots.put(member.id(), member.root());
    }
    Map<ProfileId, HouseholdMember> closest = new HashMap<>();
    for (Link link : links) {
      boolean first = own.contains(link.a());
      ProfileId other = first ? link.b() : link.a();
      ProfileId profile = roots.get(other);
      if (profile != null) {
        ProfileId mine = first ? link.a() : link.b();
        HouseholdMember member = new HouseholdMember(profile, other, mine, link.evidence());
        closest.merge(profile, member, (x, y) -> x.bits() >= y.bits() ? x : y);
      }
    }
    List<HouseholdMember> sorted = new ArrayList<>(closest.values());
    sorted.sort(
        Comparator.comparingDouble((HouseholdMember member) -> -member.bits())
            .thenComparing(HouseholdMember::profile));
    return List.copyOf(sorted);
  }

  /** That somebody decided about a pair does not end that the two are related. */
  private static boolean relates(Link link) {
    return (link.kind() == LinkKind.HOUSEHOLD && link.active())
        || (link.kind() == LinkKind.POSSIBLE
            && new Match(Match.Grade.POSSIBLE, link.evidence()).isHousehold());
  }
}

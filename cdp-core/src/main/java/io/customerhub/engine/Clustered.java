package io.customerhub.engine;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Groups members by the profile they belong to. */
final class Clustered {

  private Clustered() {}

  static SortedMap<ProfileId, List<Member>> byRoot(Collection<Member> members) {
    SortedMap<ProfileId, List<Member>> clusters = new TreeMap<>();
    for (Member member : members) {
      clusters.computeIfAbsent(member.root(), root -> new ArrayList<>()).add(member);
    }
    return clusters;
  }
}

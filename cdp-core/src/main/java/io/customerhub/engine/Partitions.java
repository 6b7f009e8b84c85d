package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.identity.Join;
import io.customerhub.identity.Partition;
import io.customerhub.identity.SetAsideKey;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a partition says of one of its profiles. */
final class Partitions {

  private Partitions() {}

  /** Returns the steps that joined one profile of a partition. */
  static List<Join> joins(Partition partition, ProfileId root) {
    return partition.joins().stream()
        .filter(join -> partition.root(join.member()).equals(root))
        .toList();
  }

  /** Returns the keys of some members that join nobody. */
  static List<SetAsideKey> setAside(Partition partition, List<Member> members) {
    Set<Identifier> own = new HashSet<>();
    members.forEach(member -> own.addAll(member.identifiers()));
    return partition.setAside().stream().filter(key -> own.contains(key.identifier())).toList();
  }
}

package io.customerhub.engine;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members of the profiles that one transaction has locked, as it has changed them. */
final class Clusters {

  private final Map<ProfileId, Member> members = new HashMap<>();
  private final Map<ProfileId, SortedSet<ProfileId>> byRoot = new HashMap<>();
  private final Set<ProfileId> locked = new HashSet<>();

  @Nullable Member get(ProfileId id) {
    return members.get(id);
  }

  /** Returns those of some members that are here, in the order given. */
  List<Member> all(Collection<ProfileId> ids) {
    return ids.stream().flatMap(id -> Optional.ofNullable(members.get(id)).stream()).toList();
  }

  /** Takes in whole profiles that are locked from now on. */
  void lock(Collection<ProfileId> roots, Collection<Member> all) {
    locked.addAll(roots);
    all.forEach(this::put);
  }

  /** Takes in a member as it is now. A profile that begins here is nobody else's. */
  void put(Member member) {
    Member was = members.put(member.id(), member);
    if (was != null) {
      byRoot.getOrDefault(was.root(), new TreeSet<>()).remove(was.id());
    }
    byRoot.computeIfAbsent(member.root(), root -> new TreeSet<>()).add(member.id());
    if (member.root().equals(member.id())) {
      locked.add(member.id());
    }
  }

  /** Returns whether a profile is, or was until it was merged, in this transaction's hands. */
  boolean isLocked(ProfileId root) {
    return locked.contains(root);
  }

  boolean isRoot(ProfileId id) {
    Member member = members.get(id);
    return member != null && member.root().equals(id);
  }

  /** Returns the members of profiles, in ascending order. */
  List<Member> of(Collection<ProfileId> roots) {
    SortedSet<ProfileId> ids = new TreeSet<>();
    roots.forEach(root -> ids.addAll(byRoot.getOrDefault(root, new TreeSet<>())));
    return all(ids);
  }
}

package io.customerhub.identity;

import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Disjoint sets of members that can refuse to be united: a union-find with forbidden pairs. */
final class Clusters {

  private final Map<ProfileId, ProfileId> parent = new HashMap<>();
  private final Map<ProfileId, Held> held = new HashMap<>();
  private final List<Link> forbidden;

  /**
   * Prepares.
   *
   * @param forbidden between members that are added before any two are united
   */
  Clusters(List<Link> forbidden) {
    this.forbidden = forbidden;
  }

  void add(ProfileId member, Held own) {
    parent.putIfAbsent(member, member);
    held.putIfAbsent(member, own);
  }

  /** Returns what the member's set holds of what is limited. */
  Held held(ProfileId member) {
    return held.getOrDefault(root(member), Held.NOTHING);
  }

  /**
   * Returns what would be too much if the sets of some members were one; empty if nothing would, or
   * they are one already.
   *
   * @param rank of what would make them one
   * @param counted the namespaces that count
   */
  String excess(
      Collection<ProfileId> members, MergeLimits limits, int rank, Predicate<String> counted) {
    if (limits.isEmpty()) {
      return "";
    }
    Set<ProfileId> roots = new HashSet<>();
    members.forEach(member -> roots.add(root(member)));
    return roots.size() < 2
        ? ""
        : Held.ofAll(roots.stream().map(this::held).toList()).excess(limits, rank, counted);
  }

  /** Returns the smallest id of the member's set. */
  ProfileId root(ProfileId member) {
    ProfileId at = member;
    ProfileId up = up(at);
    while (!up.equals(at)) {
      parent.put(at, up(up));
      at = up;
      up = up(at);
    }
    return at;
  }

  /** Unites two sets, unless they are one already or a forbidden pair would come together. */
  boolean unite(ProfileId a, ProfileId b) {
    return !isForbidden(root(a), root(b)) && uniteFreely(a, b);
  }

  /** Unites two sets, unless they are one already. */
  boolean uniteFreely(ProfileId a, ProfileId b) {
    ProfileId x = root(a);
    ProfileId y = root(b);
    if (x.equals(y)) {
      return false;
    }
    boolean older = x.compareTo(y) < 0;
    Held both = held(x).and(held(y));
    parent.put(older ? y : x, older ? x : y);
    held.put(older ? x : y, both);
    return true;
  }

  private boolean isForbidden(ProfileId x, ProfileId y) {
    for (Link link : forbidden) {
      if (meet(root(link.a()), root(link.b()), x, y)) {
        return true;
      }
    }
    return false;
  }

  private static boolean meet(ProfileId a, ProfileId b, ProfileId x, ProfileId y) {
    return (a.equals(x) && b.equals(y)) || (a.equals(y) && b.equals(x));
  }

  private ProfileId up(ProfileId member) {
    ProfileId up = parent.get(member);
    if (up == null) {
      throw new IllegalArgumentException("unknown member " + member);
    }
    return up;
  }
}

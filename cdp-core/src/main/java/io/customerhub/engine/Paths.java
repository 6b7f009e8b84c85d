package io.customerhub.engine;

import io.customerhub.identity.Join;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the way from one member of a profile to another along the steps that joined them. */
final class Paths {

  private Paths() {}

  /** Returns the steps from a to b; empty if there is no way. */
  static List<Join> between(Member a, Member b, List<Join> joins) {
    Map<ProfileId, Join> from = new HashMap<>();
    Deque<ProfileId> reached = new ArrayDeque<>(List.of(a.id()));
    while (!reached.isEmpty() && !from.containsKey(b.id())) {
      ProfileId at = reached.remove();
      for (Join join : joins) {
        Join step = join.with().equals(at) ? join : join.turned();
        boolean isNew = step.with().equals(at) && !step.member().equals(a.id());
        if (isNew && from.putIfAbsent(step.member(), step) == null) {
          reached.add(step.member());
        }
      }
    }
    return path(b.id(), from);
  }

  private static List<Join> path(ProfileId end, Map<ProfileId, Join> from) {
    List<Join> path = new ArrayList<>();
    for (Join step = from.get(end); step != null; step = from.get(step.with())) {
      path.add(step);
    }
    Collections.reverse(path);
    return path;
  }
}

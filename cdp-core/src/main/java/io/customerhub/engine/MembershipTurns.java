package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.MembershipChange;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When a person of several members was in a segment: whenever any of them was. */
final class MembershipTurns {

  private MembershipTurns() {}

  /** Returns the turns in and out, of changes in order of time. */
  static NavigableMap<Instant, Boolean> of(List<MembershipChange> changes) {
    NavigableMap<Instant, Boolean> after = new TreeMap<>();
    Set<ProfileId> inside = new HashSet<>();
    for (MembershipChange change : changes) {
      if (change.inside()) {
        inside.add(change.profile());
      } else {
        inside.remove(change.profile());
      }
      after.put(change.at(), !inside.isEmpty());
    }
    return turns(after);
  }

  /** What a merge moves from one id to the other at an instant is no turn. */
  private static NavigableMap<Instant, Boolean> turns(NavigableMap<Instant, Boolean> after) {
    NavigableMap<Instant, Boolean> turns = new TreeMap<>();
    @Nullable Boolean before = null;
    for (var entry : after.entrySet()) {
      if (!entry.getValue().equals(before)) {
        turns.put(entry.getKey(), entry.getValue());
        before = entry.getValue();
      }
    }
    return turns;
  }
}

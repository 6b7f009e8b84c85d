package io.customerhub.engine;

import io.customerhub.identity.LookUpKeys;
import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** With whom one record has to be compared, and by which keys. Filled by {@link Neighbours}. */
final class Neighbourhood {

  private final @Nullable ProfileId member;
  private final LookUpKeys keys;
  private final Map<ProfileId, Integer> worth = new HashMap<>();
  private final SortedSet<ProfileId> neighbours = new TreeSet<>();
  private final SortedSet<String> unindexed = new TreeSet<>();
  private final Set<String> effective = new HashSet<>();
  private final Set<String> generic = new HashSet<>();

  /**
   * Creates an empty one.
   *
   * @param member the record's member; null if it is about to be born
   */
  Neighbourhood(@Nullable ProfileId member, LookUpKeys keys) {
    this.member = member;
    this.keys = keys;
  }

  LookUpKeys keys() {
    return keys;
  }

  /** Returns the members to compare with; never itself. */
  SortedSet<ProfileId> neighbours() {
    return neighbours;
  }

  /** Returns the keys under which the record has to be found and is not yet. */
  SortedSet<String> unindexed() {
    return unindexed;
  }

  boolean isIn(Collection<ProfileId> block) {
    return member != null && block.contains(member);
  }

  void index(String key) {
    unindexed.add(key);
  }

  void meet(String key, Collection<ProfileId> block) {
    int more = LookUpKeys.worth(key);
    if (!effective.add(key)) {
      return;
    }
    if (more >= LookUpKeys.ENOUGH) {
      neighbours.addAll(block);
    } else {
      block.forEach(other -> meet(other, more));
    }
    if (member != null) {
      neighbours.remove(member);
    }
  }

  private void meet(ProfileId other, int more) {
    if (worth.merge(other, more, Integer::sum) >= LookUpKeys.ENOUGH) {
      neighbours.add(other);
    }
  }

  /** Notes that too many hold a key, and returns those that take its place. */
  Set<String> narrow(String key) {
    generic.add(key);
    return keys.narrower(key);
  }

  /** Returns the keys that too many hold. */
  Set<String> generic() {
    return generic;
  }

  /** Returns whether keys are too common now that were not, or of which that is not known. */
  boolean isNarrowerThan(@Nullable Neighbourhood before) {
    return before == null ? !generic.isEmpty() : !before.generic.containsAll(generic);
  }

  /** Returns whether a record is to be compared with this one, whoever is indexed by now. */
  boolean meets(LookUpKeys other) {
    return LookUpKeys.suffice(effective.stream().filter(key -> keys.isShared(key, other)).toList());
  }
}

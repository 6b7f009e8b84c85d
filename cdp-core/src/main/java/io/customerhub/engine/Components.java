package io.customerhub.engine;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads and locks profiles with all others on which their partition depends, or, where it is
 * certain that nobody else decides, without. Thread-safe.
 */
final class Components {

  private static final int REMEMBERED = 10_000;

  private final IdentityResolver resolver;
  private final SharedKeys keys;

  /** Profiles that others decide on; of one that is forgotten, that shows when it is locked. */
  private final Set<ProfileId> wide = ConcurrentHashMap.newKeySet();

  Components(IdentityResolver resolver, SharedKeys keys) {
    this.resolver = resolver;
    this.keys = keys;
  }

  /** Reads profiles with all others on which their partition depends. */
  Component read(Unit unit, Set<ProfileId> roots) {
    return Component.read(unit, roots, keys.others(unit));
  }

  /**
   * Locks profiles with all others on which their partition depends.
   *
   * @param needed members that have to be among those of the profiles
   */
  Component lock(Unit unit, SortedSet<ProfileId> roots, Collection<ProfileId> needed) {
    return Component.lock(unit, around(unit, roots), needed, keys.others(unit));
  }

  /** Does the same for the profiles that a newborn may join. */
  Component lockFor(
      Unit unit, Member newborn, SortedSet<ProfileId> roots, Collection<ProfileId> needed) {
    if (roots.size() > 1 || hasGuarded(newborn) || wide.containsAll(roots)) {
      return lock(unit, roots, needed);
    }
    Component near = Component.lock(unit, roots, needed, members -> List.of());
    if (near.members().isEmpty() || isPlain(unit, newborn, near)) {
      return near;
    }
    remember(roots);
    return near.grown(unit, keys.others(unit));
  }

  private void remember(SortedSet<ProfileId> roots) {
    if (wide.size() >= REMEMBERED) {
      wide.clear();
    }
    wide.addAll(roots);
  }

  /**
   * Finds who is to be locked before anything is, so that it is all locked in one order. A batch
   * keeps what it has read, so it reads when it has locked.
   */
  private SortedSet<ProfileId> around(Unit unit, SortedSet<ProfileId> roots) {
    return unit.buffer().isPresent() || resolver.rules().limits().isEmpty() || roots.isEmpty()
        ? roots
        : Surroundings.roots(read(unit, roots).members());
  }

  private boolean hasGuarded(Member newborn) {
    return newborn.identifiers().stream()
        .anyMatch(identifier -> resolver.rules().isGuarded(identifier.namespace()));
  }

  /**
   * Returns whether a newborn joins a profile or nobody, and nobody else decides on that.
   *
   * <p>Within the limits no key of the profile is set aside but those that lead to others.
   */
  boolean isPlain(Unit unit, Member newborn, Component component) {
    List<Member> all = new ArrayList<>(component.members());
    all.add(newborn);
    return !hasGuarded(newborn)
        && component.members().stream().map(Member::root).distinct().count() <= 1
        && component.isExact()
        && resolver.isWithinLimits(all)
        && keys.of(unit, newborn).isEmpty();
  }
}

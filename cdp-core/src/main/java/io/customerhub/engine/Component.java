package io.customerhub.engine;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * Whole profiles with all others on which their partition depends: those that they resemble though
 * the guard refused to join them, those that a person keeps apart from them, and those with whom
 * they share a key that is set aside. Computed for such a component alone, the partition is the
 * same as for all records at once.
 *
 * @param members the members, sorted by id
 * @param links all edges of theirs, sorted by id
 */
record Component(List<Member> members, List<Link> links) {

  /** Finds others that decide on members by what they hold. */
  @FunctionalInterface
  interface Others {

    /** Returns all who hold what these hold, as far as that can decide anything. */
    List<Member> of(Collection<Member> members);
  }

  /** Reads the component of profiles. */
  static Component read(Unit unit, Set<ProfileId> roots, Others others) {
    List<Member> start = unit.tx().profiles().clusters(roots);
    return grown(unit, start, unit.tx().profiles()::clusters, others);
  }

  /**
   * Locks the component of profiles. What it depends on only shows when some of it is locked, so
   * the order of ids may be broken; of two units that wait for each other one is run again.
   *
   * @param needed members that have to be among those of the profiles
   */
  static Component lock(
      Unit unit, SortedSet<ProfileId> roots, Collection<ProfileId> needed, Others others) {
    List<Member> locked = unit.lock(roots, needed);
    return grown(unit, locked, more -> unit.tx().profiles().lock(more), others);
  }

  /** Locks more: what this one, which is locked, depends on beside its edges. */
  Component grown(Unit unit, Others others) {
    return grown(unit, members, more -> unit.tx().profiles().lock(more), others);
  }

  private static Component grown(
      Unit unit,
      List<Member> start,
      Function<SortedSet<ProfileId>, List<Member>> more,
      Others others) {
    SortedMap<ProfileId, Member> members = new TreeMap<>();
    SortedMap<UUID, Link> links = new TreeMap<>();
    List<Member> next = start;
    while (!next.isEmpty()) {
      next.forEach(member -> members.put(member.id(), member));
      List<Link> found = unit.tx().identities().linksOf(ids(next));
      found.forEach(link -> links.put(link.id(), link));
      List<Member> around = new ArrayList<>(others.of(next));
      around.addAll(linked(unit, found, members.keySet()));
      next = outside(around, members.keySet(), more);
    }
    return new Component(List.copyOf(members.values()), List.copyOf(links.values()));
  }

  private static List<Member> linked(Unit unit, List<Link> links, Set<ProfileId> known) {
    Set<ProfileId> ends = new HashSet<>();
    links.stream().filter(Component::matters).forEach(link -> ends.addAll(ends(link)));
    ends.removeAll(known);
    return ends.isEmpty() ? List.of() : unit.tx().profiles().find(ends);
  }

  private static List<Member> outside(
      List<Member> around,
      Set<ProfileId> known,
      Function<SortedSet<ProfileId>, List<Member>> more) {
    Set<ProfileId> found = new HashSet<>();
    SortedSet<ProfileId> roots = new TreeSet<>();
    around.stream()
        .filter(member -> !known.contains(member.id()))
        .forEach(
            member -> {
              found.add(member.id());
              roots.add(member.root());
            });
    List<Member> grown = roots.isEmpty() ? List.of() : more.apply(roots);
    if (!ids(grown).containsAll(found)) {
      // What was read without a lock is out of date; without this the search would never end.
      throw new ConflictException("a member moved to another profile before it was locked", null);
    }
    return grown;
  }

  private static List<ProfileId> ends(Link link) {
    return List.of(link.a(), link.b());
  }

  /** Returns whether the partition may depend on an edge between two profiles. */
  private static boolean matters(Link link) {
    return link.active()
        && (link.kind() == LinkKind.SIMILAR || link.kind() == LinkKind.DO_NOT_LINK);
  }

  /** Returns whether nothing but keys and people's merges joins the members. */
  boolean isExact() {
    return links.stream().noneMatch(Component::matters);
  }

  /** Returns the members of one profile. */
  List<Member> of(ProfileId root) {
    return members.stream().filter(member -> member.root().equals(root)).toList();
  }

  /** Returns the edges of the members with more of them. */
  List<Link> with(List<Link> added) {
    List<Link> all = new ArrayList<>(links);
    all.addAll(added);
    return all;
  }

  static Set<ProfileId> ids(Collection<Member> members) {
    Set<ProfileId> ids = new HashSet<>();
    members.forEach(member -> ids.add(member.id()));
    return ids;
  }
}

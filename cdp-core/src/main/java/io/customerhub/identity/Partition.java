package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which members belong together: a function of the members, the evidence between them and people's
 * decisions, and of nothing else. Immutable.
 *
 * <p>First come keys, the strongest first, and what the host's own rules join; a key that would
 * bring together more than one person may have is set aside. What is left is weighed: links of
 * similarity join groups of records, the strongest link first, as far as the {@link Guard} lets
 * them; equal ones in an order that depends on what the records say. Then come people's merges. So
 * it does not matter in which order anything arrived.
 *
 * <p>Where a decision keeps two members apart that this would bring together, it is done with the
 * members born before the first one that does. Then come the others, in the order of their birth,
 * each with its strongest key first, and what would bring the two together is refused: so what
 * belonged to one side before the two ever met stays there, and what bridges them goes with its
 * strongest key.
 */
public final class Partition {

  /** How many names and birth dates a guarded identifier may go with before it counts as shared. */
  static final int GENERIC = 50;

  /** How many members may hold a shared identifier before they are no longer compared in pairs. */
  static final int PAIRS = 500;

  private final SortedMap<ProfileId, ProfileId> roots;
  private final List<Join> joins;

  private final List<SetAsideKey> setAside;

  Partition(SortedMap<ProfileId, ProfileId> roots, List<Join> joins, List<SetAsideKey> setAside) {
    this.setAside = List.copyOf(setAside);
    this.roots = Collections.unmodifiableSortedMap(new TreeMap<>(roots));
    this.joins = List.copyOf(joins);
  }

  /**
   * Computes the partition of members.
   *
   * @param members whole profiles, and with each those that it has links of similarity or decisions
   *     with
   * @param context further members that hold a guarded identifier of these; they show whether it is
   *     shared, and are not partitioned themselves
   * @param links the edges between members; retired ones do not count
   * @param shared identifiers that join nobody, and why
   */
  static Partition of(
      Collection<Member> members,
      Collection<Member> context,
      Collection<Link> links,
      Map<Identifier, ReasonCode> shared,
      PartitionRules rules) {
    List<Link> active =
        links.stream().filter(Link::active).sorted(Comparator.comparing(Link::id)).toList();
    Holders holders = Holders.of(members, context, rules);
    return new Partitioning(members, holders, active, shared, rules).run();
  }

  /**
   * Returns the canonical id of a member: the smallest id of its set.
   *
   * @throws IllegalArgumentException if it is not one of the members
   */
  public ProfileId root(ProfileId member) {
    ProfileId root = roots.get(member);
    if (root == null) {
      throw new IllegalArgumentException("unknown member " + member);
    }
    return root;
  }

  /** Returns the members' canonical ids, by member. */
  public SortedMap<ProfileId, ProfileId> roots() {
    return roots;
  }

  /**
   * Returns the steps that joined the members, in the order in which they were taken: one fewer per
   * profile than it has members.
   */
  public List<Join> joins() {
    return joins;
  }

  /**
   * Returns the keys of the members that join nobody, the strongest first. Where a decision keeps
   * members apart, those that were set aside before the two sides met.
   */
  public List<SetAsideKey> setAside() {
    return setAside;
  }
}

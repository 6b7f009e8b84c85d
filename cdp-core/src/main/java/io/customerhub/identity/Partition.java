package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which members belong together: a function of the members, the evidence between them and people's
 * decisions, and of nothing else. Immutable.
 *
 * <p>Without decisions to keep members apart, the result is the connected components of the
 * evidence, whatever the order in which it arrived. Where a decision keeps two members apart,
 * evidence is taken in the order of the members' birth, of one member the strongest first, and what
 * would bring the two together is refused: so what belonged to one side before the two ever met
 * stays there, and what bridges them goes with its strongest key.
 */
public final class Partition {

  /** How many names and birth dates a guarded identifier may go with before it counts as shared. */
  static final int GENERIC = 50;

  /** How many members may hold a shared identifier before they are no longer compared in pairs. */
  static final int PAIRS = 500;

  private static final String RULES = "rules";

  private final SortedMap<ProfileId, Member> members = new TreeMap<>();
  private final Holders holders;
  private final PartitionRules rules;
  private final Clusters clusters;
  private final List<Join> joins = new ArrayList<>();

  private Partition(
      Collection<Member> members, Holders holders, List<Link> links, PartitionRules rules) {
    members.forEach(member -> this.members.put(member.id(), member));
    this.holders = holders;
    this.rules = rules;
    this.clusters = new Clusters(of(links, LinkKind.DO_NOT_LINK));
    this.members.keySet().forEach(clusters::add);
  }

  /**
   * Computes the partition of members.
   *
   * @param members whole profiles: all members of each
   * @param context further members that hold a guarded identifier of these; they show whether it is
   *     shared, and are not partitioned themselves
   * @param links the edges between members; retired ones do not count
   */
  static Partition of(
      Collection<Member> members,
      Collection<Member> context,
      Collection<Link> links,
      PartitionRules rules) {
    List<Link> active =
        links.stream().filter(Link::active).sorted(Comparator.comparing(Link::id)).toList();
    Partition partition =
        new Partition(members, Holders.of(members, context, rules), active, rules);
    partition.decide(of(active, LinkKind.MUST_LINK));
    partition.weigh(of(active, LinkKind.SIMILAR));
    return partition;
  }

  /** Returns the canonical id of a member: the smallest id of its set. */
  public ProfileId root(ProfileId member) {
    return clusters.root(member);
  }

  /** Returns the members' canonical ids, by member. */
  public SortedMap<ProfileId, ProfileId> roots() {
    SortedMap<ProfileId, ProfileId> roots = new TreeMap<>();
    members.keySet().forEach(id -> roots.put(id, clusters.root(id)));
    return roots;
  }

  /**
   * Returns the steps that joined the members, in the order in which they were taken: one fewer per
   * profile than it has members.
   */
  public List<Join> joins() {
    return List.copyOf(joins);
  }

  private static List<Link> of(List<Link> links, LinkKind kind) {
    return links.stream().filter(link -> link.kind() == kind).toList();
  }

  private void decide(List<Link> decisions) {
    for (Link link : decisions) {
      join(
          link.b(),
          link.a(),
          List.of(new Evidence("decision", "merged by a person", 0)),
          link.actor());
    }
  }

  private void weigh(List<Link> similar) {
    Map<ProfileId, List<Link>> byYounger = new TreeMap<>();
    similar.forEach(link -> byYounger.computeIfAbsent(link.b(), id -> new ArrayList<>()).add(link));
    for (Member member : members.values()) {
      byKeys(member);
      List<Link> links = byYounger.getOrDefault(member.id(), List.of());
      links.stream()
          .sorted(Comparator.comparingDouble(Link::bits).reversed().thenComparing(Link::a))
          .forEach(link -> join(link.b(), link.a(), link.evidence(), RULES));
    }
  }

  private void byKeys(Member member) {
    member.identifiers().stream()
        .sorted(Comparator.comparingInt(identifier -> rules.rank(identifier.namespace())))
        .forEach(identifier -> byKey(member, identifier));
  }

  private void byKey(Member member, Identifier identifier) {
    if (rules.isKey(identifier.namespace()) || holders.unanimous(identifier)) {
      joinBy(identifier, member, holders.oldest(identifier));
    } else if (rules.isGuarded(identifier.namespace())) {
      for (Member other : holders.olderThan(member, identifier)) {
        if (rules.agree(member, other)) {
          joinBy(identifier, member, other);
        }
      }
    }
  }

  private void joinBy(Identifier identifier, Member member, Member other) {
    if (!member.id().equals(other.id())) {
      join(member.id(), other.id(), List.of(ExactKey.evidence(identifier, rules)), RULES);
    }
  }

  private void join(ProfileId member, ProfileId with, List<Evidence> evidence, String actor) {
    if (clusters.contains(member) && clusters.contains(with) && clusters.unite(member, with)) {
      joins.add(new Join(member, with, evidence, actor));
    }
  }
}

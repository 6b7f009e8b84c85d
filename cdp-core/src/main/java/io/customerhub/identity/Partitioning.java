package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computes one {@link Partition}. Of one thread, used once. */
final class Partitioning {

  private static final String RULES = "rules";

  private static final List<Evidence> DECIDED =
      List.of(new Evidence("decision", "merged by a person", 0));

  private final SortedMap<ProfileId, Member> members = new TreeMap<>();
  private final List<Member> byBirth;
  private final Holders holders;
  private final PartitionRules rules;
  private final List<Join> decided = new ArrayList<>();
  private final List<Link> apart;
  private final Map<ProfileId, List<Link>> stated = new HashMap<>();
  private final List<Link> similar = new ArrayList<>();
  private final Numbered numbered;

  /**
   * Prepares.
   *
   * @param links active ones, sorted by id
   */
  Partitioning(
      Collection<Member> members, Holders holders, List<Link> links, PartitionRules rules) {
    members.forEach(member -> this.members.put(member.id(), member));
    this.byBirth = List.copyOf(this.members.values());
    this.holders = holders;
    this.rules = rules;
    this.apart = of(links, LinkKind.DO_NOT_LINK);
    Clusters merged = clusters();
    of(links, LinkKind.MUST_LINK).stream()
        .filter(link -> merged.unite(link.a(), link.b()))
        .forEach(link -> decided.add(new Join(link.b(), link.a(), DECIDED, link.actor())));
    for (Link link : of(links, LinkKind.SIMILAR)) {
      if (rules.state(member(link.a()), member(link.b()))) {
        stated.computeIfAbsent(link.b(), id -> new ArrayList<>()).add(link);
      } else {
        similar.add(link);
      }
    }
    this.numbered = new Numbered(this.members.values(), rules);
  }

  /** Links to members elsewhere say nothing about these. */
  private List<Link> of(List<Link> links, LinkKind kind) {
    return links.stream()
        .filter(link -> link.kind() == kind)
        .filter(link -> members.containsKey(link.a()) && members.containsKey(link.b()))
        .toList();
  }

  Partition run() {
    Grouping all = born(byBirth.size());
    if (!all.violates(apart)) {
      return all.partition();
    }
    int free = 0;
    int met = byBirth.size();
    while (met - free > 1) {
      int middle = (free + met) / 2;
      if (born(middle).violates(apart)) {
        met = middle;
      } else {
        free = middle;
      }
    }
    return apart(born(free), free);
  }

  /** Groups the first so many members as if nobody were kept apart; decisions on all count. */
  private Grouping born(int count) {
    List<Join> joins = new ArrayList<>();
    Clusters clusters = clusters();
    for (Member member : byBirth.subList(0, count)) {
      for (Join join : exact(member)) {
        if (clusters.uniteFreely(join.member(), join.with())) {
          joins.add(join);
        }
      }
    }
    Grouping grouping = new Grouping(new Bundles(numbered, clusters), joins);
    grouping.join(similarAmong(count), List.of());
    // Not before: whom a person merged does not weigh less for it against others.
    decided.forEach(grouping::join);
    return grouping;
  }

  private List<Link> similarAmong(int count) {
    if (count == byBirth.size() || count == 0) {
      return count == 0 ? List.of() : similar;
    }
    ProfileId last = byBirth.get(count - 1).id();
    return similar.stream().filter(link -> link.b().compareTo(last) <= 0).toList();
  }

  private Clusters clusters() {
    Clusters clusters = new Clusters(apart);
    members.keySet().forEach(clusters::add);
    return clusters;
  }

  /** Goes on from what the older members were before anybody met who is kept apart. */
  private Partition apart(Grouping before, int count) {
    Clusters clusters = clusters();
    before.roots().forEach(clusters::uniteFreely);
    List<Join> joins = new ArrayList<>(before.joins());
    for (Member member : byBirth.subList(count, byBirth.size())) {
      for (Join join : exact(member)) {
        if (clusters.unite(join.member(), join.with())) {
          joins.add(join);
        }
      }
    }
    Grouping grouping = new Grouping(new Bundles(numbered, clusters), joins);
    grouping.join(similar, apart);
    return grouping.partition();
  }

  /** Returns what joins a member to older ones whatever they weigh, the strongest first. */
  private List<Join> exact(Member member) {
    List<Join> joins = new ArrayList<>();
    member.identifiers().stream()
        .sorted(Comparator.comparingInt(identifier -> rules.rank(identifier.namespace())))
        .forEach(identifier -> byKey(member, identifier, joins));
    stated.getOrDefault(member.id(), List.of()).stream()
        .sorted(Comparator.comparing(Link::a))
        .forEach(link -> joins.add(new Join(link.b(), link.a(), link.evidence(), RULES)));
    return joins;
  }

  private void byKey(Member member, Identifier identifier, List<Join> joins) {
    if (rules.isKey(identifier.namespace()) || holders.unanimous(identifier)) {
      joinBy(identifier, member, holders.oldest(identifier), joins);
    } else if (rules.isGuarded(identifier.namespace())) {
      for (Member other : holders.olderThan(member, identifier)) {
        if (rules.agree(member, other)) {
          joinBy(identifier, member, other, joins);
        }
      }
    }
  }

  private void joinBy(Identifier identifier, Member member, Member other, List<Join> joins) {
    if (!member.id().equals(other.id())) {
      List<Evidence> evidence = List.of(ExactKey.evidence(identifier, rules));
      joins.add(new Join(member.id(), other.id(), evidence, RULES));
    }
  }

  private Member member(ProfileId id) {
    Member member = members.get(id);
    if (member == null) {
      throw new IllegalArgumentException("unknown member " + id);
    }
    return member;
  }
}

package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
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
  private final KeyJoining keys;
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
   * @param shared identifiers that join nobody, and why
   */
  Partitioning(
      Collection<Member> members,
      Holders holders,
      List<Link> links,
      Map<Identifier, ReasonCode> shared,
      PartitionRules rules) {
    members.forEach(member -> this.members.put(member.id(), member));
    this.byBirth = List.copyOf(this.members.values());
    this.keys = new KeyJoining(holders, rules, shared);
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
    int met = byBirth.size();
    int free = met - 1;
    // From the end: what limits keep apart may have been together in between.
    for (int step = 1; born(free).violates(apart); step *= 2) {
      met = free;
      free = Math.max(0, free - step);
    }
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
    List<SetAsideKey> setAside = keys.join(byBirth.subList(0, count), clusters, joins);
    byBirth.subList(0, count).stream()
        .flatMap(member -> stated(member).stream())
        .sorted(Comparator.comparing(this::numbers))
        .filter(join -> !isTooMuch(clusters, join))
        .filter(join -> clusters.uniteFreely(join.member(), join.with()))
        .forEach(joins::add);
    Grouping grouping = grouping(clusters, joins, setAside);
    grouping.join(similarAmong(count), List.of());
    // Not before: whom a person merged does not weigh less for it against others.
    decided.forEach(grouping::join);
    return grouping;
  }

  private Grouping grouping(Clusters clusters, List<Join> joins, List<SetAsideKey> setAside) {
    return new Grouping(new Bundles(numbered, clusters), joins, rules.limits(), setAside);
  }

  /** By what the two say, so that the order does not depend on when they came. */
  private long numbers(Join join) {
    int one = numbered.number(join.member());
    int other = numbered.number(join.with());
    return ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
  }

  /** A rule that the host stated is limited as resemblance is. */
  private boolean isTooMuch(Clusters clusters, Join join) {
    Held both = clusters.held(join.member()).and(clusters.held(join.with()));
    return !rules.limits().excessOfSimilarity(both).isEmpty();
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
    members.forEach((id, member) -> clusters.add(id, Held.of(member, rules.limits())));
    return clusters;
  }

  /** Goes on from what the older members were before anybody met who is kept apart. */
  private Partition apart(Grouping before, int count) {
    Clusters clusters = clusters();
    before.roots().forEach(clusters::uniteFreely);
    List<Join> joins = new ArrayList<>(before.joins());
    for (Member member : byBirth.subList(count, byBirth.size())) {
      for (KeyJoining.Candidate step : keys.of(member)) {
        if (!keys.isTooMuch(clusters, step)) {
          unite(clusters, step.join(), joins);
        }
      }
      for (Join join : stated(member)) {
        if (!isTooMuch(clusters, join)) {
          unite(clusters, join, joins);
        }
      }
    }
    Grouping grouping = grouping(clusters, joins, before.setAside());
    grouping.join(similar, apart);
    return grouping.partition();
  }

  private static void unite(Clusters clusters, Join join, List<Join> joins) {
    if (clusters.unite(join.member(), join.with())) {
      joins.add(join);
    }
  }

  /** Returns what the host's own rules join a member to, whatever they weigh. */
  private List<Join> stated(Member member) {
    return stated.getOrDefault(member.id(), List.of()).stream()
        .sorted(Comparator.comparing(Link::a))
        .map(link -> new Join(link.b(), link.a(), link.evidence(), RULES))
        .toList();
  }

  private Member member(ProfileId id) {
    Member member = members.get(id);
    if (member == null) {
      throw new IllegalArgumentException("unknown member " + id);
    }
    return member;
  }
}

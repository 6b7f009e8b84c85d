package io.customerhub.identity;

import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Members grouped so far, and the steps that did it. Of one thread. */
final class Grouping {

  private static final String RULES = "rules";

  private final Bundles bundles;
  private final Groups groups;
  private final List<Join> joins;
  private final MergeLimits limits;
  private final List<SetAsideKey> setAside;

  /**
   * Starts from what keys joined.
   *
   * @param joins the steps so far
   * @param limits how many identifiers one person may have, by namespace
   * @param setAside the keys that joined nobody
   */
  Grouping(Bundles bundles, List<Join> joins, MergeLimits limits, List<SetAsideKey> setAside) {
    this.bundles = bundles;
    this.limits = limits;
    this.setAside = setAside;
    this.groups = new Groups(bundles.size());
    this.joins = new ArrayList<>(joins);
  }

  /**
   * Joins along links of similarity as far as the guard lets them.
   *
   * @param apart decisions that are stronger than the links
   */
  void join(List<Link> similar, List<Link> apart) {
    SortedMap<Long, Link> byPair = bundles.strongest(similar);
    if (!byPair.isEmpty()) {
      weigh(byPair, apart);
    }
  }

  private void weigh(SortedMap<Long, Link> byPair, List<Link> apart) {
    List<Link> links = List.copyOf(byPair.values());
    Pairs pairs = new Pairs();
    double[] bits = new double[links.size()];
    for (long key : byPair.keySet()) {
      int left = (int) key;
      int right = (int) (key >>> Integer.SIZE);
      long vector = bundles.vector(left, right);
      bits[pairs.size()] = bundles.bits(left, right, vector);
      pairs.add(left, right, vector);
    }
    Guard guard =
        new Guard(bundles, (a, b) -> isForbidden(a, b, apart) ? "do-not-link" : excess(a, b));
    GuardedClustering clustering = new GuardedClustering(pairs, pair -> bits[pair], guard, groups);
    BitSet all = new BitSet();
    all.set(0, bits.length);
    clustering.join(
        clustering.clear(all, bundles, bundles.size()), pair -> joins.add(join(links.get(pair))));
  }

  private static Join join(Link link) {
    return new Join(link.b(), link.a(), link.evidence(), RULES);
  }

  /** Joins two groups whatever they weigh. */
  void join(Join decided) {
    int one = group(decided.member());
    int other = group(decided.with());
    if (one != other) {
      groups.merge(one, other);
      joins.add(decided);
    }
  }

  /** Returns whether two members are together that are to be kept apart. */
  boolean violates(List<Link> apart) {
    return apart.stream().anyMatch(link -> group(link.a()) == group(link.b()));
  }

  private boolean isForbidden(int[] a, int[] b, List<Link> apart) {
    int one = groups.groupOf(a[0]);
    int other = groups.groupOf(b[0]);
    return apart.stream()
        .anyMatch(
            link ->
                (group(link.a()) == one && group(link.b()) == other)
                    || (group(link.a()) == other && group(link.b()) == one));
  }

  private String excess(int[] a, int[] b) {
    if (limits.isEmpty()) {
      return "";
    }
    IntStream both = IntStream.concat(Arrays.stream(a), Arrays.stream(b));
    return limits.excessOfSimilarity(Held.ofAll(both.mapToObj(bundles::held).toList()));
  }

  private int group(ProfileId member) {
    return groups.groupOf(bundles.bundleOf(member));
  }

  List<Join> joins() {
    return joins;
  }

  List<SetAsideKey> setAside() {
    return setAside;
  }

  /** Returns the canonical id of each member: the smallest one of its group. */
  SortedMap<ProfileId, ProfileId> roots() {
    SortedMap<ProfileId, ProfileId> roots = new TreeMap<>();
    for (int group = 0; group < bundles.size(); group++) {
      List<ProfileId> ids = bundles.ids(groups.members(group));
      ids.forEach(id -> roots.put(id, ids.get(0)));
    }
    return roots;
  }

  Partition partition() {
    return new Partition(roots(), joins, setAside);
  }
}

package io.customerhub.identity;

import io.customerhub.identity.Numbered.Weight;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Members that keys have joined, each bundle weighed as one record: two bundles weigh what the pair
 * of their records does that agrees best, unless others forbid it. So what many records of a person
 * leave out, such as every visit without a login, says nothing against another one; and a record
 * without a name does not join two whose names are different.
 *
 * <p>Bundles are numbered by the smallest number of their members. Of one thread.
 */
final class Bundles implements PairWeights {

  /** Most members of a bundle that are compared with others: those that say most. */
  private static final int COMPARED = 8;

  /** No pair of records has more than this to say on two bundles. */
  private static final double VOTE = 10;

  private static final long NAMED =
      Ambiguity.NAMED
          | ComparisonVector.bit(Level.ORGANISATION_EXACT)
          | ComparisonVector.bit(Level.ORGANISATION_CLOSE);

  private static final Comparator<Weight> BY_BITS =
      Comparator.comparingDouble(Weight::bits).thenComparingLong(Weight::vector);

  private final Numbered members;
  private final int[] bundleOf;
  private final List<int[]> bundles = new ArrayList<>();
  private final List<int[]> telling = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final Map<Long, Weight> known = new HashMap<>();

  Bundles(Numbered members, Clusters clusters) {
    this.members = members;
    this.bundleOf = new int[members.size()];
    Map<ProfileId, List<Integer>> byRoot = new HashMap<>();
    List<List<Integer>> all = new ArrayList<>();
    for (int i = 0; i < bundleOf.length; i++) {
      ProfileId root = clusters.root(members.member(i).id());
      List<Integer> bundle =
          byRoot.computeIfAbsent(
              root,
              key -> {
                all.add(new ArrayList<>());
                return all.get(all.size() - 1);
              });
      bundle.add(i);
    }
    for (List<Integer> bundle : all) {
      bundle.forEach(member -> bundleOf[member] = bundles.size());
      bundles.add(bundle.stream().mapToInt(Integer::intValue).toArray());
      telling.add(telling(bundle));
      held.add(clusters.held(members.member(bundle.get(0)).id()));
    }
  }

  private int[] telling(List<Integer> bundle) {
    return bundle.stream()
        .sorted(Comparator.comparingInt(this::saying).reversed())
        .limit(COMPARED)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int saying(int member) {
    return members.member(member).fields().size() + members.member(member).identifiers().size();
  }

  int size() {
    return bundles.size();
  }

  /** Returns what a bundle holds of what is limited. */
  Held held(int bundle) {
    return held.get(bundle);
  }

  int bundleOf(ProfileId member) {
    return bundleOf[members.number(member)];
  }

  /** Returns the ids of the members of some bundles, sorted. */
  List<ProfileId> ids(int[] of) {
    return Arrays.stream(of)
        .flatMap(bundle -> Arrays.stream(bundles.get(bundle)))
        .mapToObj(number -> members.member(number).id())
        .sorted()
        .toList();
  }

  /** Returns of each pair of bundles with a link its strongest one, by the larger bundle first. */
  SortedMap<Long, Link> strongest(List<Link> links) {
    SortedMap<Long, Link> strongest = new TreeMap<>();
    for (Link link : links) {
      int a = bundleOf(link.a());
      int b = bundleOf(link.b());
      if (a != b) {
        strongest.merge(key(a, b), link, this::stronger);
      }
    }
    return Collections.unmodifiableSortedMap(strongest);
  }

  private Link stronger(Link one, Link other) {
    Comparator<Link> order = Comparator.comparingDouble(link -> weight(link).bits());
    return order.thenComparing(this::numbers).compare(one, other) >= 0 ? one : other;
  }

  private long numbers(Link link) {
    return key(members.number(link.a()), members.number(link.b()));
  }

  private Weight weight(Link link) {
    return members.weight(members.number(link.a()), members.number(link.b()));
  }

  private static long key(int a, int b) {
    return ((long) Math.max(a, b) << Integer.SIZE) | Math.min(a, b);
  }

  @Override
  public long vector(int a, int b) {
    return weight(a, b).vector();
  }

  @Override
  public double bits(int a, int b, long vector) {
    return weight(a, b).bits();
  }

  @Override
  public Vetoes vetoes() {
    return members.vetoes();
  }

  private Weight weight(int a, int b) {
    Weight weight = known.get(key(a, b));
    if (weight == null) {
      weight = best(telling.get(a), telling.get(b));
      known.put(key(a, b), weight);
    }
    return weight;
  }

  /**
   * The pair that agrees best, or one that is forbidden, if no more pairs of clearly one name speak
   * for the two bundles than forbidden ones against. Against another birth date only those speak
   * that know it: what records leave out does not outvote the one that says it.
   */
  private Weight best(int[] a, int[] b) {
    Weight best = null;
    Weight against = null;
    Weight bornOtherwise = null;
    double votes = 0;
    int births = 0;
    for (int one : a) {
      for (int other : b) {
        Weight weight = members.weight(one, other);
        double vote = vote(weight);
        votes += vote;
        births += born(weight);
        bornOtherwise = born(weight) < 0 ? better(bornOtherwise, weight) : bornOtherwise;
        against = vote < 0 ? better(against, weight) : against;
        best = vote < 0 ? best : better(best, weight);
      }
    }
    if (births < -1 && bornOtherwise != null) {
      return bornOtherwise;
    }
    return against != null && (votes <= 0 || births < 0)
        ? against
        : Objects.requireNonNull(best, "no pair");
  }

  private static int born(Weight weight) {
    return (weight.vector() & Vetoes.OTHER_BIRTH) != 0
        ? -1
        : (weight.vector() & Vetoes.SAME_BIRTH) != 0 ? 1 : 0;
  }

  private static Weight better(@Nullable Weight one, Weight other) {
    return one == null || BY_BITS.compare(one, other) < 0 ? other : one;
  }

  private double vote(Weight weight) {
    if (vetoes().contradict(weight.vector())) {
      return -VOTE;
    }
    boolean named = (weight.vector() & NAMED) != 0 && weight.bits() > 0;
    return named ? Math.min(VOTE, weight.bits()) : 0;
  }
}

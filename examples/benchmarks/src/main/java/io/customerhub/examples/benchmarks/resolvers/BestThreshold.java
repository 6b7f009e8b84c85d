package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.benchmarks.quality.Quality;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Joins records by scored links, best first, and stops where the pairs after clustering agree best
 * with the truth.
 */
final class BestThreshold {

  private final List<String> people;
  private final int[] parent;
  private final int[] sizes;
  private final Map<Integer, Map<String, Integer>> counts = new HashMap<>();
  private long found;
  private long right;

  private BestThreshold(List<String> people) {
    this.people = people;
    this.parent = IntStream.range(0, people.size()).toArray();
    this.sizes = IntStream.range(0, people.size()).map(i -> 1).toArray();
  }

  static Quality of(List<Duke.Link> links, List<String> people) {
    List<Duke.Link> sorted =
        links.stream().sorted(Comparator.comparingDouble(link -> -link.confidence())).toList();
    int keep = new BestThreshold(people).best(sorted);
    BestThreshold kept = new BestThreshold(people);
    sorted.subList(0, keep).forEach(kept::join);
    List<String> clusters =
        IntStream.range(0, people.size()).mapToObj(i -> String.valueOf(kept.root(i))).toList();
    return Quality.of(people, clusters);
  }

  /** Returns how many links to keep. */
  private int best(List<Duke.Link> links) {
    double truePairs = truePairs();
    int best = 0;
    double most = 0;
    for (int i = 0; i < links.size(); i++) {
      join(links.get(i));
      boolean last =
          i + 1 == links.size() || links.get(i + 1).confidence() < links.get(i).confidence();
      double f1 = 2 * right / (found + truePairs);
      if (last && f1 > most) {
        most = f1;
        best = i + 1;
      }
    }
    return best;
  }

  private double truePairs() {
    return people.stream()
        .collect(Collectors.groupingBy(person -> person, Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(n -> n * (n - 1.0) / 2)
        .sum();
  }

  private void join(Duke.Link link) {
    int a = root(link.a());
    int b = root(link.b());
    if (a != b) {
      boolean larger = sizes[a] >= sizes[b];
      join(larger ? a : b, larger ? b : a);
    }
  }

  private void join(int into, int from) {
    found += (long) sizes[into] * sizes[from];
    Map<String, Integer> there = counts(into);
    counts(from)
        .forEach(
            (person, n) -> {
              right += (long) n * there.getOrDefault(person, 0);
              there.merge(person, n, Integer::sum);
            });
    counts.remove(from);
    sizes[into] += sizes[from];
    parent[from] = into;
  }

  /** How many records of each person are in a cluster. */
  private Map<String, Integer> counts(int root) {
    return counts.computeIfAbsent(root, r -> new HashMap<>(Map.of(people.get(r), 1)));
  }

  private int root(int record) {
    int at = record;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}

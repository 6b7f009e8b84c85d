package io.customerhub.examples.benchmarks.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well clusters agree with the truth: over all pairs of records after clustering, and B-cubed
 * over records. All shares are 0 to 1.
 *
 * @param precision share of the pairs found that are true; 1 if none was found
 * @param recall share of the true pairs that were found; 1 if there is none
 * @param f1 harmonic mean of precision and recall
 * @param b3 harmonic mean of B-cubed precision and recall
 * @param clusters how many there are
 * @param largest size of the largest
 */
public record Quality(
    double precision, double recall, double f1, double b3, int clusters, long largest) {

  private record Cell(String person, String cluster) {}

  /** Compares the person of each record with its cluster; both lists are in one order. */
  public static Quality of(List<String> people, List<String> clusters) {
    Map<String, Long> truth = new HashMap<>();
    Map<String, Long> found = new HashMap<>();
    Map<Cell, Long> both = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      truth.merge(people.get(i), 1L, Long::sum);
      found.merge(clusters.get(i), 1L, Long::sum);
      both.merge(new Cell(people.get(i), clusters.get(i)), 1L, Long::sum);
    }
    double inCluster = 0;
    double inPerson = 0;
    for (Map.Entry<Cell, Long> cell : both.entrySet()) {
      double squared = (double) cell.getValue() * cell.getValue();
      inCluster += squared / found.getOrDefault(cell.getKey().cluster(), 1L);
      inPerson += squared / truth.getOrDefault(cell.getKey().person(), 1L);
    }
    double precision = share(pairs(both), pairs(found));
    double recall = share(pairs(both), pairs(truth));
    return new Quality(
        precision,
        recall,
        mean(precision, recall),
        mean(inCluster / people.size(), inPerson / people.size()),
        found.size(),
        found.values().stream().mapToLong(size -> size).max().orElse(0));
  }

  /** Returns the harmonic mean, 0 of nothing. */
  public static double mean(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 1 : part / whole;
  }

  private static double pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}

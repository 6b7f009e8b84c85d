package io.customerhub.identity.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** How good a batch is against the truth, over pairs after clustering. */
record Quality(
    int records,
    double precision,
    double recall,
    double b3,
    int largest,
    long candidates,
    double seconds) {

  static Quality of(LabelledRecords set, long seed) {
    List<LabelledRecords.Row> rows = new ArrayList<>(set.rows());
    Collections.shuffle(rows, new Random(seed));
    RecordSet records = RecordSet.create();
    long start = System.nanoTime();
    // Ids by position: what a file without ids has after its lines were shuffled.
    for (int i = 0; i < rows.size(); i++) {
      records.add("r" + i, rows.get(i).fields(), rows.get(i).identifiers());
    }
    BatchResult result = BatchResolver.create().resolve(records);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Long> truth = new HashMap<>();
    Map<String, Long> found = new HashMap<>();
    Map<String, Long> both = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String person = rows.get(i).person();
      String cluster = result.clusterOf("r" + i);
      truth.merge(person, 1L, Long::sum);
      found.merge(cluster, 1L, Long::sum);
      both.merge(person + "|" + cluster, 1L, Long::sum);
    }
    double b3Precision = 0;
    double b3Recall = 0;
    for (int i = 0; i < rows.size(); i++) {
      String person = rows.get(i).person();
      String cluster = result.clusterOf("r" + i);
      double common = both.getOrDefault(person + "|" + cluster, 0L);
      b3Precision += common / found.getOrDefault(cluster, 1L) / rows.size();
      b3Recall += common / truth.getOrDefault(person, 1L) / rows.size();
    }
    return new Quality(
        rows.size(),
        (double) pairs(both) / Math.max(1, pairs(found)),
        (double) pairs(both) / Math.max(1, pairs(truth)),
        2 * b3Precision * b3Recall / (b3Precision + b3Recall),
        result.diagnostics().largest().get(0).getValue(),
        result.diagnostics().candidates(),
        seconds);
  }

  /** Returns the shuffle with the lowest F1. */
  static Quality worstOf(LabelledRecords set, int shuffles) {
    Quality worst = of(set, 1);
    for (int seed = 2; seed <= shuffles; seed++) {
      Quality next = of(set, seed);
      worst = next.f1() < worst.f1() ? next : worst;
    }
    return worst;
  }

  double f1() {
    return 2 * precision * recall / Math.max(1e-9, precision + recall);
  }

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "%-12s %7d  P %.4f  R %.4f  F1 %.4f  B3 %.4f  largest %3d  candidates %8d  %.2f s",
        name,
        records,
        precision,
        recall,
        f1(),
        b3,
        largest,
        candidates,
        seconds);
  }

  private static long pairs(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}

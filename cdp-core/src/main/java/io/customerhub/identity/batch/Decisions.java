package io.customerhub.identity.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody has decided about pairs of records. */
final class Decisions {

  private final List<int[]> mustLinks = new ArrayList<>();
  private final Map<Integer, Set<Integer>> doNotLinks = new HashMap<>();

  Decisions(RecordSet records, Corpus corpus) {
    records.mustLinks().forEach(pair -> mustLinks.add(positions(pair, corpus)));
    mustLinks.sort((x, y) -> x[0] != y[0] ? x[0] - y[0] : x[1] - y[1]);
    for (RecordSet.Pair pair : records.doNotLinks()) {
      int[] at = positions(pair, corpus);
      doNotLinks.computeIfAbsent(at[0], a -> new HashSet<>()).add(at[1]);
      doNotLinks.computeIfAbsent(at[1], a -> new HashSet<>()).add(at[0]);
    }
  }

  private static int[] positions(RecordSet.Pair pair, Corpus corpus) {
    int a = corpus.position(pair.a());
    int b = corpus.position(pair.b());
    return new int[] {Math.min(a, b), Math.max(a, b)};
  }

  List<int[]> mustLinks() {
    return mustLinks;
  }

  boolean forbid(int[] a, int[] b) {
    if (doNotLinks.isEmpty()) {
      return false;
    }
    for (int record : a) {
      Set<Integer> not = doNotLinks.getOrDefault(record, Set.of());
      for (int other : b) {
        if (not.contains(other)) {
          return true;
        }
      }
    }
    return false;
  }
}

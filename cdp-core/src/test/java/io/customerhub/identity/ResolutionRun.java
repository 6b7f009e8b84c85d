package io.customerhub.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One batch: candidates by blocking keys, comparisons, connected components, and how good they are.
 */
final class ResolutionRun {

  /** As many as an online look-up reads of one key. */
  private static final int BLOCK = 60;

  private final List<LabelledSet.Row> rows;
  private final int[] root;
  private long compared;
  private long reachable;
  private long possible;
  private long nanos;
  private int falseEdges;

  private ResolutionRun(List<LabelledSet.Row> rows) {
    this.rows = rows;
    this.root = new int[rows.size()];
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
    }
  }

  static ResolutionRun of(IdentityResolver resolver, List<LabelledSet.Row> rows) {
    ResolutionRun run = new ResolutionRun(rows);
    long start = System.nanoTime();
    run.resolve(resolver);
    run.nanos = System.nanoTime() - start;
    return run;
  }

  private void resolve(IdentityResolver resolver) {
    List<MatchRecord> records = new ArrayList<>();
    Map<String, List<Integer>> index = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      MatchRecord record = rows.get(i).record();
      BitSet candidates = new BitSet(i);
      for (String key : resolver.lookUpKeys(record).keys()) {
        List<Integer> block = index.computeIfAbsent(key, k -> new ArrayList<>());
        if (block.size() <= BLOCK) {
          block.forEach(candidates::set);
          block.add(i);
        }
      }
      records.add(record);
      candidates.stream().forEach(other -> compare(resolver, records, other, records.size() - 1));
    }
  }

  private void compare(IdentityResolver resolver, List<MatchRecord> records, int a, int b) {
    compared++;
    boolean same = rows.get(a).entity().equals(rows.get(b).entity());
    reachable += same ? 1 : 0;
    Match match = resolver.compare(records.get(a), records.get(b));
    if (match.grade() == Match.Grade.MATCH) {
      root[find(a)] = find(b);
      falseEdges += same ? 0 : 1;
    } else if (match.grade() == Match.Grade.POSSIBLE) {
      possible++;
    }
  }

  private int find(int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  double precision() {
    return (double) pairs(true, true) / Math.max(1, pairs(false, true));
  }

  double recall() {
    return (double) pairs(true, true) / pairs(true, false);
  }

  double f1() {
    return 2 * precision() * recall() / (precision() + recall());
  }

  String summary(String name) {
    return String.format(
        Locale.ROOT,
        "%-10s records %5d, pairs %5d, precision %.4f, recall %.4f, F1 %.4f, "
            + "reachable %.4f, compared %d, possible %d, false edges %d, %.0f ms",
        name,
        rows.size(),
        pairs(true, false),
        precision(),
        recall(),
        f1(),
        (double) reachable / pairs(true, false),
        compared,
        possible,
        falseEdges,
        nanos / 1e6);
  }

  /** Pairs of rows that are together in the truth, in the result, or in both. */
  private long pairs(boolean inTruth, boolean inResult) {
    Map<String, Long> sizes = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String group = (inTruth ? rows.get(i).entity() : "") + "|" + (inResult ? find(i) : "");
      sizes.merge(group, 1L, Long::sum);
    }
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}

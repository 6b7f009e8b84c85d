package io.customerhub.examples.resolve;

import io.customerhub.identity.batch.BatchResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Who is who, as a column says, and how well a result agrees. */
record Truth(String column, @Nullable Pattern pattern) {

  /** Over all pairs of rows after clustering, and B-cubed over rows. */
  record Score(double precision, double recall, double f1, double b3) {}

  static Truth parse(String text) {
    int colon = text.indexOf(':');
    try {
      return colon < 0
          ? new Truth(text, null)
          : new Truth(text.substring(0, colon), Pattern.compile(text.substring(colon + 1)));
    } catch (PatternSyntaxException e) {
      throw new UsageException("--truth: not a regular expression", e);
    }
  }

  Score score(Rows rows, BatchResult result) {
    List<String> people =
        rows.origins().stream().map(origin -> person(origin.table(), origin.cells())).toList();
    Map<String, Long> truth = new HashMap<>();
    Map<String, Long> found = new HashMap<>();
    Map<List<String>, Long> both = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      String cluster = result.clusterOf("r" + i);
      truth.merge(people.get(i), 1L, Long::sum);
      found.merge(cluster, 1L, Long::sum);
      both.merge(List.of(people.get(i), cluster), 1L, Long::sum);
    }
    double[] b3 = new double[2];
    both.forEach(
        (cell, count) -> {
          b3[0] += (double) count * count / found.getOrDefault(cell.get(1), 1L) / people.size();
          b3[1] += (double) count * count / truth.getOrDefault(cell.get(0), 1L) / people.size();
        });
    double precision = pairs(both) / Math.max(1, pairs(found));
    double recall = pairs(both) / Math.max(1, pairs(truth));
    return new Score(precision, recall, f1(precision, recall), f1(b3[0], b3[1]));
  }

  /** Returns whom a row is of. */
  String person(Table table, List<String> cells) {
    int at = table.header().indexOf(column);
    if (at < 0) {
      throw new UsageException("--truth: " + table.file() + " has no column " + column);
    }
    String cell = cells.get(at);
    if (pattern == null) {
      return cell;
    }
    Matcher matcher = pattern.matcher(cell);
    boolean found = matcher.find() && matcher.groupCount() > 0;
    return found && matcher.group(1) != null ? matcher.group(1) : cell;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}

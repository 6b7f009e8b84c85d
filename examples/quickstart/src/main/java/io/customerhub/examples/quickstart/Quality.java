package io.customerhub.examples.quickstart;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well records were put together, against labels of whose they truly are: over all pairs of
 * labelled records, how many of those found in one profile are of one person (precision), and how
 * many of those of one person were found (recall). Pairs are counted by groups, not one by one.
 */
final class Quality {

  private final Map<String, Long> records = new HashMap<>();
  private long labelled;
  private long found;
  private long right;

  /** Adds the labels of one profile's records. */
  void add(Collection<String> labels) {
    Map<String, Long> groups =
        labels.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    labelled += labels.size();
    found += pairs(labels.size());
    groups.forEach(
        (label, count) -> {
          right += pairs(count);
          records.merge(label, count, Long::sum);
        });
  }

  /** Returns how many records had a label. */
  long labelled() {
    return labelled;
  }

  /** Returns how many people the labels speak of. */
  long truePeople() {
    return records.size();
  }

  /** Returns how many pairs are in one profile. */
  long foundPairs() {
    return found;
  }

  /** Returns how many of those are of one person. */
  long rightPairs() {
    return right;
  }

  /** Returns how many pairs are of one person. */
  long truePairs() {
    return records.values().stream().mapToLong(Quality::pairs).sum();
  }

  /** Returns the share of the found pairs that are right; 1 if none was found. */
  double precision() {
    return share(right, found);
  }

  /** Returns the share of the true pairs that were found; 1 if there are none. */
  double recall() {
    return share(right, truePairs());
  }

  /** Returns the harmonic mean of precision and recall. */
  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  private static long pairs(long size) {
    return size * (size - 1) / 2;
  }
}

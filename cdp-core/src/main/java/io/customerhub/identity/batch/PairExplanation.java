package io.customerhub.identity.batch;

import io.customerhub.identity.Match.Grade;
import java.util.List;
import java.util.Objects;

/**
 * Why two records are together or apart. Holds no personal data but the records' ids.
 *
 * @param a a record's id
 * @param b the other's
 * @param grade what the pair is on its own
 * @param rows the waterfall: the prior, each level, each rare or common value; they add up to
 *     {@link #bits()}
 * @param keys the kinds of keys that the two share
 * @param verdict what became of the pair, in words
 */
public record PairExplanation(
    String a, String b, Grade grade, List<Row> rows, List<String> keys, String verdict) {

  /**
   * A bar of the waterfall.
   *
   * @param comparison what was compared, such as {@code email}
   * @param level how it agreed
   * @param bits the weight
   * @param m how often records of one person agree so; 0 if the weight is not made of that
   * @param u how often records of different people agree so; 0 likewise
   */
  public record Row(String comparison, String level, double bits, double m, double u) {

    /** Checks that the parts are there. */
    public Row {
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(level, "level");
    }
  }

  /** Checks and copies the parts. */
  public PairExplanation {
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(verdict, "verdict");
    rows = List.copyOf(rows);
    keys = List.copyOf(keys);
  }

  /** Returns the sum of the rows. */
  public double bits() {
    return rows.stream().mapToDouble(Row::bits).sum();
  }

  /** Returns the probability that the two are of one person, by these weights. */
  public double probability() {
    return Prior.probability(bits());
  }
}

package io.customerhub.examples.benchmarks.people;

import java.util.Arrays;
import java.util.List;

/** Values of which the first are drawn more often, as names are in a population (Zipf's law). */
final class Ranked {

  private final List<String> values;
  private final double[] upTo;

  private Ranked(List<String> values, double[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  /** Returns values whose frequency falls with their rank to the power of the skew. */
  static Ranked of(List<String> values, double skew) {
    double[] upTo = new double[values.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += Math.pow(i + 1.0, -skew);
      upTo[i] = sum;
    }
    return new Ranked(values, upTo);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  String pick(Dice dice) {
    return values.get(rank(dice));
  }

  int rank(Dice dice) {
    int at = Arrays.binarySearch(upTo, dice.share() * upTo[upTo.length - 1]);
    return Math.min(at < 0 ? -at - 1 : at, values.size() - 1);
  }

  String at(int rank) {
    return values.get(rank);
  }
}

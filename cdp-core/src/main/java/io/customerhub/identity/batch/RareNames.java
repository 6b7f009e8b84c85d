package io.customerhub.identity.batch;

/**
 * Finds how much it says that both parts of a name are rare. A rare given name and a rare surname
 * often come from one country or language, so that more people have both than chance would have it:
 * those who have one name without being one person tell. By a share {@code a} a name whose parts
 * say {@code t} bits is taken for {@code 2^-at} times as common as the average one; it is chosen so
 * that namesakes have names as rare as they were found to have, which is where a Poisson regression
 * of their number on {@code t} is most likely.
 */
final class RareNames {

  /**
   * How many pairs of namesakes it counts for that the parts have nothing to do with each other.
   */
  private static final double PULL = 100;

  private static final double LEAST = 0.25;
  private static final int STEPS = 30;

  private final double[] bits;
  private final double[] people;

  /**
   * Prepares.
   *
   * @param bits what the parts of each name say
   * @param people how many have each name
   */
  RareNames(double[] bits, double[] people) {
    this.bits = bits;
    this.people = people;
  }

  /** Returns the share, at most 1. */
  double share() {
    double independent = mean(1);
    double sum = PULL * independent;
    double pairs = PULL;
    for (int name = 0; name < bits.length; name++) {
      double others = people[name] * (people[name] - 1);
      sum += others * bits[name];
      pairs += others;
    }
    return share(sum / pairs);
  }

  private double share(double observed) {
    double low = LEAST;
    double high = 1;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      // The less a rare name is believed to be rare, the rarer are the names of namesakes.
      if (mean(middle) >= observed) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Returns how rare the names of those are, on average, with whom somebody shares one. */
  private double mean(double share) {
    double sum = 0;
    double weights = 0;
    for (int name = 0; name < bits.length; name++) {
      double weight = people[name] * Math.pow(2, -share * bits[name]);
      sum += weight * bits[name];
      weights += weight;
    }
    return weights == 0 ? 0 : sum / weights;
  }
}

package io.customerhub.identity;

import java.util.Locale;

/**
 * Decides whether two groups of records may become one. A single strong edge is not enough: on
 * average their records have to agree, or many pairs of them to match. As thread-safe as what it
 * asks.
 */
public final class Guard {

  /** Least mean weight between the records of two groups. */
  static final double LEAST_MEAN = 0;

  /** No single pair may tip the mean. */
  private static final double LIMIT = 10;

  /** As much as any pair can say against a merge: more would split those whose data is worst. */
  private static final double FORBIDDEN = -10;

  /** Most pairs of records compared between two groups. */
  private static final int MOST_PAIRS = 60;

  private final PairWeights weights;
  private final Apart apart;
  private final Backing backing;

  /** What keeps two groups apart whatever they weigh. */
  @FunctionalInterface
  public interface Apart {

    /** Returns why the two groups stay apart; empty if nothing keeps them apart. */
    String reason(int[] a, int[] b);
  }

  /**
   * Creates a guard.
   *
   * @param weights of the records
   * @param apart what is stronger than any weight
   */
  public Guard(PairWeights weights, Apart apart) {
    this.weights = weights;
    this.apart = apart;
    this.backing = new Backing(weights);
  }

  /** Returns why the two groups stay apart; empty if they may become one. */
  public String refusal(int[] a, int[] b) {
    String hard = hardRefusal(a, b);
    if (!hard.isEmpty()) {
      return hard;
    }
    double mean = mean(a, b);
    return mean >= LEAST_MEAN || backing.suffices(a, b)
        ? ""
        : String.format(Locale.ROOT, "their groups agree by %.1f bits on average", mean);
  }

  /** Returns what keeps the groups apart even against a must-link; empty if nothing does. */
  public String hardRefusal(int[] a, int[] b) {
    return apart.reason(a, b);
  }

  /** Returns the mean over all pairs, or evenly chosen ones if there are too many. */
  private double mean(int[] a, int[] b) {
    long pairs = (long) a.length * b.length;
    long step = (pairs + MOST_PAIRS - 1) / MOST_PAIRS;
    double sum = 0;
    int count = 0;
    for (long pair = 0; pair < pairs; pair += step) {
      sum += limited(a[(int) (pair / b.length)], b[(int) (pair % b.length)]);
      count++;
    }
    return sum / count;
  }

  private double limited(int a, int b) {
    long vector = weights.vector(a, b);
    return weights.vetoes().contradict(vector)
        ? FORBIDDEN
        : Math.max(-LIMIT, Math.min(LIMIT, weights.bits(a, b, vector)));
  }
}

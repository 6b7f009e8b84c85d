package io.customerhub.value;

/**
 * How good a customer is, from 1 to 5 each, 5 being the best.
 *
 * @param recency by how recently she or he bought
 * @param frequency by how often
 * @param monetary by for how much
 */
public record RfmScore(int recency, int frequency, int monetary) {

  /** The best score. */
  public static final int BEST = 5;

  /**
   * Checks the scores.
   *
   * @throws IllegalArgumentException if one is not from 1 to {@value #BEST}
   */
  public RfmScore {
    check("recency", recency);
    check("frequency", frequency);
    check("monetary", monetary);
  }

  private static void check(String name, int score) {
    if (score < 1 || score > BEST) {
      throw new IllegalArgumentException(name + ": " + score + ", expected 1 to " + BEST);
    }
  }

  /** Returns the three digits, such as {@code 543}. */
  @Override
  public String toString() {
    return "" + recency + frequency + monetary;
  }
}

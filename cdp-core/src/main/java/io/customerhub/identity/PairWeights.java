package io.customerhub.identity;

/**
 * What the pairs of some records weigh, and what forbids them to match. Records are numbers from 0
 * on, in an order that depends on what they say. Symmetric: which of two records comes first never
 * matters.
 */
public interface PairWeights {

  /** Returns the {@link ComparisonVector#bits() bits} of the vector of two records. */
  long vector(int a, int b);

  /**
   * Returns what two records weigh, in bits.
   *
   * @param vector their vector
   */
  double bits(int a, int b, long vector);

  /** Returns what forbids a match. */
  Vetoes vetoes();
}

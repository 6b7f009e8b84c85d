package io.customerhub.identity;

/**
 * {@link JaroWinkler} on encoded texts: the partner of a character is found in one step, without
 * branches that no processor can foresee, and what cannot reach the cutoff is left as early as
 * lengths, beginnings and letters tell.
 */
final class EncodedJaroWinkler {

  private static final double BOOST_FROM = 0.7;
  private static final double SCALING = 0.1;

  /** One over what a common prefix of each length leaves of the distance to 1. */
  private static final double[] UNBOOSTED = {1, 1 / 0.9, 1 / 0.8, 1 / 0.7, 1 / 0.6};

  /** Bounds are computed in another order of operations, so they allow for rounding. */
  private static final double SLACK = 1e-9;

  private EncodedJaroWinkler() {}

  /** Returns the similarity; 0 if it is below the cutoff. */
  static double similarity(EncodedText left, EncodedText right, double cutoff) {
    return left.length() > right.length()
        ? bounded(right, left, cutoff, false)
        : bounded(left, right, cutoff, false);
  }

  /** Returns the same, but of two texts of one length always the smaller one compared first. */
  static double symmetric(EncodedText a, EncodedText b, double cutoff) {
    return a.length() > b.length() ? bounded(b, a, cutoff, true) : bounded(a, b, cutoff, true);
  }

  private static double bounded(
      EncodedText shorter, EncodedText longer, double cutoff, boolean ordered) {
    if (shorter.isEqual(longer)) {
      return 1;
    }
    int prefix = shorter.commonPrefix(longer);
    int most = shorter.mostInCommon(longer);
    double least = leastTimesSum(shorter, longer, prefix, cutoff);
    if (most == 0 || (double) most * (shorter.length() + longer.length()) < least) {
      return 0;
    }
    boolean swap =
        ordered
            && shorter.length() == longer.length()
            && shorter.text().compareTo(longer.text()) > 0;
    double similarity =
        swap
            ? similarity(longer, shorter, prefix, least)
            : similarity(shorter, longer, prefix, least);
    return similarity < cutoff ? 0 : similarity;
  }

  /**
   * The least number of matches that reach the cutoff, times the sum of the lengths: from matches /
   * a + matches / b + 1 = 3 jaro, if there are no transpositions.
   */
  private static double leastTimesSum(
      EncodedText left, EncodedText right, int prefix, double cutoff) {
    double jaro =
        cutoff <= BOOST_FROM
            ? cutoff
            : Math.max(BOOST_FROM, (cutoff - SCALING * prefix) * UNBOOSTED[prefix]);
    return (3 * jaro - 1 - SLACK) * left.length() * right.length();
  }

  private static double similarity(
      EncodedText first, EncodedText second, int prefix, double leastTimesSum) {
    Positions shorter = first.positions();
    Positions longer = second.positions();
    if (!shorter.isKnown() || !longer.isKnown()) {
      return JaroWinkler.similarity(first.text(), second.text());
    }
    int range = Math.max(longer.length() / 2 - 1, 0);
    // The characters of a common beginning take the ones opposite: those before are taken.
    int same = shorter.firstDifference(longer);
    long inShorter = (1L << same) - 1;
    long inLonger = inShorter;
    long outOfOrder = 0;
    long window = window(same, range);
    for (int i = same; i < shorter.length(); i++) {
      long free = longer.of(shorter.code(i)) & window & ~inLonger;
      long partner = free & -free;
      outOfOrder |= inLonger & -partner;
      inLonger |= partner;
      inShorter |= ((partner | -partner) >>> 63) << i;
      window = window << 1 | (i - range) >>> 31;
    }
    int matches = Long.bitCount(inShorter);
    if ((double) matches * (shorter.length() + longer.length()) < leastTimesSum) {
      return 0;
    }
    int moved =
        outOfOrder == 0 ? 0 : halfTranspositions(shorter, inShorter, longer, inLonger, same);
    return JaroWinkler.boosted(
        JaroWinkler.jaro(matches, moved, shorter.length(), longer.length()), prefix);
  }

  /** The positions at most a range away from one. */
  private static long window(int at, int range) {
    // Two shifts, since one by 64 would be one by 0.
    long upTo = ~(-1L << Math.min(at + range, 63) << 1);
    return upTo & -1L << Math.max(at - range, 0);
  }

  private static int halfTranspositions(
      Positions shorter, long inShorter, Positions longer, long inLonger, int same) {
    int count = 0;
    long b = inLonger & -1L << same;
    for (long a = inShorter & -1L << same; a != 0; a &= a - 1) {
      int moved =
          shorter.code(Long.numberOfTrailingZeros(a)) - longer.code(Long.numberOfTrailingZeros(b));
      count += (moved | -moved) >>> 31;
      b &= b - 1;
    }
    return count;
  }
}

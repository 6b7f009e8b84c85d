package io.customerhub.identity;

import java.util.BitSet;

/**
 * Jaro-Winkler similarity, equal on every input to Apache Commons Text's, which stays the reference
 * in the tests. Pure and thread-safe. Texts of up to 64 UTF-16 units are compared without
 * allocation.
 *
 * <p>Who compares a text with many others {@link EncodedText encodes} it once, and gives the least
 * similarity of interest as a cutoff:
 *
 * <pre>{@code
 * EncodedText name = EncodedText.of("martha");
 * JaroWinkler.similarity(name, EncodedText.of("marhta"), 0.9);   // 0.961
 * JaroWinkler.similarity(name, EncodedText.of("walter"), 0.9);   // 0
 * }</pre>
 */
public final class JaroWinkler {

  private static final double SCALING = 0.1;

  /** Below it the common prefix earns nothing. */
  private static final double BOOST_FROM = 0.7;

  private static final int PREFIX = 4;

  private JaroWinkler() {}

  /** Returns the similarity, 0 to 1; of two texts of one length it may depend on their order. */
  public static double similarity(String left, String right) {
    return similarity(left, right, 0);
  }

  /**
   * Returns the similarity, or 0 as soon as it is certain to be below the cutoff.
   *
   * @param cutoff at most 1
   */
  public static double similarity(String left, String right, double cutoff) {
    if (left.equals(right)) {
      return 1;
    }
    boolean leftLonger = left.length() > right.length();
    String longer = leftLonger ? left : right;
    String shorter = leftLonger ? right : left;
    if (shorter.isEmpty()) {
      return 0;
    }
    int prefix = commonPrefix(left, right);
    // At best every character of the shorter text has a partner, in order.
    if (boosted(jaro(shorter.length(), 0, left.length(), right.length()), prefix) < cutoff) {
      return 0;
    }
    double jaro =
        longer.length() <= Long.SIZE
            ? shortJaro(shorter, longer, left, right)
            : longJaro(shorter, longer, left, right);
    return boosted(jaro, prefix);
  }

  /** Returns the same as for the texts as they are. */
  public static double similarity(EncodedText left, EncodedText right) {
    return similarity(left, right, 0);
  }

  /**
   * Returns the same as for the texts as they are, or 0 where that is below the cutoff.
   *
   * @param cutoff at most 1
   */
  public static double similarity(EncodedText left, EncodedText right, double cutoff) {
    return EncodedJaroWinkler.similarity(left, right, cutoff);
  }

  static double boosted(double jaro, int prefix) {
    return jaro < BOOST_FROM ? jaro : jaro + SCALING * prefix * (1 - jaro);
  }

  /** In the reference's order of operations, for the same rounding. */
  static double jaro(double matches, int halfTranspositions, int left, int right) {
    return matches == 0
        ? 0
        : (matches / left + matches / right + (matches - (double) halfTranspositions / 2) / matches)
            / 3;
  }

  private static int commonPrefix(String left, String right) {
    int most = Math.min(PREFIX, Math.min(left.length(), right.length()));
    int length = 0;
    while (length < most && left.charAt(length) == right.charAt(length)) {
      length++;
    }
    return length;
  }

  private static int range(String longer) {
    return Math.max(longer.length() / 2 - 1, 0);
  }

  private static double shortJaro(String shorter, String longer, String left, String right) {
    int range = range(longer);
    long inShorter = 0;
    long inLonger = 0;
    for (int i = 0; i < shorter.length(); i++) {
      int partner = partner(shorter.charAt(i), i, range, longer, inLonger);
      if (partner >= 0) {
        inShorter |= 1L << i;
        inLonger |= 1L << partner;
      }
    }
    return jaro(
        Long.bitCount(inShorter),
        halfTranspositions(shorter, inShorter, longer, inLonger),
        left.length(),
        right.length());
  }

  private static int partner(char c, int at, int range, String longer, long taken) {
    int end = Math.min(at + range + 1, longer.length());
    for (int i = Math.max(at - range, 0); i < end; i++) {
      if (longer.charAt(i) == c && (taken & (1L << i)) == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int halfTranspositions(
      String shorter, long inShorter, String longer, long inLonger) {
    int count = 0;
    long a = inShorter;
    long b = inLonger;
    while (a != 0) {
      if (shorter.charAt(Long.numberOfTrailingZeros(a))
          != longer.charAt(Long.numberOfTrailingZeros(b))) {
        count++;
      }
      a &= a - 1;
      b &= b - 1;
    }
    return count;
  }

  private static double longJaro(String shorter, String longer, String left, String right) {
    int range = range(longer);
    BitSet inShorter = new BitSet(shorter.length());
    BitSet inLonger = new BitSet(longer.length());
    for (int i = 0; i < shorter.length(); i++) {
      int partner = partner(shorter.charAt(i), i, range, longer, inLonger);
      if (partner >= 0) {
        inShorter.set(i);
        inLonger.set(partner);
      }
    }
    int halfTranspositions = 0;
    int b = inLonger.nextSetBit(0);
    for (int a = inShorter.nextSetBit(0); a >= 0; a = inShorter.nextSetBit(a + 1)) {
      halfTranspositions += shorter.charAt(a) == longer.charAt(b) ? 0 : 1;
      b = inLonger.nextSetBit(b + 1);
    }
    return jaro(inShorter.cardinality(), halfTranspositions, left.length(), right.length());
  }

  private static int partner(char c, int at, int range, String longer, BitSet taken) {
    int end = Math.min(at + range + 1, longer.length());
    for (int i = taken.nextClearBit(Math.max(at - range, 0));
        i < end;
        i = taken.nextClearBit(i + 1)) {
      if (longer.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }
}

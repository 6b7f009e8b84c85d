package io.customerhub.identity;

import java.util.Arrays;

/**
 * A text prepared once for comparing with many others by {@link JaroWinkler}: where each of its
 * characters stands, as bits, and how many there are of each. Immutable and thread-safe. Holds what
 * may be personal data; {@link #toString()} does not show it.
 */
public final class EncodedText {

  /** The codes of a to z, 0 to 9, A to Z, the blank and the hyphen. */
  private static final int DIGITS = 26;

  private static final int CAPITALS = 36;
  private static final int BLANK = 62;
  private static final int HYPHEN = 63;
  private static final int NONE = -1;

  /** Characters are counted in classes of two bits: at least one, at least two. */
  private static final int CLASSES = 32;

  private static final byte[] NOT_CODED = {};
  private static final long[] NO_POSITIONS = {};

  private final String text;
  private final int length;
  private final long start;
  private final long counts;

  /** How many characters the counts leave out. */
  private final int uncounted;

  /** The code of each character; none if the text is too long or has others. */
  private final byte[] codes;

  /** The codes that occur, as bits, and the positions of each in their order; a zero at the end. */
  private final long occurring;

  private final long[] positions;

  private EncodedText(String text) {
    this.text = text;
    this.length = text.length();
    this.start = start(text);
    this.counts = counts(text);
    this.uncounted = length - Long.bitCount(counts);
    this.codes = codes(text);
    this.occurring = occurring(codes);
    this.positions = codes.length == 0 ? NO_POSITIONS : positions(codes, occurring);
  }

  /**
   * Encodes a text of any length. Comparing is fast between texts of at most 64 unaccented letters,
   * digits, blanks and hyphens, such as names after folding.
   */
  public static EncodedText of(String text) {
    return new EncodedText(text);
  }

  /** Returns the text. */
  public String text() {
    return text;
  }

  /** Returns the number of UTF-16 units. */
  public int length() {
    return length;
  }

  /** Returns the length; no personal data. */
  @Override
  public String toString() {
    return "EncodedText[" + length + "]";
  }

  boolean isCoded() {
    return codes.length > 0;
  }

  boolean isEqual(EncodedText other) {
    return this == other
        || (length == other.length && counts == other.counts && text.equals(other.text));
  }

  /** Returns the length of the common prefix, at most four. */
  int commonPrefix(EncodedText other) {
    int equal = Long.numberOfTrailingZeros(start ^ other.start) / Character.SIZE;
    return Math.min(equal, Math.min(length, other.length));
  }

  /** Returns a number that is at least how many characters the two have in common. */
  int mostInCommon(EncodedText other) {
    int counted = Long.bitCount(counts & other.counts) + Math.min(uncounted, other.uncounted);
    return Math.min(counted, Math.min(length, other.length));
  }

  /** Returns where two coded and different texts differ first; the length of one that begins so. */
  int firstDifference(EncodedText other) {
    int difference = Arrays.mismatch(codes, other.codes);
    return difference < 0 ? length : difference;
  }

  int code(int i) {
    return codes[i];
  }

  /** Returns the positions of a code, as bits. */
  long positions(int code) {
    long at = positions[Long.bitCount(occurring & ((1L << code) - 1))];
    return at & -(occurring >>> code & 1);
  }

  private static long start(String text) {
    long start = 0;
    for (int i = Math.min(4, text.length()) - 1; i >= 0; i--) {
      start = start << Character.SIZE | text.charAt(i);
    }
    return start;
  }

  private static long counts(String text) {
    long counts = 0;
    for (int i = 0; i < text.length(); i++) {
      long first = 1L << (2 * category(text.charAt(i)));
      counts |= (counts & first) == 0 ? first : first << 1;
    }
    return counts;
  }

  /** Small letters have their own; the others may share one. */
  private static int category(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' : DIGITS + c % (CLASSES - DIGITS);
  }

  private static byte[] codes(String text) {
    if (text.length() > Long.SIZE) {
      return NOT_CODED;
    }
    byte[] codes = new byte[text.length()];
    for (int i = 0; i < codes.length; i++) {
      int code = codeOf(text.charAt(i));
      if (code == NONE) {
        return NOT_CODED;
      }
      codes[i] = (byte) code;
    }
    return codes;
  }

  private static int codeOf(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= '0' && c <= '9') {
      return DIGITS + c - '0';
    }
    if (c >= 'A' && c <= 'Z') {
      return CAPITALS + c - 'A';
    }
    return c == ' ' ? BLANK : c == '-' ? HYPHEN : NONE;
  }

  private static long occurring(byte[] codes) {
    long occurring = 0;
    for (byte code : codes) {
      occurring |= 1L << code;
    }
    return occurring;
  }

  private static long[] positions(byte[] codes, long occurring) {
    long[] positions = new long[Long.bitCount(occurring) + 1];
    for (int i = 0; i < codes.length; i++) {
      positions[Long.bitCount(occurring & ((1L << codes[i]) - 1))] |= 1L << i;
    }
    return positions;
  }
}

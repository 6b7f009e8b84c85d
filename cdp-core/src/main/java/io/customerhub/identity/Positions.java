package io.customerhub.identity;

import java.util.Arrays;

/** Where each character of a short text stands, as bits. Immutable. */
final class Positions {

  /** The codes of a to z, 0 to 9, A to Z, the blank and the hyphen. */
  private static final int DIGITS = 26;

  private static final int CAPITALS = 36;
  private static final int BLANK = 62;
  private static final int HYPHEN = 63;
  private static final int NO_CODE = -1;

  private static final Positions UNKNOWN = new Positions(new byte[0]);

  /** The code of each character. */
  private final byte[] codes;

  /** The codes that occur, as bits, and the positions of each in their order; a zero at the end. */
  private final long occurring;

  private final long[] positions;

  private Positions(byte[] codes) {
    this.codes = codes;
    this.occurring = occurring(codes);
    this.positions = new long[Long.bitCount(occurring) + 1];
    for (int i = 0; i < codes.length; i++) {
      positions[index(codes[i])] |= 1L << i;
    }
  }

  /**
   * Returns the positions; {@link #isKnown} if the text is short enough and of the usual letters.
   */
  static Positions of(String text) {
    if (text.length() > Long.SIZE) {
      return UNKNOWN;
    }
    byte[] codes = new byte[text.length()];
    for (int i = 0; i < codes.length; i++) {
      int code = codeOf(text.charAt(i));
      if (code == NO_CODE) {
        return UNKNOWN;
      }
      codes[i] = (byte) code;
    }
    return new Positions(codes);
  }

  boolean isKnown() {
    return codes.length > 0;
  }

  int length() {
    return codes.length;
  }

  int code(int i) {
    return codes[i];
  }

  /** Returns the positions of a code, as bits. */
  long of(int code) {
    return positions[index(code)] & -(occurring >>> code & 1);
  }

  /** Returns where two texts differ first; the length of one that the other begins with. */
  int firstDifference(Positions other) {
    int difference = Arrays.mismatch(codes, other.codes);
    return difference < 0 ? codes.length : difference;
  }

  private int index(int code) {
    return Long.bitCount(occurring & ((1L << code) - 1));
  }

  private static long occurring(byte[] codes) {
    long occurring = 0;
    for (byte code : codes) {
      occurring |= 1L << code;
    }
    return occurring;
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
    return c == ' ' ? BLANK : c == '-' ? HYPHEN : NO_CODE;
  }
}

package io.customerhub.identity;

import java.util.List;

/** A phone number in one number, four bits a character from the highest, to compare it at once. */
final class PackedPhone {

  private static final int MOST_CHARACTERS = 16;
  private static final int PLUS = 11;

  /** So many last digits are the same number, whatever is dialled before them. */
  static final int NATIONAL = 8;

  private PackedPhone() {}

  /**
   * Returns the packed form of the one number of a record; 0 if it has several or a strange one.
   */
  static long of(List<String> phones) {
    String phone = phones.get(0);
    return phones.size() == 1 && phone.length() <= MOST_CHARACTERS ? packed(phone) : 0;
  }

  private static long packed(String phone) {
    long packed = 0;
    for (int i = 0; i < phone.length(); i++) {
      int digit = phone.charAt(i) - '0';
      if ((digit < 0 || digit > 9) && phone.charAt(i) != '+') {
        return 0;
      }
      // Never 0, so that the end is seen.
      long code = digit < 0 ? PLUS : digit + 1;
      packed |= code << (4 * (MOST_CHARACTERS - 1 - i));
    }
    return packed;
  }

  /**
   * Returns whether two different numbers are certain to be more than one edit and a prefix apart.
   */
  static boolean areFar(long a, long b) {
    if (a == 0 || b == 0) {
      return false;
    }
    int endA = Long.numberOfTrailingZeros(a) / 4;
    int endB = Long.numberOfTrailingZeros(b) / 4;
    int sameStart = Long.numberOfLeadingZeros(a ^ b) / 4;
    int sameEnd = Long.numberOfTrailingZeros((a >>> (4 * endA)) ^ (b >>> (4 * endB))) / 4;
    // One edit leaves of the longer one all characters but one equal from either side.
    int longer = MOST_CHARACTERS - Math.min(endA, endB);
    return sameStart + sameEnd < longer - 1 && sameEnd < NATIONAL;
  }
}

package io.customerhub.identity;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Compares addresses, part by part. */
final class PlaceComparison {

  private PlaceComparison() {}

  /** Returns the level of street lines, or null if a side has none. */
  static @Nullable Level street(StreetLine a, StreetLine b) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    double overlap = Similarity.overlap(a.texts(), b.texts());
    if (overlap < 0.5) {
      return isWithin(a, b) ? Level.STREET_MOSTLY : Level.STREET_DIFFERENT;
    }
    if (!numbersAgree(a, b)) {
      return numbersDiffer(a, b) ? Level.STREET_NEIGHBOUR : Level.STREET_MOSTLY;
    }
    return overlap > 0.99 ? Level.STREET_EXACT : Level.STREET_MOSTLY;
  }

  /** Returns the level of postcodes, or null if a side has none. */
  static @Nullable Level postcode(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    if (a.equals(b)) {
      return Level.POSTCODE_EXACT;
    }
    return isOneEdit(a, b) ? Level.POSTCODE_ONE_EDIT : Level.POSTCODE_DIFFERENT;
  }

  /** Returns the level of cities, or null if a side has none. */
  static @Nullable Level city(EncodedText a, EncodedText b) {
    if (a.length() == 0 || b.length() == 0) {
      return null;
    }
    if (a.isEqual(b)) {
      return Level.CITY_EXACT;
    }
    return Similarity.of(a, b, 0.88) > 0 ? Level.CITY_CLOSE : Level.CITY_DIFFERENT;
  }

  /** Returns the level of states, or null if a side has none. */
  static @Nullable Level state(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    return a.equals(b) ? Level.STATE_EXACT : Level.STATE_DIFFERENT;
  }

  /** One number in one street, with a description of the way to it on a side. */
  private static boolean isWithin(StreetLine a, StreetLine b) {
    return !Collections.disjoint(a.numbers(), b.numbers())
        && (a.texts().containsAll(b.texts()) || b.texts().containsAll(a.texts()));
  }

  private static boolean numbersAgree(StreetLine a, StreetLine b) {
    return a.numbers().equals(b.numbers()) || !Collections.disjoint(a.numbers(), b.numbers());
  }

  /** Two houses of one street, neither a typing error nor a range of numbers. */
  private static boolean numbersDiffer(StreetLine a, StreetLine b) {
    return a.numbers().size() == 1
        && b.numbers().size() == 1
        && !isOneEdit(a.numbers().get(0), b.numbers().get(0));
  }

  private static boolean isOneEdit(String a, String b) {
    return Similarity.edits(a, b, 1) == 1 || (Similarity.edits(a, b, 2) == 2 && sameLetters(a, b));
  }

  private static boolean sameLetters(String a, String b) {
    return Letters.sorted(a).equals(Letters.sorted(b));
  }
}

package io.customerhub.identity;

import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Similarities that do not depend on which of two texts comes first. */
final class Similarity {

  private static final int TRIED = 2;

  private Similarity() {}

  /** Returns the Jaro-Winkler similarity, or 0 where it is below the cutoff. */
  static double of(String a, String b, double cutoff) {
    double similarity =
        a.length() == b.length() && a.compareTo(b) > 0
            ? JaroWinkler.similarity(b, a, cutoff)
            : JaroWinkler.similarity(a, b, cutoff);
    return similarity < cutoff ? 0 : similarity;
  }

  /** Returns the same as for the texts as they are. */
  static double of(EncodedText a, EncodedText b, double cutoff) {
    return EncodedJaroWinkler.symmetric(a, b, cutoff);
  }

  /**
   * Returns the number of single-character edits if it is at most {@code most}, else -1. Equal to
   * Apache Commons Text's bounded Levenshtein distance, without allocation: what differs is small,
   * so what is common is stripped and the rest tried.
   *
   * @param most not negative
   */
  static int edits(String a, String b, int most) {
    // Trying grows threefold with each edit.
    return most <= TRIED
        ? edits(a, 0, a.length(), b, 0, b.length(), most)
        : new LevenshteinDistance(most).apply(a, b);
  }

  private static int edits(
      String a, int aStart, int aEnd, String b, int bStart, int bEnd, int most) {
    if (Math.abs((aEnd - aStart) - (bEnd - bStart)) > most) {
      return -1;
    }
    int i = aStart;
    int j = bStart;
    while (i < aEnd && j < bEnd && a.charAt(i) == b.charAt(j)) {
      i++;
      j++;
    }
    if (i == aEnd || j == bEnd) {
      int rest = Math.max(aEnd - i, bEnd - j);
      return rest <= most ? rest : -1;
    }
    return most == 0 ? -1 : tried(a, i, aEnd, b, j, bEnd, most - 1);
  }

  /** Returns whether at most half of the longer text has to be edited to get the other one. */
  static boolean isMostly(String a, String b) {
    return edits(a, b, Math.max(a.length(), b.length()) / 2) >= 0;
  }

  /** The first characters differ: one is replaced, or one side has one more. */
  private static int tried(String a, int i, int aEnd, String b, int j, int bEnd, int left) {
    int replaced = edits(a, i + 1, aEnd, b, j + 1, bEnd, left);
    int removed = edits(a, i + 1, aEnd, b, j, bEnd, left);
    int added = edits(a, i, aEnd, b, j + 1, bEnd, left);
    int least = least(replaced, least(removed, added));
    return least < 0 ? -1 : least + 1;
  }

  private static int least(int a, int b) {
    return a < 0 ? b : b < 0 ? a : Math.min(a, b);
  }

  /** Returns whether two texts of at least three characters differ by two neighbours swapped. */
  static boolean isTransposed(String a, String b) {
    if (a.length() != b.length() || a.length() < 3) {
      return false;
    }
    int i = 0;
    while (i < a.length() - 1 && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i < a.length() - 1
        && a.charAt(i) == b.charAt(i + 1)
        && a.charAt(i + 1) == b.charAt(i)
        && a.regionMatches(i + 2, b, i + 2, a.length() - i - 2);
  }

  /** Returns how much two lists of words overlap, 0 to 1; words count as equal from 0.9 on. */
  static double overlap(List<EncodedText> a, List<EncodedText> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    // Counted from both sides, since two words may be close to one.
    return (double) (found(a, b) + found(b, a)) / (a.size() + b.size());
  }

  private static int found(List<EncodedText> words, List<EncodedText> among) {
    int found = 0;
    for (int i = 0; i < words.size(); i++) {
      found += isAmong(words.get(i), among) ? 1 : 0;
    }
    return found;
  }

  private static boolean isAmong(EncodedText word, List<EncodedText> among) {
    for (int i = 0; i < among.size(); i++) {
      if (of(word, among.get(i), 0.9) > 0) {
        return true;
      }
    }
    return false;
  }
}

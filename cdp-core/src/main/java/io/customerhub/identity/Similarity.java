package io.customerhub.identity;

import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Similarities that do not depend on which of two texts comes first. */
final class Similarity {

  private Similarity() {}

  /** Returns the Jaro-Winkler similarity, or 0 where it is below the cutoff. */
  static double of(String a, String b, double cutoff) {
    double similarity =
        a.length() == b.length() && a.compareTo(b) > 0
            ? JaroWinkler.similarity(b, a, cutoff)
            : JaroWinkler.similarity(a, b, cutoff);
    return similarity < cutoff ? 0 : similarity;
  }

  /** Returns the number of single-character edits if it is at most {@code most}, else -1. */
  static int edits(String a, String b, int most) {
    return Math.abs(a.length() - b.length()) > most
        ? -1
        : new LevenshteinDistance(most).apply(a, b);
  }

  /** Returns how much two lists of words overlap, 0 to 1; words count as equal from 0.9 on. */
  static double overlap(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    // Counted from both sides, since two words may be close to one.
    return (double) (found(a, b) + found(b, a)) / (a.size() + b.size());
  }

  private static int found(List<String> words, List<String> among) {
    int found = 0;
    for (String word : words) {
      found += isAmong(word, among) ? 1 : 0;
    }
    return found;
  }

  private static boolean isAmong(String word, List<String> among) {
    for (String other : among) {
      if (of(word, other, 0.9) > 0) {
        return true;
      }
    }
    return false;
  }
}

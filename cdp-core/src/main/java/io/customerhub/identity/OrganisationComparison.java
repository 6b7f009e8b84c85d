package io.customerhub.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares organisations: of two records without a person's name they are whom it is about. Rare
 * words count for more than common ones, and words that both sides have and the other lacks set two
 * of a group apart: Acme Holding is not Acme Logistics.
 */
final class OrganisationComparison {

  private static final double WORD = 0.9;
  private static final double CLOSE = 0.92;
  private static final double MOSTLY = 0.66;
  private static final double SOME = 0.3;
  private static final int ABBREVIATION = 4;

  private final WordWeights weights;

  OrganisationComparison(WordWeights weights) {
    this.weights = weights;
  }

  /**
   * Returns the level, or null if a side has no organisation or only says who employs a person.
   *
   * @param named whether one of the two names a person
   */
  @Nullable Level level(OrganisationName a, OrganisationName b, boolean named) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    if (named) {
      return a.words().equals(b.words()) ? Level.EMPLOYER_SAME : null;
    }
    Level best = level(a, b);
    for (OrganisationName one = a.other(); one != null; one = one.other()) {
      best = better(best, level(one, b));
    }
    for (OrganisationName other = b.other(); other != null; other = other.other()) {
      best = better(best, level(a, other));
    }
    return best;
  }

  /** Returns a level if the two have different legal forms, else null. */
  static @Nullable Level forms(OrganisationName a, OrganisationName b) {
    boolean differ =
        !a.forms().isEmpty()
            && !b.forms().isEmpty()
            && !a.forms().containsAll(b.forms())
            && !b.forms().containsAll(a.forms());
    return differ ? Level.LEGAL_FORM_DIFFERENT : null;
  }

  private static Level better(Level one, Level other) {
    return one.bits() >= other.bits() ? one : other;
  }

  private Level level(OrganisationName a, OrganisationName b) {
    if (isSame(a.words(), b.words()) || a.joined().equals(b.joined())) {
      return Level.ORGANISATION_EXACT;
    }
    double found = 0;
    double missing = 0;
    double otherMissing = 0;
    for (EncodedText word : a.words()) {
      double weight = weights.of(word.text());
      boolean there = isAmong(word, b.words());
      found += there ? weight : 0;
      missing += there ? 0 : weight;
    }
    for (EncodedText word : b.words()) {
      double weight = weights.of(word.text());
      boolean there = isAmong(word, a.words());
      found += there ? weight : 0;
      otherMissing += there ? 0 : weight;
    }
    double share = found / (found + missing + otherMissing);
    if (missing > 0 && otherMissing > 0) {
      return apart(a, b, share);
    }
    return share >= MOSTLY ? Level.ORGANISATION_CLOSE : Level.ORGANISATION_LOOSE;
  }

  /** Both have words that the other lacks. */
  private static Level apart(OrganisationName a, OrganisationName b, double share) {
    if (isSpelledOtherwise(a, b)) {
      return Level.ORGANISATION_CLOSE;
    }
    if (areInitials(a, b) || areInitials(b, a)) {
      return Level.ORGANISATION_LOOSE;
    }
    return share >= SOME ? Level.ORGANISATION_OTHER : Level.ORGANISATION_DIFFERENT;
  }

  private static boolean areInitials(OrganisationName whole, OrganisationName initials) {
    return !whole.initials().isEmpty()
        && initials.words().size() == 1
        && whole.initials().equals(initials.joined());
  }

  /** Mc Donald is McDonalds; but Acme Holding is not Acme Housing. */
  private static boolean isSpelledOtherwise(OrganisationName a, OrganisationName b) {
    return (a.words().size() != b.words().size() || a.words().size() == 1)
        && Similarity.of(a.joined(), b.joined(), CLOSE) > 0;
  }

  private static boolean isSame(List<EncodedText> a, List<EncodedText> b) {
    return a.containsAll(b) && b.containsAll(a);
  }

  private static boolean isAmong(EncodedText word, List<EncodedText> among) {
    for (int i = 0; i < among.size(); i++) {
      if (Similarity.of(word, among.get(i), WORD) > 0 || isShort(word, among.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** One is the beginning of the other, of some length. */
  private static boolean isShort(EncodedText a, EncodedText b) {
    return a.commonPrefix(b) >= ABBREVIATION
        && (a.text().startsWith(b.text()) || b.text().startsWith(a.text()));
  }
}

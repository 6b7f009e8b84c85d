package io.customerhub.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares organisations: of two records without a person's name they are whom it is about. */
final class OrganisationComparison {

  private static final Set<String> FORMS =
      Set.of(
          "ag",
          "and",
          "co",
          "company",
          "corp",
          "corporation",
          "gmbh",
          "inc",
          "incorporated",
          "limited",
          "llc",
          "llp",
          "ltd",
          "of",
          "plc",
          "pty",
          "s",
          "sa",
          "sarl",
          "the");

  private OrganisationComparison() {}

  /** Returns the words that tell one organisation from another; all if none does. */
  static List<String> telling(List<String> words) {
    List<String> telling = words.stream().filter(word -> !FORMS.contains(word)).toList();
    return telling.isEmpty() ? words : telling;
  }

  /**
   * Returns the level, or null if a side has no organisation or only says who employs a person.
   *
   * @param named whether one of the two names a person
   */
  static @Nullable Level level(List<EncodedText> a, List<EncodedText> b, boolean named) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    if (named) {
      return a.equals(b) ? Level.EMPLOYER_SAME : null;
    }
    return level(a, b);
  }

  private static Level level(List<EncodedText> a, List<EncodedText> b) {
    if (a.containsAll(b) && b.containsAll(a)) {
      return Level.ORGANISATION_EXACT;
    }
    double overlap = Similarity.overlap(a, b);
    if (overlap >= 0.66 || Similarity.of(joined(a), joined(b), 0.92) > 0) {
      return Level.ORGANISATION_CLOSE;
    }
    return overlap >= 0.3 ? Level.ORGANISATION_LOOSE : Level.ORGANISATION_DIFFERENT;
  }

  private static String joined(List<EncodedText> words) {
    return String.join("", EncodedText.texts(words));
  }
}

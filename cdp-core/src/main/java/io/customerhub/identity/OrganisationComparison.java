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

  /** Returns the level, or null if a side has no organisation or only says who employs a person. */
  static @Nullable Level level(MatchRecord a, MatchRecord b) {
    List<String> one = a.organisation();
    List<String> other = b.organisation();
    if (one.isEmpty() || other.isEmpty()) {
      return null;
    }
    if (a.name().isEmpty() && b.name().isEmpty()) {
      return level(one, other);
    }
    return one.equals(other) ? Level.EMPLOYER_SAME : null;
  }

  private static Level level(List<String> a, List<String> b) {
    if (Set.copyOf(a).equals(Set.copyOf(b))) {
      return Level.ORGANISATION_EXACT;
    }
    double overlap = Similarity.overlap(a, b);
    if (overlap >= 0.66 || Similarity.of(String.join("", a), String.join("", b), 0.92) > 0) {
      return Level.ORGANISATION_CLOSE;
    }
    return overlap >= 0.3 ? Level.ORGANISATION_LOOSE : Level.ORGANISATION_DIFFERENT;
  }
}

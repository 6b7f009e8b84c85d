package io.customerhub.identity;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the host's own rules of similarity to a pair of records. Immutable. */
final class SimilarRules {

  private final List<SimilarRule> rules;

  SimilarRules(List<SimilarRule> rules) {
    this.rules = rules;
  }

  /** Returns the first rule that joins the two, else the first that finds them similar, or null. */
  @Nullable SimilarRule best(MatchRecord a, MatchRecord b) {
    SimilarRule best = null;
    for (SimilarRule rule : rules) {
      boolean better = best == null || (rule.decides() && !best.decides());
      if (better && holds(rule, a, b)) {
        best = rule;
      }
    }
    return best;
  }

  private static boolean holds(SimilarRule rule, MatchRecord a, MatchRecord b) {
    return similarity(rule.field(), a, b, rule.threshold()) > 0
        && rule.equal().stream().allMatch(field -> equal(field, a, b));
  }

  private static double similarity(String field, MatchRecord a, MatchRecord b, double cutoff) {
    if (!field.equals(MatchFields.NAME)) {
      return of(value(field, a), value(field, b), cutoff);
    }
    String whole = a.name().joined();
    String swapped = a.name().surnameJoined() + a.name().givenJoined();
    String other = b.name().joined();
    String otherSwapped = b.name().surnameJoined() + b.name().givenJoined();
    // Both swaps, or the answer would depend on which record comes first.
    return Math.max(
        of(whole, other, cutoff),
        Math.max(of(swapped, other, cutoff), of(whole, otherSwapped, cutoff)));
  }

  private static double of(String a, String b, double cutoff) {
    return a.isEmpty() || b.isEmpty() ? 0 : Similarity.of(a, b, cutoff);
  }

  private static boolean equal(String field, MatchRecord a, MatchRecord b) {
    return switch (field) {
      case MatchFields.EMAIL -> !Collections.disjoint(a.emails(), b.emails());
      case MatchFields.PHONE -> !Collections.disjoint(a.phones(), b.phones());
      default -> !value(field, a).isEmpty() && value(field, a).equals(value(field, b));
    };
  }

  private static String value(String field, MatchRecord record) {
    return switch (field) {
      case MatchFields.NAME -> record.name().joined();
      case MatchFields.GIVEN_NAME -> record.name().givenJoined();
      case MatchFields.SURNAME -> record.name().surnameJoined();
      case MatchFields.BIRTH_DATE -> orEmpty(record.birthDate());
      case MatchFields.EMAIL -> record.emails().isEmpty() ? "" : record.emails().get(0);
      case MatchFields.PHONE -> record.phones().isEmpty() ? "" : record.phones().get(0);
      default -> FoldedText.joined(record.text(field));
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

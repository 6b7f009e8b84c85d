package io.customerhub.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One rule of similarity: a field as similar as this, and further fields equal.
 *
 * @param field the field compared
 * @param threshold the least Jaro-Winkler similarity, above 0 and at most 1
 * @param equal the fields that have to be present and equal; none means that a hit is only possible
 */
record SimilarRule(String field, double threshold, List<String> equal) {

  SimilarRule {
    equal = List.copyOf(equal);
  }

  SimilarRule and(String other) {
    List<String> more = new ArrayList<>(equal);
    more.add(other);
    return new SimilarRule(field, threshold, more);
  }

  boolean decides() {
    return !equal.isEmpty();
  }

  boolean asksSameAs(SimilarRule other) {
    return field.equals(other.field) && Set.copyOf(equal).equals(Set.copyOf(other.equal));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s similar at %.2f", field, threshold)
        + (equal.isEmpty() ? "" : " and equal " + String.join(", ", equal));
  }
}

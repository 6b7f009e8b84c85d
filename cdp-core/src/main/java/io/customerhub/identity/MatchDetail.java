package io.customerhub.identity;

import java.util.List;
import java.util.Objects;

/**
 * Everything about the comparison of two records. Holds no personal data.
 *
 * @param match the outcome
 * @param waterfall its weights, each with the shares it is made of
 * @param keys the kinds of keys under which the two find each other, such as {@code name and birth
 *     year}, sorted; if there is none they are never compared
 * @param objection why the two do not match whatever they weigh, such as {@code household: one
 *     surname and home, unrelated given names}; empty if nothing forbids it
 */
public record MatchDetail(Match match, Waterfall waterfall, List<String> keys, String objection) {

  /** Checks and copies the parts. */
  public MatchDetail {
    Objects.requireNonNull(match, "match");
    Objects.requireNonNull(waterfall, "waterfall");
    Objects.requireNonNull(objection, "objection");
    keys = List.copyOf(keys);
  }
}

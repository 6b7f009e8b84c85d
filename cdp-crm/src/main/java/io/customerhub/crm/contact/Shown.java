package io.customerhub.crm.contact;

import io.customerhub.profile.ProfileId;
import java.util.Objects;

/**
 * A value of a contact, and how it comes to be shown.
 *
 * @param <T> the value
 * @param value the value
 * @param from the id of the facet that it was written in
 * @param rule why this facet's value, and not another's
 */
public record Shown<T>(T value, ProfileId from, Rule rule) {

  /** Picks one of several facets' values. */
  public enum Rule {
    /** The one that was set last. */
    LATEST,
    /** The furthest. */
    FURTHEST,
    /** The one that forbids. */
    MOST_RESTRICTIVE,
    /** Every one. */
    UNION
  }

  /** Checks that the parts are present. */
  public Shown {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(rule, "rule");
  }

  /** Returns source and rule; no personal data. */
  @Override
  public String toString() {
    return "Shown[from " + from + " by " + rule + "]";
  }
}

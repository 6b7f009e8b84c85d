package io.customerhub.identity;

import java.util.Objects;

/**
 * One reason for or against two records being of the same person.
 *
 * @param comparison what was compared, such as {@code email} or {@code name}
 * @param level how it agreed, such as {@code exact}, {@code Jaro-Winkler 0.94}, {@code different}
 * @param bits the weight: positive speaks for the same person, negative against
 */
public record Evidence(String comparison, String level, double bits) {

  /** Checks that the weight is a number. */
  public Evidence {
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(level, "level");
    if (!Double.isFinite(bits)) {
      throw new IllegalArgumentException("bits: " + bits + ", expected a finite number");
    }
  }
}

package io.customerhub.segment;

import java.util.Objects;

/**
 * Compares with the shown value of a trait of the same person. A missing trait compares with
 * nothing, as does a value of another type; booleans compare for equality only.
 *
 * @param op how
 * @param trait the other trait's name, 1 to 256 characters
 * @param folding which differences of texts do not count
 */
public record CompareTrait(Op op, String trait, Folding folding) implements ValueTest {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the name is blank or too long
   */
  public CompareTrait {
    Objects.requireNonNull(op, "op");
    trait = Literals.name("trait", trait);
    Objects.requireNonNull(folding, "folding");
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return Printer.text(this);
  }
}

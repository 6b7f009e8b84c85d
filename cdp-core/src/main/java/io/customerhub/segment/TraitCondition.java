package io.customerhub.segment;

import java.util.Objects;

/**
 * Holds if the shown value of a trait passes a test.
 *
 * @param trait the trait's name, 1 to 256 characters
 * @param test the test
 */
public record TraitCondition(String trait, ValueTest test) implements Condition {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the name is blank or too long
   */
  public TraitCondition {
    trait = Literals.name("trait", trait);
    Objects.requireNonNull(test, "test");
  }

  /** Holds if the test has passed without a break for at least a span. */
  public PersonCondition.Held heldFor(Span span) {
    return new PersonCondition.Held(trait, test, span);
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }
}

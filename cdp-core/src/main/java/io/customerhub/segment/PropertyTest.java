package io.customerhub.segment;

import java.util.Objects;

/**
 * A test of one property of an event. Made by {@link Conditions#property}.
 *
 * @param property the property's name, 1 to 256 characters
 * @param test the test
 */
public record PropertyTest(String property, ValueTest test) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the name is blank or too long
   */
  public PropertyTest {
    property = Literals.name("property", property);
    Objects.requireNonNull(test, "test");
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return new Printer().name(property).add(" ").test(test).toString();
  }
}

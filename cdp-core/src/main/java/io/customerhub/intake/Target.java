package io.customerhub.intake;

import io.customerhub.event.Identifier;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import java.util.Locale;

/** Where in an event the value of a column goes, such as {@code trait.city}. */
record Target(Part part, String name) {

  enum Part {
    IDENTIFIER,
    TRAIT,
    PROPERTY,
    CONTEXT
  }

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it cannot be the name of that part
   */
  Target {
    if (name.isBlank() || name.length() > Limits.NAME_LENGTH) {
      throw new IllegalArgumentException(
          "target: expected a name of 1 to " + Limits.NAME_LENGTH + " characters");
    }
    if (part == Part.IDENTIFIER) {
      checkNamespace(name);
    }
  }

  /**
   * Returns the target written as {@code part.name}.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static Target parse(String text) {
    int dot = text.indexOf('.');
    for (Part part : Part.values()) {
      if (dot > 0 && text.substring(0, dot).equals(key(part))) {
        return new Target(part, text.substring(dot + 1));
      }
    }
    throw new IllegalArgumentException(
        "target '" + text + "': expected identifier., trait., property. or context. and a name");
  }

  @Override
  public String toString() {
    return key(part) + "." + name;
  }

  private static String key(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private static void checkNamespace(String name) {
    try {
      Identifier.of(name, "any");
    } catch (InvalidEventException e) {
      throw new IllegalArgumentException("target 'identifier." + name + "': " + e.getMessage(), e);
    }
  }
}

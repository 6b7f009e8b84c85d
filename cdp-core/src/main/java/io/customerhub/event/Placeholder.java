package io.customerhub.event;

/** Stands here until the package has its first type. Immutable. */
public final class Placeholder {

  private Placeholder() {}

  /**
   * Names the part of the library that this package belongs to.
   *
   * @return the name, never empty
   */
  public static String part() {
    return "core";
  }
}

package io.customerhub.crm;

/** Stands here until the package has its first type. Immutable. */
public final class Placeholder {

  private Placeholder() {}

  /**
   * Names the parts of the library in this module.
   *
   * @return the names, never empty
   */
  public static String parts() {
    return "crm";
  }
}

package io.customerhub.storage.jdbc;

/** Stands here until the package has its first type. Immutable. */
public final class Placeholder {

  private Placeholder() {}

  /**
   * Names the parts of the library up to this package.
   *
   * @return the names, lowest first
   */
  public static String parts() {
    return "storage";
  }
}

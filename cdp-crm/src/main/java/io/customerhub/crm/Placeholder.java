package io.customerhub.crm;

/** Stands here until the package has its first type. Immutable. */
public final class Placeholder {

  private Placeholder() {}

  /**
   * Names the parts of the library up to this package.
   *
   * @return the names, lowest first
   */
  public static String parts() {
    return io.customerhub.event.Placeholder.part() + ", crm";
  }
}

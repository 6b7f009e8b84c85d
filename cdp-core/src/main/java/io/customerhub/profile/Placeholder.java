package io.customerhub.profile;

/** Stands here until the package has its first type. Immutable. */
public final class Placeholder {

  private Placeholder() {}
}

package io.customerhub.engine;

import io.customerhub.spi.Tombstone;

/** Thrown when a profile id was given out, and the person behind it has been erased since. */
public final class ErasedProfileException extends UnknownProfileException {

  private static final long serialVersionUID = 1L;

  private final transient Tombstone tombstone;

  /** Creates the exception. */
  public ErasedProfileException(Tombstone tombstone) {
    super(
        tombstone.member(),
        "the person with the id " + tombstone.member() + " was erased at " + tombstone.at());
    this.tombstone = tombstone;
  }

  /** Returns what stays of the person. */
  public Tombstone tombstone() {
    return tombstone;
  }
}

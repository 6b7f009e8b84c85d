package io.customerhub.profile;

import java.util.Objects;
import java.util.UUID;

/**
 * The id of a merge, by which it can be explained and undone.
 *
 * @param value the id of the merge's entry in the journal
 */
public record MergeId(UUID value) {

  /** Checks that the value is present. */
  public MergeId {
    Objects.requireNonNull(value, "value");
  }

  /** Returns the UUID in its usual text form. */
  @Override
  public String toString() {
    return value.toString();
  }
}

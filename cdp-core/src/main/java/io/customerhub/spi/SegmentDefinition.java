package io.customerhub.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * A named condition as it is kept.
 *
 * @param name the segment's name
 * @param condition the condition in its JSON form
 * @param definedAt when it was last defined
 * @param version 0 when first defined, one more with each redefinition
 */
public record SegmentDefinition(String name, String condition, Instant definedAt, long version) {

  /** Checks that the parts are present. */
  public SegmentDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(definedAt, "definedAt");
  }

  /** Returns a copy with another version; for stores. */
  public SegmentDefinition withVersion(long newVersion) {
    return new SegmentDefinition(name, condition, definedAt, newVersion);
  }
}

package io.customerhub.engine;

import java.time.Instant;
import java.util.Objects;

/**
 * How large a segment was at an instant.
 *
 * @param at the instant
 * @param members how many were in it
 * @param entered how many times somebody entered since the instant before; 0 for the first one
 * @param left how many times somebody left since the instant before; 0 for the first one
 */
public record SegmentSize(Instant at, long members, long entered, long left) {

  /** Checks that the instant is present. */
  public SegmentSize {
    Objects.requireNonNull(at, "at");
  }
}

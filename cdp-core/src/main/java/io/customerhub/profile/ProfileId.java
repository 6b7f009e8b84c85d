package io.customerhub.profile;

import java.util.Objects;
import java.util.UUID;

/**
 * The id of a member, and of the profile whose oldest member it is. Resolves for ever: after a
 * merge it leads to the surviving profile, after an unmerge to its own again.
 *
 * <p>Ordered by birth within a profile: the smallest id of a profile is its canonical one.
 *
 * @param value the id; time-ordered as UUID version 7 where the library makes it
 */
public record ProfileId(UUID value) implements Comparable<ProfileId> {

  /** Checks that the value is present. */
  public ProfileId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Returns the id written as text.
   *
   * @throws IllegalArgumentException if the text is no UUID
   */
  public static ProfileId of(String text) {
    return new ProfileId(UUID.fromString(text));
  }

  @Override
  public int compareTo(ProfileId other) {
    int high = Long.compareUnsigned(msb(value), msb(other.value));
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  /** Returns the UUID in its usual text form. */
  @Override
  public String toString() {
    return value.toString();
  }

  private static long msb(UUID id) {
    return id.getMostSignificantBits();
  }
}

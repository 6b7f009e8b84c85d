package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes ids of newborns, which have to be larger than those of all whom they may be joined to. */
final class NewIds {

  private NewIds() {}

  /** Returns a new id that is larger than all of the given ones, whatever the clocks said. */
  static ProfileId laterThan(Iterable<ProfileId> older, Supplier<UUID> ids) {
    ProfileId id = new ProfileId(ids.get());
    for (ProfileId other : older) {
      if (other.compareTo(id) >= 0) {
        id = after(other, new ProfileId(ids.get()));
      }
    }
    return id;
  }

  /**
   * Returns an id a millisecond later than another. What makes it unique comes from a new id: two
   * transactions may both need an id right after the same one.
   */
  private static ProfileId after(ProfileId other, ProfileId unique) {
    long high = ((other.value().getMostSignificantBits() >>> 16) + 1) << 16;
    long rest = unique.value().getMostSignificantBits() & 0xFFFF;
    return new ProfileId(new UUID(high | rest, unique.value().getLeastSignificantBits()));
  }
}

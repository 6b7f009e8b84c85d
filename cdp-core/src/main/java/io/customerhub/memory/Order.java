package io.customerhub.memory;

import java.util.Comparator;
import java.util.UUID;

/** Orders that values do not bring along. */
final class Order {

  /** By all 128 bits unsigned, as databases do; {@link UUID#compareTo} takes them as signed. */
  static final Comparator<UUID> UUIDS =
      Comparator.<UUID, Long>comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private Order() {}
}

package io.customerhub.identity;

import io.customerhub.event.Identifier;
import java.util.Map;

/** How strongly identifiers of a namespace say who somebody is. */
final class Strength {

  private static final Map<String, Integer> RANKS =
      Map.of(
          Identifier.USER_ID, 0,
          Identifier.LOYALTY_CARD, 1,
          Identifier.EMAIL, 3,
          Identifier.PHONE, 4,
          Identifier.DEVICE_ID, 5,
          Identifier.ANONYMOUS_ID, 6);

  private static final int OTHER_RANK = 2;

  private Strength() {}

  /** Returns the rank of a namespace, 0 the strongest. */
  static int rank(String namespace) {
    return RANKS.getOrDefault(namespace, OTHER_RANK);
  }
}

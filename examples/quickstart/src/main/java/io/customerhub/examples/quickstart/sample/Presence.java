package io.customerhub.examples.quickstart.sample;

import static io.customerhub.examples.quickstart.sample.Source.LOYALTY;
import static io.customerhub.examples.quickstart.sample.Source.MAILBOX;
import static io.customerhub.examples.quickstart.sample.Source.SHOP;
import static io.customerhub.examples.quickstart.sample.Source.VISITOR;

import java.util.Set;

/** Decides which sources know a person. */
final class Presence {

  private Presence() {}

  static Set<Source> of(Dice dice) {
    int ticket = dice.below(100);
    if (ticket < 14) {
      return Set.of(VISITOR);
    }
    if (ticket < 34) {
      return Set.of(SHOP);
    }
    if (ticket < 51) {
      return Set.of(LOYALTY);
    }
    return ticket < 56 ? Set.of(MAILBOX) : several(ticket);
  }

  /** Families whose members are easily confused: nearly all have cards, so that it matters. */
  static Set<Source> ofLookalike(Dice dice) {
    int ticket = dice.below(100);
    if (ticket < 40) {
      return Set.of(LOYALTY);
    }
    return ticket < 90 ? Set.of(SHOP, LOYALTY) : Set.of(SHOP, LOYALTY, MAILBOX);
  }

  private static Set<Source> several(int ticket) {
    if (ticket < 74) {
      return Set.of(SHOP, LOYALTY);
    }
    if (ticket < 84) {
      return Set.of(SHOP, MAILBOX);
    }
    return ticket < 89 ? Set.of(LOYALTY, MAILBOX) : Set.of(SHOP, LOYALTY, MAILBOX);
  }
}

package io.customerhub.identity;

import io.customerhub.event.Identifier;

/** The weight of one shared exact key. */
final class ExactKey {

  /**
   * An exact key decides alone, so its weight only has to order joins: beyond any sum that
   * similarity can reach, and less with each step down in rank.
   */
  private static final double STRONGEST = 60;

  private ExactKey() {}

  static Evidence evidence(Identifier identifier, PartitionRules rules) {
    String level = rules.isKey(identifier.namespace()) ? "same key" : "same key, no contradiction";
    return new Evidence(
        identifier.namespace(), level, STRONGEST - rules.rank(identifier.namespace()));
  }
}

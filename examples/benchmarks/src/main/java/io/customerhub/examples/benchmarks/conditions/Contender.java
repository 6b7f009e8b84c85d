package io.customerhub.examples.benchmarks.conditions;

import java.util.List;

/**
 * Who says whether one condition holds: eight tests of traits and one count of events in a window.
 * Each reads a customer in the form that suits it best.
 */
public enum Contender {
  /** Java that was written for this condition: the limit. */
  BY_HAND,
  /** The compiled condition. */
  HUB,
  /** The compiled condition, which tells when time alone may change the answer, too. */
  HUB_NEXT_CHANGE,
  /** The evaluator, which tells all its reasons, too. */
  HUB_REASONS,
  /** CEL-java. */
  CEL,
  /** json-logic-java. */
  JSON_LOGIC;

  /** Returns questions about made-up customers, the same ones for each contender. */
  public List<Question> questions(int customers, long seed) {
    return Customers.of(customers, seed).stream().map(this::ask).toList();
  }

  private Question ask(Customer customer) {
    return switch (this) {
      case BY_HAND -> ByHand.of(customer);
      case HUB -> HubCondition.holds(customer);
      case HUB_NEXT_CHANGE -> HubCondition.judge(customer);
      case HUB_REASONS -> HubCondition.explain(customer);
      case CEL -> CelCondition.of(customer);
      case JSON_LOGIC -> JsonLogicCondition.of(customer);
    };
  }
}

package io.customerhub.examples.benchmarks.conditions;

import java.util.List;
import java.util.function.Function;

/**
 * Who says whether one condition holds: eight tests of traits and one count of events in a window.
 * Each reads a customer in the form that suits it best.
 */
public enum Contender {
  /** Java that was written for this condition: the limit. */
  BY_HAND(ByHand::of),
  /** The compiled condition. */
  HUB(HubCondition::holds),
  /** The compiled condition, which tells when time alone may change the answer, too. */
  HUB_NEXT_CHANGE(HubCondition::judge),
  /** The evaluator, which tells all its reasons, too. */
  HUB_REASONS(HubCondition::explain),
  /** CEL-java. */
  CEL(CelCondition::of),
  /** json-logic-java. */
  JSON_LOGIC(JsonLogicCondition::of);

  private final Function<Customer, Question> asking;

  Contender(Function<Customer, Question> asking) {
    this.asking = asking;
  }

  /** Returns questions about made-up customers, the same ones for each contender. */
  public List<Question> questions(int customers, long seed) {
    return Customers.of(customers, seed).stream().map(asking).toList();
  }
}

package io.customerhub.examples.benchmarks.conditions;

import io.customerhub.segment.CompiledCondition;
import io.customerhub.segment.SegmentText;
import java.time.ZoneOffset;

/** The condition in the segment language. */
final class HubCondition {

  private static final CompiledCondition COMPILED =
      CompiledCondition.of(
          SegmentText.parse(
              """
              trait.country in ("VN", "TH", "DE")
              and trait.plan = "pro"
              and trait.age between 18 and 65
              and trait.email exists
              and trait.city != "London"
              and trait.score >= 50
              and trait.newsletter = true
              and trait.name starts with "A"
              and did "Order Completed" (revenue >= 50) at least 2 times in last 90 days"""),
          ZoneOffset.UTC);

  private HubCondition() {}

  static Question holds(Customer customer) {
    return () -> COMPILED.holds(customer, Customers.NOW);
  }

  static Question judge(Customer customer) {
    return () -> COMPILED.judge(customer, Customers.NOW).result();
  }

  static Question explain(Customer customer) {
    return () -> COMPILED.explain(customer, Customers.NOW).result();
  }
}
